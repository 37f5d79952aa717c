using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using VasaSim.Configuration;
using VasaSim.Configuration.Shapes;
using VasaSim.Configuration.Yaml;

namespace VasaSim.Faults.Rules;

/// <summary>Labels: <c>tier=gold</c>, a list of such texts, or a mapping.</summary>
internal sealed class LabelShape(Shape<Glob> value) : Shape<IReadOnlyDictionary<string, Glob>>
{
    private readonly Shape<IReadOnlyDictionary<string, Glob>> _map = ShapeOf.Map(value);

    private readonly Shape<IReadOnlyList<string>> _texts = ShapeOf.OneOrMany(
        ShapeOf.TextOf("a label such as tier=gold", static t => t.IndexOf('=', StringComparison.Ordinal) > 0 && !t.EndsWith('='), "^[^=]+=.+$"));

    /// <inheritdoc/>
    public override bool TryRead(YamlNode node, string what, Problems problems, [MaybeNullWhen(false)] out IReadOnlyDictionary<string, Glob> value)
    {
        if (node is YamlMapping)
        {
            return _map.TryRead(node, what, problems, out value);
        }

        bool ok = _texts.TryRead(node, what, problems, out IReadOnlyList<string>? texts);
        Dictionary<string, Glob> labels = new(StringComparer.Ordinal);
        foreach (string[] parts in (texts ?? []).Select(t => t.Split('=', 2)))
        {
            labels[parts[0]] = new Glob(parts[1]);
        }

        value = labels;
        return ok;
    }

    /// <inheritdoc/>
    public override JsonNode? Write(IReadOnlyDictionary<string, Glob> value) => _map.Write(value);

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(_map.Schema(), _texts.Schema()) };
}
