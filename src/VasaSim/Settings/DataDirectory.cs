namespace VasaSim.Settings;

/// <summary>Where a world is kept.</summary>
internal static class DataDirectory
{
    private const string Memory = ":memory:";

    /// <summary>The absolute directory for a value of <c>--data</c>; null for a world in memory.</summary>
    /// <exception cref="CommandException">None was given, and the user has no data directory.</exception>
    public static string? Resolve(string? given) => given switch
    {
        Memory => null,
        null => Default(),
        _ => Path.GetFullPath(given),
    };

    // $XDG_DATA_HOME or ~/.local/share; ~/Library/Application Support; %LOCALAPPDATA%. Never the current directory:
    // nobody wants a database in a repository.
    private static string Default()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.IsPathFullyQualified(home)
            ? Path.Combine(home, "vasasim", "default")
            : throw new CommandException(ExitCode.Configuration, "The user has no home directory to keep the world in; give one with --data DIR, or --data :memory:.");
    }
}
