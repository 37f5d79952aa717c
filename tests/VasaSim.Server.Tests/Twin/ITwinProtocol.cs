using System.Text.Json.Nodes;
using VasaSim.Vmodl;

namespace VasaSim.Server.Tests.Twin;

/// <summary>A protocol as the comparison sees it: a call in, and out comes a tree in which both would be equal.</summary>
public interface ITwinProtocol
{
    /// <summary>Makes a call.</summary>
    /// <returns>The result, null for none, or an object with the one member <c>$fault</c>.</returns>
    Task<JsonNode?> AskAsync(ManagedObjectReference target, Request request);
}
