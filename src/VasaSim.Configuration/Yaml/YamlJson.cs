using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VasaSim.Configuration.Yaml;

/// <summary>JSON as the YAML that it is also, and back. Safe for threads.</summary>
public static class YamlJson
{
    /// <summary>The tree of a JSON value, for those who read YAML. Its values have no line.</summary>
    public static YamlNode ToYaml(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => new YamlMapping(0, 0, [.. json.EnumerateObject().Select(p => (new YamlScalar(0, 0, p.Name, isPlain: false), ToYaml(p.Value)))]),
        JsonValueKind.Array => new YamlSequence(0, 0, [.. json.EnumerateArray().Select(ToYaml)]),
        JsonValueKind.String => new YamlScalar(0, 0, json.GetString()!, isPlain: false),
        _ => new YamlScalar(0, 0, json.GetRawText(), isPlain: true),
    };

    /// <summary>The JSON of a tree: what was written without quotes and looks like a number, true or false is one.</summary>
    public static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMapping map => new JsonObject(map.Entries.Select(e => KeyValuePair.Create(e.Key.Value, ToJson(e.Value)))),
        YamlSequence list => new JsonArray([.. list.Items.Select(ToJson)]),
        YamlScalar { IsEmpty: true } => null,
        YamlScalar { IsPlain: true, Value: "true" } => true,
        YamlScalar { IsPlain: true, Value: "false" } => false,
        YamlScalar { IsPlain: true } scalar when long.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) => whole,
        YamlScalar { IsPlain: true } scalar when double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) => number,
        YamlScalar scalar => scalar.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    /// <summary>The JSON pointer to a value of a tree; empty for the root, and for a value that is not in it.</summary>
    public static string PointerTo(YamlNode root, YamlNode node) => Find(root, node, "") ?? "";

    private static string? Find(YamlNode at, YamlNode node, string pointer)
    {
        if (ReferenceEquals(at, node))
        {
            return pointer;
        }

        return at switch
        {
            YamlMapping map => map.Entries
                .Select(e => ReferenceEquals(e.Key, node) ? $"{pointer}/{Escape(e.Key.Value)}" : Find(e.Value, node, $"{pointer}/{Escape(e.Key.Value)}"))
                .FirstOrDefault(p => p is not null),
            YamlSequence list => list.Items.Select((item, i) => Find(item, node, $"{pointer}/{i}")).FirstOrDefault(p => p is not null),
            _ => null,
        };
    }

    private static string Escape(string key) =>
        key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
