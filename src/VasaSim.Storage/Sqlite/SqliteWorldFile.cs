using VasaSim.Core.Storage;

namespace VasaSim.Storage.Sqlite;

/// <summary>The names of a world's files, and the errors that name them.</summary>
internal sealed class SqliteWorldFile(string path)
{
    /// <summary>The database, absolute.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>What was committed and is not in the database yet.</summary>
    public string WriteAheadLog => Path + "-wal";

    /// <summary>The index of the write-ahead log.</summary>
    public string SharedMemory => Path + "-shm";

    /// <summary>Held by the store that has the database open.</summary>
    public string Lock => Path + ".lock";

    /// <summary>The database as SQLite's <c>file:</c> URI; each parameter as <c>name=value</c>.</summary>
    public string Uri(params ReadOnlySpan<string> parameters)
    {
        bool windows = OperatingSystem.IsWindows();
        IEnumerable<string> segments = (windows ? Path.Replace('\\', '/') : Path).Split('/').Select(System.Uri.EscapeDataString);
        return $"{(windows ? "file:///" : "file:")}{string.Join('/', segments)}?{string.Join('&', parameters)}";
    }

    public StoreException Damaged(string reason, Exception? inner = null) => new(
        StoreProblem.Damaged,
        $"The world in '{Path}' cannot be used: {reason}. Move the file away, together with its -wal if there is one, or restore both from a backup; or start with another data directory. Nothing was changed.",
        inner);

    public StoreException NewerVersion(string reason, Exception? inner = null) => new(
        StoreProblem.NewerVersion,
        $"The world in '{Path}' was written by a newer version: {reason}. Start that version, or start this one with another data directory. Nothing was changed.",
        inner);

    public StoreException OlderVersion(string reason) => new(
        StoreProblem.OlderVersion,
        $"The world in '{Path}' was written by an older version: {reason}. Move the file away, together with its -wal if there is one, or start with another data directory. Nothing was changed.");

    public StoreException InUse(Exception? inner = null) => new(
        StoreProblem.InUse,
        $"The world in '{Path}' is in use by another process, or by another store of this one. Stop that one first, or start with another data directory.",
        inner);

    public StoreException Unavailable(string reason, Exception? inner = null) => new(
        StoreProblem.Unavailable,
        $"The world in '{Path}' cannot be opened: {reason}. See to it that the directory and the files in it can be written to, or start with another data directory.",
        inner);

    public StoreException Conflict(long revision) => new(
        StoreProblem.Conflict,
        $"The world in '{Path}' is no longer at revision {revision}: another program has written into the file. Start again, so that it is loaded as it is stored.");

    /// <summary>The error of a call that opens the file.</summary>
    public StoreException Opening(SqliteFailure failure) => failure.Problem switch
    {
        StoreProblem.Damaged => Damaged($"it is damaged ({failure.Message})", failure),
        StoreProblem.InUse => InUse(failure),
        _ => Unavailable(failure.Message, failure),
    };

    /// <summary>The error of a read from the opened file.</summary>
    public StoreException Reading(Exception failure) =>
        new(ProblemOf(failure), $"The world in '{Path}' can no longer be read: {failure.Message}.", failure);

    /// <summary>The error of a commit, and of all later ones.</summary>
    public StoreException Writing(Exception failure) => new(
        ProblemOf(failure),
        $"The world in '{Path}' can no longer be saved: {failure.Message}. What was committed before is kept, nothing later is. Make room or repair the disk, then start again.",
        failure);

    private static StoreProblem ProblemOf(Exception failure) =>
        failure is SqliteFailure { Problem: StoreProblem.Damaged } ? StoreProblem.Damaged : StoreProblem.Unavailable;
}
