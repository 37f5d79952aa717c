using VasaSim.Core.Storage;
using VasaSim.Storage.Sqlite;
using VasaSim.Storage.Tests.Support;

namespace VasaSim.Storage.Tests.Sqlite;

public sealed class UnusablePlaceTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    [Fact]
    public async Task A_second_store_on_a_file_is_refused_until_the_first_is_closed()
    {
        string world = _directory["world.db"];
        await using (WorldStores.OpenSqlite(world, Durability.Normal))
            AssertRefused(StoreProblem.InUse, world);
        await WorldStores.OpenSqlite(world, Durability.Normal).DisposeAsync();
    }

    [Fact]
    public async Task Worlds_in_one_directory_do_not_disturb_each_other()
    {
        await using IWorldStore first = WorldStores.OpenSqlite(_directory["one.db"], Durability.Normal);
        await using IWorldStore second = WorldStores.OpenSqlite(_directory["two.db"], Durability.Normal);
        await first.CommitAsync(Worlds.Put(1, Worlds.Host(1)));
        await second.CommitAsync(Worlds.Put(1, Worlds.Host(2)));
        Worlds.AssertHolds(await first.LoadAsync(TestContext.Current.CancellationToken), 1, Worlds.Host(1));
        Worlds.AssertHolds(await second.LoadAsync(TestContext.Current.CancellationToken), 1, Worlds.Host(2));
    }

    [Fact]
    public async Task Missing_directories_are_made() =>
        await WorldStores.OpenSqlite(Path.Combine(_directory["a"], "b", "world.db"), Durability.Normal).DisposeAsync();

    [Fact]
    public void A_directory_in_the_place_of_the_file_is_refused()
    {
        Directory.CreateDirectory(_directory["world.db"]);
        AssertRefused(StoreProblem.Unavailable, _directory["world.db"]);
    }

    [Fact]
    public void A_file_in_the_place_of_the_directory_is_refused()
    {
        File.WriteAllText(_directory["data"], "");
        AssertRefused(StoreProblem.Unavailable, Path.Combine(_directory["data"], "world.db"));
    }

    [Fact]
    public void A_directory_that_cannot_be_written_to_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no mode bits.");
        if (OperatingSystem.IsWindows())
            return;
        // Who may write anywhere is refused only by a file system that nobody can write to.
        if (Environment.IsPrivilegedProcess)
        {
            Assert.SkipUnless(Directory.Exists("/proc/self"), "A privileged user may write to any directory here.");
            AssertRefused(StoreProblem.Unavailable, "/proc/self/world.db");
            return;
        }

        File.SetUnixFileMode(_directory.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            AssertRefused(StoreProblem.Unavailable, _directory["world.db"]);
        }
        finally
        {
            File.SetUnixFileMode(_directory.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task A_write_protected_file_is_refused()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "A privileged user may write to any file.");
        string world = _directory["world.db"];
        await WorldStores.OpenSqlite(world, Durability.Normal).DisposeAsync();
        File.SetAttributes(world, FileAttributes.ReadOnly);
        try
        {
            AssertRefused(StoreProblem.Unavailable, world);
        }
        finally
        {
            File.SetAttributes(world, FileAttributes.Normal);
        }
    }

    [Fact]
    public void Many_stores_may_be_opened_at_once() => Parallel.For(0, 16, i =>
        WorldStores.OpenSqlite(_directory[$"{i}.db"], Durability.Normal).DisposeAsync().AsTask().GetAwaiter().GetResult());

    [Theory]
    [InlineData("3.37.0", true)]
    [InlineData("3.40.1", true)]
    [InlineData("4.0.0", true)]
    [InlineData("3.36.9", false)]
    [InlineData("3.9.2", false)]
    [InlineData("unknown", false)]
    public void An_old_library_is_refused_with_the_name_of_the_package(string version, bool good)
    {
        string? refusal = SqliteLibrary.Refuse(version);
        Assert.Equal(good, refusal is null);
        if (refusal is not null)
            Assert.Contains("libsqlite3-0", refusal, StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Dispose();

    private static void AssertRefused(StoreProblem problem, string world)
    {
        StoreException refusal = Assert.Throws<StoreException>(() => WorldStores.OpenSqlite(world, Durability.Normal));
        Assert.Equal(problem, refusal.Problem);
        Assert.Contains(world, refusal.Message, StringComparison.Ordinal);
    }
}
