using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;
using VasaSim.Core.Storage;

namespace VasaSim.Storage.Sqlite;

/// <summary>
/// Binds the operating system's SQLite, which its maintainers keep patched, instead of an old copy in a package. A
/// library called <c>e_sqlite3</c> beside the program wins, so an operator can bring a newer one.
/// </summary>
internal static class SqliteLibrary
{
    private static readonly Version Oldest = new(3, 37);

    // Once per process; an exception is kept and thrown again for every store.
    private static readonly Lazy<string> Loaded = new(Load);

    /// <summary>The version of the library, which is loaded at the first call.</summary>
    /// <exception cref="StoreException">There is none, or it is too old.</exception>
    public static string Version => Loaded.Value;

    /// <summary>Why a version will not do; null when it will.</summary>
    public static string? Refuse(string version) =>
        System.Version.TryParse(version, out Version? parsed) && parsed >= Oldest
            ? null
            : $"SQLite {Oldest} or newer is needed, but the operating system's library is version {version}. {Remedy}";

    private static string Remedy =>
        "Install it: libsqlite3-0 on Debian and Ubuntu, sqlite-libs on Fedora, RHEL and Alpine, sqlite on Arch and Homebrew; "
        + "or put a library named e_sqlite3 beside the program. "
        + "Worlds that need not outlive the process can be kept in memory without it.";

    private static string Load()
    {
        Assembly provider = typeof(SQLite3Provider_e_sqlite3).Assembly;
        try
        {
            NativeLibrary.SetDllImportResolver(provider, Resolve);
        }
        catch (InvalidOperationException)
        {
            // The program that hosts us uses the same provider and has said already where its library is.
        }

        string version;
        try
        {
            raw.SetProvider(new SQLite3Provider_e_sqlite3());
            version = raw.sqlite3_libversion().utf8_to_string();
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException or TypeInitializationException)
        {
            throw new StoreException(StoreProblem.Unavailable, $"The operating system has no SQLite library that can be loaded. {Remedy}", e);
        }

        return Refuse(version) is { } refusal ? throw new StoreException(StoreProblem.Unavailable, refusal) : version;
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != "e_sqlite3")
            return 0;

        string[] candidates = OperatingSystem.IsWindows() ? ["e_sqlite3", "winsqlite3"]
            : OperatingSystem.IsMacOS() ? ["e_sqlite3", "/usr/lib/libsqlite3.dylib"]
            : ["e_sqlite3", "libsqlite3.so.0", "libsqlite3.so"];
        foreach (string candidate in candidates)
        {
            if (NativeLibrary.TryLoad(candidate, assembly, path, out nint handle))
                return handle;
        }

        return 0;
    }
}
