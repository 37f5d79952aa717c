using System.CommandLine;
using System.Text.Json.Nodes;

namespace VasaSim.Commands;

/// <summary>The options that say which calls are meant.</summary>
internal sealed class CallFilter
{
    private readonly (string Key, Option<string[]> Option)[] _conditions =
    [
        Condition("operation", "PATTERN", "The method's wire name, such as 'Sync*'."),
        Condition("group", "PATTERN", "A group that it names: a device group, or faultDomain/deviceGroup."),
        Condition("fault", "PATTERN", "The type of its fault; 'none' without one."),
        Condition("user", "PATTERN", "The user."),
        Condition("client", "PATTERN", "The client's user agent."),
        Condition("protocol", "soap|json|rest", "The protocol."),
    ];

    /// <summary>Gives a command the options.</summary>
    public void AddTo(Command command)
    {
        foreach ((_, Option<string[]> option) in _conditions)
        {
            command.Add(option);
        }
    }

    /// <summary>The conditions as a query, for addresses: <c>operation=a&amp;operation=b</c>.</summary>
    public IEnumerable<string> Query(ParseResult arguments) =>
        Given(arguments).SelectMany(c => c.Patterns.Select(p => $"{c.Key}={Uri.EscapeDataString(p)}"));

    /// <summary>The conditions as an object; null without any.</summary>
    public JsonObject? Match(ParseResult arguments)
    {
        JsonObject match = [];
        foreach ((string key, string[] patterns) in Given(arguments))
        {
            match[key] = new JsonArray([.. patterns.Select(p => (JsonNode)p)]);
        }

        return match.Count > 0 ? match : null;
    }

    private IEnumerable<(string Key, string[] Patterns)> Given(ParseResult arguments) => _conditions
        .Select(c => (c.Key, Patterns: arguments.GetValue(c.Option) ?? []))
        .Where(c => c.Patterns.Length > 0);

    private static (string Key, Option<string[]> Option) Condition(string key, string values, string description) =>
        (key, new Option<string[]>("--" + key) { HelpName = values, Description = $"{description} May be given several times." });
}
