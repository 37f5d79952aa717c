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

    /// <summary>Its type; of several the one that a draw falls on, by their weights in the order of their names.</summary>
    /// <param name="draw">From 0 up to 1.</param>
    public string TypeFor(double draw)
    {
        if (Type is not null)
        {
            return Type;
        }

        KeyValuePair<string, int>[] sorted = [.. OneOf!.OrderBy(w => w.Key, StringComparer.Ordinal)];
        double left = draw * sorted.Sum(w => (long)w.Value);
        foreach ((string name, int weight) in sorted)
        {
            left -= weight;
            if (left < 0)
            {
                return name;
            }
        }

        return sorted[^1].Key;
    }
}
