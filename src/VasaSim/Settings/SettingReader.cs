using System.CommandLine;

namespace VasaSim.Settings;

/// <summary>Reads settings from the command line and the environment, and collects all that is wrong with them.</summary>
internal sealed class SettingReader(ParseResult arguments, IReadOnlyDictionary<string, string> environment)
{
    private readonly List<string> _problems = [];

    /// <summary>The value: the option's, else the variable's, else the default.</summary>
    public T Get<T>(Setting<T> setting)
    {
        if (arguments.GetValue<string?>(setting.Flag) is { } given)
        {
            return Read(setting, setting.Flag, given);
        }

        return environment.TryGetValue(setting.Variable, out string? variable) && variable.Length > 0
            ? Read(setting, setting.Variable, variable)
            : setting.Default;
    }

    /// <summary>Adds a problem that concerns several settings.</summary>
    public void Problem(string message) => _problems.Add(message);

    /// <summary>Ends the reading.</summary>
    /// <exception cref="CommandException">Something was wrong.</exception>
    public void Close()
    {
        if (_problems.Count > 0)
        {
            throw new CommandException(ExitCode.Usage, string.Join(Environment.NewLine, _problems));
        }
    }

    private T Read<T>(Setting<T> setting, string source, string text)
    {
        if (setting.TryParse(text, out T value))
        {
            return value;
        }

        string what = setting.IsSecret ? "the value" : $"'{text}'";
        _problems.Add($"{source}: {what} is not legal; it must be {setting.Legal}.");
        return setting.Default;
    }
}
