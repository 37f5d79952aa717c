using System.Text;
using VasaSim.Core.Storage;
using VasaSim.Storage.Sqlite;
using VasaSim.Storage.Tests.Support;
using static VasaSim.Storage.Tests.Support.Worlds;

namespace VasaSim.Storage.Tests.Sqlite;

/// <summary>What cannot be used is said, and left byte for byte as it is.</summary>
public sealed class RefusedFileTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    private string World => _directory["world.db"];

    [Theory]
    [InlineData("x")]
    [InlineData("{\"sites\":[]} this is no database, however long it may be; it is text, text and more text again and again.....")]
    [InlineData("SQLite format 3\0 and nothing more")]
    public void A_file_that_is_no_database_is_refused(string content)
    {
        File.WriteAllText(World, content);
        AssertRefused(StoreProblem.Damaged);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(4096)]
    [InlineData(8192)]
    [InlineData(20_000)]
    public async Task A_truncated_file_is_refused(int length)
    {
        await MakeAsync(hosts: 500);
        using (FileStream file = File.OpenWrite(World))
            file.SetLength(length);
        AssertRefused(StoreProblem.Damaged);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task A_file_with_an_overwritten_page_is_refused(int page)
    {
        await MakeAsync(hosts: 500);
        using (FileStream file = File.OpenWrite(World))
        {
            file.Position = page * 4096;
            file.Write(Encoding.ASCII.GetBytes(new string('#', 4096)));
        }

        AssertRefused(StoreProblem.Damaged);
    }

    [Theory]
    [InlineData("UPDATE entity SET body = x'7B' WHERE id = 'host-1'", "Host 'host-1'")]
    [InlineData("UPDATE entity SET body = '{}' WHERE id = 'host-1'", "Host 'host-1'")]
    [InlineData("UPDATE entity SET body = replace(body, 'host-1', 'host-9') WHERE id = 'host-1'", "Host 'host-1'")]
    [InlineData("UPDATE entity SET kind = 10 WHERE id = 'host-1'", "Site 'host-1'")]
    [InlineData("DELETE FROM meta", "revision")]
    [InlineData("DROP TABLE meta", "meta")]
    [InlineData("DROP TABLE entity", "entity")]
    [InlineData("PRAGMA user_version = 0", "format 0")]
    public async Task A_world_that_cannot_be_understood_is_refused(string damage, string named)
    {
        await MakeAsync(hosts: 3);
        Execute(damage);
        StoreException refusal = AssertRefused(StoreProblem.Damaged);
        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PRAGMA user_version = 99", "format is 99")]
    [InlineData("UPDATE entity SET kind = 999 WHERE id = 'host-1'", "kind 999")]
    public async Task A_world_of_a_newer_version_is_refused(string change, string named)
    {
        await MakeAsync(hosts: 3);
        Execute(change);
        StoreException refusal = AssertRefused(StoreProblem.NewerVersion);
        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_world_of_an_older_version_is_refused()
    {
        await MakeAsync(hosts: 3);
        Execute("PRAGMA user_version = 2");
        StoreException refusal = AssertRefused(StoreProblem.OlderVersion);
        Assert.Contains("format is 2", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_newer_version_that_was_killed_is_refused_with_its_log(bool withIndex)
    {
        string killed = _directory["killed.db"];
        await using (IWorldStore store = WorldStores.OpenSqlite(killed, Durability.Normal))
            await store.CommitAsync(Put(1, Host(1)));
        using (SqliteDatabase database = SqliteDatabase.OpenOrCreate(killed))
        {
            database.Execute("PRAGMA user_version = 99");
            foreach (string suffix in withIndex ? ["", "-wal", "-shm"] : (string[])["", "-wal"])
                File.Copy(killed + suffix, World + suffix);
        }

        Assert.NotEqual(0, new FileInfo(World + "-wal").Length);
        AssertRefused(StoreProblem.NewerVersion);
    }

    [Theory]
    [InlineData("CREATE TABLE moz_places (id INTEGER)")]
    [InlineData("CREATE TABLE entity (id INTEGER); PRAGMA application_id = 77; PRAGMA user_version = 1")]
    [InlineData("PRAGMA application_id = 77")]
    [InlineData("PRAGMA journal_mode = WAL; CREATE TABLE moz_places (id INTEGER)")]
    public void The_database_of_another_program_is_refused(string made)
    {
        Execute(made);
        AssertRefused(StoreProblem.Damaged);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_log_without_its_database_is_not_thrown_away(bool empty)
    {
        File.WriteAllText(World + "-wal", "what was committed last");
        if (empty)
            File.WriteAllText(World, "");
        AssertRefused(StoreProblem.Damaged);
    }

    [Fact]
    public async Task An_empty_file_is_a_new_world()
    {
        File.WriteAllText(World, "");
        await using IWorldStore store = WorldStores.OpenSqlite(World, Durability.Normal);
        AssertHolds(await store.LoadAsync(TestContext.Current.CancellationToken), 0);
    }

    [Fact]
    public async Task An_empty_database_is_a_new_world()
    {
        // As a process leaves it that is killed before it has made the tables.
        Execute("PRAGMA journal_mode = WAL");
        await using IWorldStore store = WorldStores.OpenSqlite(World, Durability.Normal);
        await store.CommitAsync(Put(1, Host(1)));
        AssertHolds(await store.LoadAsync(TestContext.Current.CancellationToken), 1, Host(1));
    }

    public void Dispose() => _directory.Dispose();

    private StoreException AssertRefused(StoreProblem problem)
    {
        Dictionary<string, string> before = _directory.Content();
        StoreException refusal = Assert.Throws<StoreException>(() => WorldStores.OpenSqlite(World, Durability.Full));
        Assert.Equal(problem, refusal.Problem);
        Assert.Contains(World, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("another data directory", refusal.Message, StringComparison.Ordinal);
        // An index that was not there holds nothing; everything that was there is as it was.
        Dictionary<string, string> after = _directory.Content();
        if (!before.ContainsKey("world.db-shm"))
            after.Remove("world.db-shm");
        Assert.Equal(before, after);

        // And nothing is held: once the file is out of the way, the place can be used.
        foreach (string file in Directory.GetFiles(_directory.Path, "world.db*"))
            File.Delete(file);
        WorldStores.OpenSqlite(World, Durability.Normal).DisposeAsync().AsTask().GetAwaiter().GetResult();
        return refusal;
    }

    private async Task MakeAsync(int hosts)
    {
        await using IWorldStore store = WorldStores.OpenSqlite(World, Durability.Normal);
        await store.CommitAsync(Put(1, Enumerable.Range(1, hosts).Select(i => Host(i, new string('n', 100)))));
    }

    private void Execute(string sql)
    {
        Assert.NotNull(SqliteLibrary.Version);
        using SqliteDatabase database = SqliteDatabase.OpenOrCreate(World);
        database.Execute(sql);
    }
}
