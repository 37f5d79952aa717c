using System.Collections;

namespace VasaSim;

/// <summary>What surrounds a run of the program.</summary>
/// <param name="Out">Standard output: what was asked for, and nothing else.</param>
/// <param name="Error">Standard error: what went wrong, and logs.</param>
/// <param name="Environment">The environment variables.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Whether a person reads standard output as it is written.</summary>
    public bool IsInteractive { get; init; }

    public static Terminal OfProcess() => new(
        Console.Out,
        Console.Error,
        System.Environment.GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string?)e.Value ?? ""))
    {
        IsInteractive = !Console.IsOutputRedirected,
    };
}
