using System.Globalization;
using VasaSim.Core.Storage;
using VasaSim.Storage;

namespace VasaSim.Server.Workspaces;

/// <summary>
/// The worlds that a tester kept, by name: a name in other case is the same, since it may be a file's. Whatever is done
/// with them is done one at a time; the world goes on meanwhile. Safe for threads.
/// </summary>
internal sealed class SnapshotShelf(Workspace workspace, IWorldArchive archive)
{
    /// <summary>How many there may be.</summary>
    public const int Most = 100;

    private const string DirectoryName = "snapshots";
    private const int LongestName = 64;

    // Ends when all that was asked for so far is done.
    private Task _last = Task.CompletedTask;

    // Read when it is first asked for, and right ever after: nobody else writes to the archive.
    private SortedDictionary<string, Snapshot>? _known;

    /// <summary>The snapshots of a workspace: beside its world in the data directory, or in memory like it.</summary>
    public static SnapshotShelf For(Workspace workspace, WorkspaceOptions options) => new(workspace, options.DataDirectory is { } directory
        ? WorldArchives.InDirectory(Path.Combine(directory, DirectoryName), options.Durability)
        : WorldArchives.InMemory());

    /// <summary>What is legal as a name, for messages.</summary>
    public static string LegalName => "1 to 64 letters, digits, -, _ and ., the first of them no dot";

    /// <summary>Whether a text is legal as a name.</summary>
    public static bool IsLegalName(string name) =>
        name.Length is > 0 and <= LongestName && name[0] != '.' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');

    /// <summary>All snapshots, by name.</summary>
    public Task<IReadOnlyList<Snapshot>> ListAsync() => InTurnAsync<IReadOnlyList<Snapshot>>(async () => [.. (await KnownAsync()).Values]);

    /// <summary>Keeps the world as it is now.</summary>
    /// <param name="wanted">A legal name; null: the next free <c>snapshot-N</c>.</param>
    /// <returns>The snapshot, or why there can be none.</returns>
    public Task<(Snapshot? Made, string? Refusal)> MakeAsync(string? wanted) => InTurnAsync<(Snapshot? Made, string? Refusal)>(async () =>
    {
        SortedDictionary<string, Snapshot> known = await KnownAsync();
        string name = wanted ?? FreeName(known);
        if (known.ContainsKey(name))
        {
            return (null, $"There is a snapshot '{name}' already; forget it first, or take another name.");
        }

        if (known.Count >= Most)
        {
            return (null, $"There are {Most} snapshots already, and no more can be kept; forget one first.");
        }

        IReadOnlyList<Entity> entities = await workspace.CaptureAsync();
        await archive.WriteAsync(name, entities);
        return (known[name] = Snapshot.Of(name, entities), null);
    });

    /// <summary>Puts a snapshot in the place of the world.</summary>
    /// <returns>The snapshot, with its problem when it could not be read and nothing was done; null when there is none such.</returns>
    public Task<Snapshot?> RestoreAsync(string name) => InTurnAsync(async () =>
    {
        if (!(await KnownAsync()).TryGetValue(name, out Snapshot? snapshot) || snapshot.Problem is not null)
        {
            return snapshot;
        }

        await workspace.RestoreAsync(await archive.ReadAsync(snapshot.Name));
        return snapshot;
    });

    /// <summary>Forgets a snapshot.</summary>
    /// <returns>What it was; null when there is none such.</returns>
    public Task<Snapshot?> ForgetAsync(string name) => InTurnAsync(async () =>
    {
        SortedDictionary<string, Snapshot> known = await KnownAsync();
        if (known.TryGetValue(name, out Snapshot? snapshot))
        {
            archive.Delete(snapshot.Name);
            known.Remove(name);
        }

        return snapshot;
    });

    private static string FreeName(SortedDictionary<string, Snapshot> known) => Enumerable.Range(1, known.Count + 1)
        .Select(n => string.Create(CultureInfo.InvariantCulture, $"snapshot-{n}"))
        .First(name => !known.ContainsKey(name));

    private async Task<T> InTurnAsync<T>(Func<Task<T>> work)
    {
        TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await Interlocked.Exchange(ref _last, done.Task);
        try
        {
            return await work();
        }
        finally
        {
            done.SetResult();
        }
    }

    private async Task<SortedDictionary<string, Snapshot>> KnownAsync()
    {
        if (_known is { } before)
        {
            return before;
        }

        SortedDictionary<string, Snapshot> known = new(StringComparer.OrdinalIgnoreCase);
        foreach (string name in archive.Names().Where(IsLegalName))
        {
            known[name] = await ReadAsync(name);
        }

        return _known = known;
    }

    // One that cannot be read is no reason not to tell of the others.
    private async Task<Snapshot> ReadAsync(string name)
    {
        try
        {
            return Snapshot.Of(name, await archive.ReadAsync(name));
        }
        catch (StoreException e)
        {
            return new Snapshot { Name = name, Problem = e.Message };
        }
    }
}
