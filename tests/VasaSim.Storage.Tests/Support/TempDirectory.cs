namespace VasaSim.Storage.Tests.Support;

/// <summary>A directory of its own for a test, removed afterwards.</summary>
internal sealed class TempDirectory : IDisposable
{
    // With characters that mean something in a URI.
    public string Path { get; } = Directory.CreateTempSubdirectory(OperatingSystem.IsWindows() ? "vasasim store #%20" : "vasasim store #?%20").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Every file and its bytes, but for the lock, which a store that refuses may leave.</summary>
    public Dictionary<string, string> Content() => Directory.GetFiles(Path)
        .Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
        .ToDictionary(file => System.IO.Path.GetFileName(file), file => Convert.ToHexString(File.ReadAllBytes(file)));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
