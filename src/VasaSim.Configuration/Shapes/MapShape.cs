using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using VasaSim.Configuration.Yaml;

namespace VasaSim.Configuration.Shapes;

/// <summary>Values by names that are free.</summary>
internal sealed class MapShape<T>(Shape<T> item) : Shape<IReadOnlyDictionary<string, T>>
{
    /// <inheritdoc/>
    public override bool TryRead(YamlNode node, string what, Problems problems, [MaybeNullWhen(false)] out IReadOnlyDictionary<string, T> value)
    {
        value = null;
        if (node is not YamlMapping { Entries.Count: > 0 } map)
        {
            problems.Add(node, $"{what} is {node.Kind}; it must be a mapping of names to values");
            return false;
        }

        Dictionary<string, T> items = new(StringComparer.Ordinal);
        foreach ((YamlScalar key, YamlNode one) in map.Entries)
        {
            if (item.TryRead(one, $"{what}.{Problems.Short(key.Value)}", problems, out T? read))
            {
                items[key.Value] = read;
            }
        }

        value = items;
        return items.Count == map.Entries.Count;
    }

    /// <inheritdoc/>
    public override JsonNode? Write(IReadOnlyDictionary<string, T> value) =>
        new JsonObject(value.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => KeyValuePair.Create(v.Key, item.Write(v.Value))));

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "object", ["additionalProperties"] = item.Schema(), ["minProperties"] = 1 };
}
