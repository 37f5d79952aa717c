namespace VasaSim.Server.Tests;

/// <summary>The repository that the tests were built in.</summary>
internal static class Repository
{
    /// <summary>A file or folder by its path from the root.</summary>
    public static string Find(params ReadOnlySpan<string> path)
    {
        string? directory = AppContext.BaseDirectory;
        while (directory is not null && !File.Exists(Path.Combine(directory, "VasaSim.sln")))
        {
            directory = Path.GetDirectoryName(directory);
        }

        return Path.Combine([directory ?? throw new InvalidOperationException("The tests run outside of the repository."), .. path]);
    }
}
