using System.Text.Json.Nodes;

namespace VasaSim.Client;

/// <summary>Writes rules for people. They come as JSON, since what they can say is the rule file's matter.</summary>
internal static class RuleTables
{
    /// <summary>One rule in a line.</summary>
    public static void List(TextWriter output, JsonNode set) => TextTable.Write(
        output,
        ["RULE", "STATE", "MATCHED", "HITS", "AT", "MATCH", "WHEN", "DO"],
        set["rules"]!.AsArray().Select(r => new[]
        {
            Text(r!["id"]), State(r), Text(r["status"]!["matched"]), Text(r["status"]!["hits"]), Text(r["status"]!["at"]),
            Text(r["match"]), Text(r["when"]), Text(r["do"]),
        }));

    /// <summary>One rule, key by key.</summary>
    public static void Rule(TextWriter output, JsonNode rule)
    {
        JsonObject status = rule["status"]!.AsObject();
        (string Name, string Value)[] lines =
        [
            .. rule.AsObject().Where(k => k.Key is not ("status" or "enabled")).Select(k => (k.Key, Text(k.Value))),
            ("state", State(rule)),
            .. status.Where(k => k.Key is not "spentBy").Select(k => (k.Key, Text(k.Value))),
        ];
        foreach ((string name, string value) in lines)
        {
            output.WriteLine($"{name,-15}  {value}");
        }
    }

    /// <summary>Why each rule applied to a call or did not.</summary>
    public static void Why(TextWriter output, JsonNode answer)
    {
        output.WriteLine($"call {Text(answer["journal"])}  {Text(answer["operation"])}  {Text(answer["outcome"])}");
        TextTable.Write(
            output,
            ["RULE", "RESULT", "UNMET", "AT", "NTH", "DRAWN"],
            answer["rules"]!.AsArray().Select(r => Cells(r!, "rule", "result", "unmet", "at", "nth", "drawn")));
    }

    /// <summary>Calls that rules nearly applied to.</summary>
    public static void NearMisses(TextWriter output, JsonNode answer) => TextTable.Write(
        output,
        ["RULE", "CALL", "OPERATION", "DIFFERS"],
        answer["rules"]!.AsArray().SelectMany(r => r!["nearMisses"]!.AsArray().Select(string[] (n) => [Text(r["rule"]), .. Cells(n!, "journal", "operation", "differs")])));

    /// <summary>Faults that were seen, and rules that did nothing.</summary>
    public static void Coverage(TextWriter output, JsonNode answer)
    {
        TextTable.Write(
            output,
            ["OPERATION", "FAULT", "NATURAL", "INJECTED"],
            answer["faults"]!.AsArray().Select(f => Cells(f!, "operation", "fault", "natural", "injected")));
        output.WriteLine($"rules without hits: {string.Join(", ", answer["rulesWithoutHits"]!.AsArray().Select(Text).DefaultIfEmpty("none"))}");
    }

    private static string[] Cells(JsonNode row, params string[] keys) => [.. keys.Select(k => Text(row[k]))];

    private static string State(JsonNode rule) =>
        (bool?)rule["enabled"] == false ? "disabled" : (string?)rule["status"]!["spentBy"] is { } limit ? $"spent ({limit})" : "in force";

    // As it can stand in a rule file.
    private static string Text(JsonNode? node) => node switch
    {
        null => "-",
        JsonObject map => $"{{ {string.Join(", ", map.Select(k => $"{k.Key}: {Text(k.Value)}"))} }}",
        JsonArray list => $"[{string.Join(", ", list.Select(Text))}]",
        _ => node.ToString(),
    };
}
