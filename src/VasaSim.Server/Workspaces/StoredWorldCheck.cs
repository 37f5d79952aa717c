using VasaSim.Core.Model;
using VasaSim.Storage;

namespace VasaSim.Server.Workspaces;

/// <summary>Whether the options for a new world fit the one that is stored: a start must not silently use another world than it was asked for.</summary>
internal static class StoredWorldCheck
{
    public static void Throw(WorkspaceOptions options, WorldInfo stored)
    {
        List<string> differences = [];
        if (options.Lab is { } lab && !EntityComparison.HaveSameContent(stored, stored with { Lab = lab }))
        {
            differences.Add($"the lab is '{stored.Lab.Name}', not the given '{lab.Name}', or was changed since");
        }

        if (options.Seed is { } seed && seed != stored.Seed)
        {
            differences.Add($"the seed is {stored.Seed}, not {seed}");
        }

        if (options.StartTime is { } start && start != stored.StartTime)
        {
            differences.Add($"the start time is {stored.StartTime:yyyy-MM-ddTHH:mm:ss.fffZ}, not {start:yyyy-MM-ddTHH:mm:ss.fffZ}");
        }

        if (differences.Count > 0)
        {
            throw new WorkspaceException(
                $"The data directory {options.DataDirectory} holds another world: {string.Join("; ", differences)}. "
                + "Leave the option out to go on with that world, or give another directory with --data.");
        }
    }
}
