using System.CommandLine;

namespace VasaSim.Settings;

/// <summary>
/// Something that can be set by an option and by an environment variable; the option wins. Options, error messages
/// and documentation come from this.
/// </summary>
internal abstract class Setting(string name)
{
    /// <summary>The option, such as <c>--control-port</c>.</summary>
    public string Flag { get; } = "--" + name;

    /// <summary>The environment variable, such as <c>VASASIM_CONTROL_PORT</c>. One that is empty counts as not set.</summary>
    public string Variable { get; init; } = "VASASIM_" + name.ToUpperInvariant().Replace('-', '_');

    /// <summary>Whether its value is never told.</summary>
    public bool IsSecret { get; init; }

    /// <summary>How help shows the value: a word for it, or the values there are.</summary>
    public required string Values { get; init; }

    /// <summary>What is legal, for messages.</summary>
    public required string Legal { get; init; }

    /// <summary>The default, for people.</summary>
    public required string DefaultText { get; init; }

    /// <summary>What it is for.</summary>
    public required string Meaning { get; init; }

    /// <summary>A new option for it. Its text is read with <see cref="SettingReader"/>, as that of the variable is.</summary>
    public Option<string?> ToOption() => new(Flag)
    {
        HelpName = Values,
        Description = $"{Meaning} [default: {DefaultText}; env: {Variable}]",
    };
}
