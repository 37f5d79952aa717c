using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace VasaSim.Server.Tests.Injection;

/// <summary>Writes rules as one would by hand: YAML, one key in a line, what is in it in one line.</summary>
internal static partial class RuleText
{
    /// <summary>A rule as an item of the list in a rule file.</summary>
    public static string Of(JsonObject rule) =>
        string.Concat(rule.Select((key, i) => $"{(i == 0 ? "  - " : "    ")}{key.Key}: {Flow(key.Value)}\n"));

    private static string Flow(JsonNode? node) => node switch
    {
        JsonObject json => $"{{ {string.Join(", ", json.Select(m => $"{m.Key}: {Flow(m.Value)}"))} }}",
        JsonArray list => $"[{string.Join(", ", list.Select(Flow))}]",
        JsonValue value when value.TryGetValue(out string? text) && Plain().IsMatch(text) => text,
        _ => node!.ToJsonString(),
    };

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_.-]*$")]
    private static partial Regex Plain();
}
