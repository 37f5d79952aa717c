using System.CommandLine;
using System.Text.Json.Nodes;

namespace VasaSim.Commands;

/// <summary>
/// The options of a command that changes something, of which at least one must be given: each says a key of the body to
/// send. Its name is the option's in camel case: <c>--fail-sync</c> is <c>failSync</c>.
/// </summary>
internal sealed class PatchOptions
{
    private readonly List<(Option Option, Action<ParseResult, JsonObject> Read)> _options = [];

    /// <summary>A value that is true or false, or true when only the option is given.</summary>
    public PatchOptions Flag(string name, string description)
    {
        Option<bool?> option = new(name) { HelpName = "true|false", Description = description };
        return Add(option, (arguments, body) =>
        {
            if (arguments.GetValue(option) is { } value)
            {
                body[KeyOf(name)] = value;
            }
        });
    }

    /// <summary>A text, which <paramref name="read"/> makes the key's value; null: as it is.</summary>
    public PatchOptions Text(string name, string? help, string description, Func<string, JsonNode?>? read = null)
    {
        Option<string?> option = new(name) { HelpName = help, Description = description };
        return Add(option, (arguments, body) =>
        {
            if (arguments.GetValue(option) is { } value)
            {
                body[KeyOf(name)] = read is null ? value : read(value);
            }
        });
    }

    /// <summary>Any other option, with what it puts into the body.</summary>
    public PatchOptions Add(Option option, Action<ParseResult, JsonObject> read)
    {
        _options.Add((option, read));
        return this;
    }

    /// <summary>Gives the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach ((Option option, _) in _options)
        {
            command.Add(option);
        }

        Changes.Require(command, [.. _options.Select(o => o.Option)]);
    }

    /// <summary>The body that the arguments say.</summary>
    public JsonObject Read(ParseResult arguments)
    {
        JsonObject body = [];
        foreach ((_, Action<ParseResult, JsonObject> read) in _options)
        {
            read(arguments, body);
        }

        return body;
    }

    private static string KeyOf(string name) => string.Concat(name[2..].Split('-').Select((word, i) =>
        i == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
}
