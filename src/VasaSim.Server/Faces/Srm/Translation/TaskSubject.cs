using System.Text.Json.Nodes;

namespace VasaSim.Server.Faces.Srm.Translation;

/// <summary>What a task does and to what, in the API's words.</summary>
/// <param name="Operation">What it does, as a name.</param>
/// <param name="Word">The same for people.</param>
/// <param name="Entity">The id of what it does it to; null: nothing that there was.</param>
/// <param name="EntityName">The name of that.</param>
/// <param name="Result">What it comes to when it succeeds; null: nothing.</param>
internal sealed record TaskSubject(string Operation, string Word, string? Entity, string? EntityName, JsonNode? Result);
