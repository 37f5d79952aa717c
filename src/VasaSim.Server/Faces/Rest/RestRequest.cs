using Microsoft.AspNetCore.Http;

namespace VasaSim.Server.Faces.Rest;

/// <summary>A request of which it is known what it calls.</summary>
/// <param name="Http">The request.</param>
/// <param name="Operation">What is called.</param>
/// <param name="Path">The parameters of the path.</param>
/// <param name="Body">What was made of the body.</param>
internal sealed record RestRequest<TOperation>(HttpContext Http, TOperation Operation, IReadOnlyDictionary<string, string> Path, ReadBody Body);
