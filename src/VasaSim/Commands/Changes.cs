using System.CommandLine;

namespace VasaSim.Commands;

/// <summary>Commands that change something need to be told what.</summary>
internal static class Changes
{
    /// <summary>Makes it an error to give none of the options.</summary>
    public static void Require(Command command, IReadOnlyList<Option> changes) => command.Validators.Add(result =>
    {
        if (changes.All(c => result.GetResult(c) is null or { Implicit: true }))
        {
            result.AddError($"Nothing to change; give at least one of {string.Join(", ", changes.Select(c => c.Name))}.");
        }
    });
}
