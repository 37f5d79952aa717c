using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using VasaSim.Configuration.Yaml;

namespace VasaSim.Configuration.Shapes;

/// <summary>A list; where the shape allows it, one item may stand without brackets.</summary>
internal sealed class ListShape<T>(Shape<T> item, bool mayBeAlone) : Shape<IReadOnlyList<T>>
{
    /// <inheritdoc/>
    public override bool TryRead(YamlNode node, string what, Problems problems, [MaybeNullWhen(false)] out IReadOnlyList<T> value)
    {
        value = null;
        if (node is not YamlSequence && !mayBeAlone)
        {
            problems.Add(node, $"{what} is {node.Kind}; it must be a list");
            return false;
        }

        IReadOnlyList<YamlNode> nodes = node is YamlSequence list ? list.Items : [node];
        if (nodes.Count == 0 && mayBeAlone)
        {
            problems.Add(node, $"{what} is an empty list; leave it out, or name something");
            return false;
        }

        List<T> items = [];
        foreach (YamlNode one in nodes)
        {
            if (item.TryRead(one, what, problems, out T? read))
            {
                items.Add(read);
            }
        }

        value = items;
        return items.Count == nodes.Count;
    }

    /// <inheritdoc/>
    public override JsonNode? Write(IReadOnlyList<T> value) => mayBeAlone && value.Count == 1
        ? item.Write(value[0])
        : new JsonArray([.. value.Select(item.Write)]);

    /// <inheritdoc/>
    public override JsonObject Schema()
    {
        JsonObject list = new() { ["type"] = "array", ["items"] = item.Schema() };
        if (!mayBeAlone)
        {
            return list;
        }

        list["minItems"] = 1;
        return new JsonObject { ["anyOf"] = new JsonArray(item.Schema(), list) };
    }
}
