using System.CommandLine;
using System.Text.Json.Nodes;

namespace VasaSim.Commands;

/// <summary>Options that each put a value at a path of a rule, such as <c>match.groups.id</c>.</summary>
internal sealed class RuleOptions
{
    private readonly List<(Option Option, string Path, Func<ParseResult, JsonNode?> Read)> _options = [];

    /// <summary>A text as it is.</summary>
    public RuleOptions Text(string name, string help, string path, string description) => One(name, help, path, description, static t => t);

    /// <summary>A text that becomes a value.</summary>
    public RuleOptions One(string name, string help, string path, string description, Func<string, JsonNode?> read)
    {
        Option<string?> option = new(name) { HelpName = help, Description = description };
        return Add(option, path, arguments => arguments.GetValue(option) is { } text ? read(text) : null);
    }

    /// <summary>Texts, of which one is enough.</summary>
    public RuleOptions Many(string name, string help, string path, string description)
    {
        Option<string[]> option = new(name) { HelpName = help, Description = description + " May be repeated." };
        return Add(option, path, arguments => arguments.GetValue(option) is { Length: > 0 } texts ? new JsonArray([.. texts.Select(t => (JsonNode)t)]) : null);
    }

    /// <summary>A value that is there when the option is given.</summary>
    public RuleOptions Flag(string name, string path, JsonNode value, string description)
    {
        Option<bool> option = new(name) { Description = description };
        return Add(option, path, arguments => arguments.GetValue(option) ? value.DeepClone() : null);
    }

    /// <summary>Gives the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach ((Option option, _, _) in _options)
        {
            command.Add(option);
        }
    }

    /// <summary>The rule that the arguments say.</summary>
    public JsonObject Read(ParseResult arguments)
    {
        JsonObject rule = [];
        foreach ((_, string path, Func<ParseResult, JsonNode?> read) in _options)
        {
            if (read(arguments) is { } value)
            {
                Put(rule, path.Split('.'), value);
            }
        }

        return rule;
    }

    private static void Put(JsonObject owner, ReadOnlySpan<string> path, JsonNode value)
    {
        if (path.Length == 1)
        {
            owner[path[0]] = value;
            return;
        }

        JsonObject inner = owner[path[0]]?.AsObject() ?? [];
        owner[path[0]] ??= inner;
        Put(inner, path[1..], value);
    }

    private RuleOptions Add(Option option, string path, Func<ParseResult, JsonNode?> read)
    {
        _options.Add((option, path, read));
        return this;
    }
}
