using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using VasaSim.Configuration;
using VasaSim.Configuration.Shapes;
using VasaSim.Configuration.Yaml;

namespace VasaSim.Faults.Actions;

/// <summary>A fault: its name, a mapping of its type and members, or several of which one is drawn.</summary>
internal sealed class FaultSpecShape : Shape<FaultSpec>
{
    private static readonly Shape<IReadOnlyDictionary<string, int>> _weights = ShapeOf.Map(ShapeOf.Whole(1, 1_000_000));

    private static readonly Shape<FaultSpec> _several = new ObjectShape<FaultSpec>("fault", new Keys<FaultSpec>()
        .Add("oneOf", _weights, f => f.OneOf, (f, v) => f with { OneOf = v }, "Faults with their weights, of which one is drawn.", required: true)
        .Add("message", ShapeOf.Text, f => f.Message, (f, v) => f with { Message = v }, "The text for people."));

    /// <inheritdoc/>
    public override bool TryRead(YamlNode node, string what, Problems problems, [MaybeNullWhen(false)] out FaultSpec value)
    {
        value = null;
        if (node is not YamlMapping map)
        {
            bool isName = ShapeOf.Text.TryRead(node, what, problems, out string? name);
            value = new FaultSpec { Type = name };
            return isName;
        }

        if (map.Find("oneOf") is not null)
        {
            return _several.TryRead(node, what, problems, out value);
        }

        if (map.Find("type") is not YamlScalar { IsEmpty: false } type)
        {
            problems.Add(node, $"{what} needs type, the name of the fault; or oneOf");
            return false;
        }

        string? message = null;
        if (map.Find("message") is { } text && !ShapeOf.Text.TryRead(text, "message", problems, out message))
        {
            return false;
        }

        JsonObject fields = (JsonObject)YamlJson.ToJson(map)!;
        fields.Remove("type");
        fields.Remove("message");
        value = new FaultSpec { Type = type.Value, Message = message, Fields = fields.Count > 0 ? fields : null };
        return true;
    }

    /// <inheritdoc/>
    public override JsonNode? Write(FaultSpec value)
    {
        if (value.OneOf is not null)
        {
            return _several.Write(value);
        }

        if (value.Fields is null && value.Message is null)
        {
            return value.Type;
        }

        JsonObject written = new() { ["type"] = value.Type };
        if (value.Message is not null)
        {
            written["message"] = value.Message;
        }

        foreach ((string name, JsonNode? field) in value.Fields ?? [])
        {
            written[name] = field?.DeepClone();
        }

        return written;
    }

    /// <inheritdoc/>
    public override JsonObject Schema() => new()
    {
        ["anyOf"] = new JsonArray(
            ShapeOf.Text.Schema(),
            new JsonObject { ["type"] = "object", ["required"] = new JsonArray("type"), ["properties"] = new JsonObject { ["type"] = ShapeOf.Text.Schema() } },
            _several.Schema()),
    };
}
