using System.Text.Json.Nodes;

namespace VasaSim.Faults.Actions;

/// <summary>A fault of the API, or several of which one is drawn.</summary>
public sealed record FaultSpec
{
    /// <summary>The wire name of its type; null when one of several is drawn.</summary>
    public string? Type { get; init; }

    /// <summary>Its members, as VI JSON has them.</summary>
    public JsonObject? Fields { get; init; }

    /// <summary>The text for people.</summary>
    /// <value>Default: null, a text that says it was asked for.</value>
    public string? Message { get; init; }

    /// <summary>Faults with their weights, of which one is drawn.</summary>
    public IReadOnlyDictionary<string, int>? OneOf { get; init; }

    /// <summary>All types that it can be.</summary>
    public IEnumerable<string> Types => Type is null ? OneOf!.Keys : [Type];
}
