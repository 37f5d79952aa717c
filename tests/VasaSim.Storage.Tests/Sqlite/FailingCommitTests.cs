using VasaSim.Core.Storage;
using VasaSim.Storage.Sqlite;
using VasaSim.Storage.Tests.Support;
using static VasaSim.Storage.Tests.Support.Worlds;

namespace VasaSim.Storage.Tests.Sqlite;

/// <summary>A commit that fails leaves nothing behind, and nothing comes after it.</summary>
public sealed class FailingCommitTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    private SqliteWorldFile File => new(_directory["world.db"]);

    [Fact]
    public async Task When_the_disk_is_full_what_was_acknowledged_stays_and_nothing_else()
    {
        long kept = 0;
        await using (SqliteWorldStore store = SqliteWorldStore.Open(File, new SqliteSettings { MaxPages = 100 }))
        {
            StoreException? failure = null;
            while (failure is null)
            {
                Assert.True(kept < 1000);
                failure = await CommitAsync(store, Rows(kept + 1)) as StoreException;
                kept += failure is null ? 1 : 0;
            }

            Assert.Equal(StoreProblem.Unavailable, failure.Problem);
            Assert.Contains("full", failure.Message, StringComparison.Ordinal);
            await AssertFailsForeverAsync(store, kept + 2);
            AssertHolds(await store.LoadAsync(TestContext.Current.CancellationToken), kept, Kept(kept));
        }

        Assert.True(kept > 5);
        await AssertReopensAsync(kept, Kept(kept));
    }

    [Fact]
    public async Task An_entity_that_cannot_be_written_takes_its_whole_commit_with_it()
    {
        await using (SqliteWorldStore store = SqliteWorldStore.Open(File, new SqliteSettings()))
        {
            await store.CommitAsync(Put(1, Host(1)));
            Assert.IsType<StoreException>(await CommitAsync(store, Put(2, Host(1, "new"), Host(2), new Stranger())));
            await AssertFailsForeverAsync(store, 3);
        }

        await AssertReopensAsync(1, [Host(1)]);
    }

    [Fact]
    public async Task An_entity_under_the_key_of_another_is_not_written()
    {
        await using (SqliteWorldStore store = SqliteWorldStore.Open(File, new SqliteSettings()))
        {
            await store.CommitAsync(Put(1, Host(1)));
            var wrong = new WorldChanges { Revision = 2, Changes = [new(Host(2).Key, Host(3))] };
            Assert.IsType<StoreException>(await CommitAsync(store, wrong));
        }

        await AssertReopensAsync(1, [Host(1)]);
    }

    [Fact]
    public async Task What_waits_behind_a_failure_fails_with_it()
    {
        await using (SqliteWorldStore store = SqliteWorldStore.Open(File, new SqliteSettings()))
        {
            await store.CommitAsync(Put(1, Host(1)));
            Task<Exception?>[] waiting =
            [
                CommitAsync(store, Put(2, new Stranger())),
                .. Enumerable.Range(3, 50).Select(revision => CommitAsync(store, Put(revision, Host(revision)))),
            ];
            Assert.All(await Task.WhenAll(waiting), failure => Assert.IsType<StoreException>(failure));
        }

        await AssertReopensAsync(1, [Host(1)]);
    }

    [Fact]
    public async Task Another_program_writing_in_between_is_a_conflict()
    {
        await using (SqliteWorldStore store = SqliteWorldStore.Open(File, new SqliteSettings()))
        {
            await store.CommitAsync(Put(1, Host(1)));
            using (SqliteDatabase other = SqliteDatabase.OpenOrCreate(File.Path))
                other.Execute("UPDATE meta SET value = 2 WHERE name = 'revision'");
            StoreException failure = Assert.IsType<StoreException>(await CommitAsync(store, Put(2, Host(2))));
            Assert.Equal(StoreProblem.Conflict, failure.Problem);
        }

        await AssertReopensAsync(2, [Host(1)]);
    }

    [Theory]
    [InlineData(Durability.Normal, 1)]
    [InlineData(Durability.Full, 2)]
    public void The_durability_is_what_SQLite_is_told(Durability durability, int synchronous)
    {
        Assert.NotNull(SqliteLibrary.Version);
        using SqliteDatabase database = WorldDatabase.Open(File, new SqliteSettings { Durability = durability }, isNew: true);
        Assert.Equal(synchronous, database.ReadInteger("PRAGMA synchronous"));
        Assert.Equal("wal", database.ReadText("PRAGMA journal_mode"));
    }

    public void Dispose() => _directory.Dispose();

    private static WorldChanges Rows(long revision) =>
        Put(revision, [.. Enumerable.Range(0, 10).Select(i => Row(revision, i)), Counters(revision)]);

    private static IEnumerable<Entity> Kept(long revision) =>
        [.. Enumerable.Range(1, (int)revision).SelectMany(r => Enumerable.Range(0, 10).Select(i => Row(r, i))), Counters(revision)];

    private static Core.Model.Host Row(long revision, int i) => Host((int)(revision * 100) + i, new string('x', 500));

    private static async Task<Exception?> CommitAsync(SqliteWorldStore store, WorldChanges changes) =>
        await Record.ExceptionAsync(() => store.CommitAsync(changes));

    private static async Task AssertFailsForeverAsync(SqliteWorldStore store, long revision)
    {
        Assert.IsType<StoreException>(await CommitAsync(store, Put(revision, Host(1))));
        Assert.IsType<StoreException>(await CommitAsync(store, Put(revision - 1, Host(1))));
        Assert.IsType<StoreException>(await CommitAsync(store, Replace(revision)));
    }

    private async Task AssertReopensAsync(long revision, IEnumerable<Entity> entities)
    {
        await using SqliteWorldStore store = SqliteWorldStore.Open(File, new SqliteSettings());
        AssertHolds(await store.LoadAsync(TestContext.Current.CancellationToken), revision, entities);
        await store.CommitAsync(Put(revision + 1, Host(1)));
    }

    private sealed record Stranger : Entity
    {
        public override EntityKey Key => new((EntityKind)999, "stranger");
    }
}
