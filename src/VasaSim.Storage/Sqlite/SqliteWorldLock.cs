using VasaSim.Core.Storage;

namespace VasaSim.Storage.Sqlite;

/// <summary>
/// Keeps other stores away from a world's file. The operating system takes the lock back when the process ends,
/// however it ends. The lock's file stays behind on purpose: deleting it would let two stores hold locks on two files
/// of the same name.
/// </summary>
internal sealed class SqliteWorldLock : IDisposable
{
    private readonly FileStream _stream;

    private SqliteWorldLock(FileStream stream) => _stream = stream;

    public static SqliteWorldLock Take(SqliteWorldFile file)
    {
        try
        {
            if (Path.GetDirectoryName(file.Path) is { } directory)
                Directory.CreateDirectory(directory);
            return new SqliteWorldLock(new FileStream(file.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (IsSharingViolation(e))
        {
            throw file.InUse(e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw file.Unavailable(e.Message, e);
        }
    }

    // .NET has no type for it: EWOULDBLOCK on Linux and macOS, ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION on Windows.
    private static bool IsSharingViolation(IOException e) =>
        OperatingSystem.IsWindows() ? (e.HResult & 0xFFFF) is 32 or 33 : e.HResult is 11 or 35;

    public void Dispose() => _stream.Dispose();
}
