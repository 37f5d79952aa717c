using System.Text;

namespace VasaSim.Running;

/// <summary>Files that a reader sees as a whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Writes beside the file and renames; a directory that is missing is made.</summary>
    /// <exception cref="CommandException">The file cannot be written.</exception>
    public static void Write(string path, byte[] content) => Try(path, () =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        string temporary = $"{path}.{Environment.ProcessId}.tmp";
        File.WriteAllBytes(temporary, content);
        File.Move(temporary, path, overwrite: true);
    });

    /// <inheritdoc cref="Write(string, byte[])"/>
    public static void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Removes the file, if it is there.</summary>
    /// <exception cref="CommandException">The file cannot be removed.</exception>
    public static void Remove(string path) => Try(path, () =>
    {
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    });

    private static void Try(string path, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new CommandException(ExitCode.Resource, $"The file '{path}' cannot be written: {e.Message}");
        }
    }
}
