using VasaSim.Core.Model;
using VasaSim.Core.Storage;
using VasaSim.Storage.Tests.Support;
using static VasaSim.Storage.Tests.Support.Worlds;

namespace VasaSim.Storage.Tests.Contract;

/// <summary>What every store does. To put a new store through it, derive from it, or from
/// <see cref="DurableWorldStoreContract"/> when it outlives the process.</summary>
public abstract partial class WorldStoreContract : IAsyncLifetime
{
    /// <summary>The store under test, empty at first.</summary>
    protected IWorldStore Store { get; set; } = null!;

    /// <summary>Opens the store of this test.</summary>
    protected abstract IWorldStore Open();

    public virtual ValueTask InitializeAsync()
    {
        Store = Open();
        return ValueTask.CompletedTask;
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_new_store_is_empty() => AssertHolds(await LoadAsync(), 0);

    [Fact]
    public async Task What_was_committed_is_loaded()
    {
        var any = new AnyEntity(new Random(7));
        Entity[] entities = [.. AnyEntity.Types.Select(any.Make)];
        await Store.CommitAsync(Put(1, entities));
        AssertHolds(await LoadAsync(), 1, entities);
        AssertHolds(await LoadAsync(), 1, entities);
    }

    [Fact]
    public async Task A_change_overwrites_adds_and_deletes()
    {
        await Store.CommitAsync(Put(1, Host(1), Host(2), Host(3)));
        await Store.CommitAsync(new WorldChanges
        {
            Revision = 2,
            Changes = [new(Host(1).Key, Host(1, "new")), new(Host(2).Key, null), new(Host(4).Key, Host(4))],
        });
        AssertHolds(await LoadAsync(), 2, Host(1, "new"), Host(3), Host(4));
    }

    [Fact]
    public async Task Deleting_what_is_not_there_is_no_error()
    {
        await Store.CommitAsync(Delete(1, Host(1).Key));
        AssertHolds(await LoadAsync(), 1);
    }

    [Fact]
    public async Task A_change_of_nothing_still_counts()
    {
        await Store.CommitAsync(Put(1, Host(1)));
        await Store.CommitAsync(Put(2));
        AssertHolds(await LoadAsync(), 2, Host(1));
    }

    [Fact]
    public async Task Keys_are_unique_only_within_their_kind()
    {
        Entity[] entities = [new Site { Id = "x", VCenter = "v", Ordinal = 1 }, new FaultDomain { Id = "x", Ordinal = 1 }, Host(1) with { Id = "x" }];
        await Store.CommitAsync(Put(1, entities));
        await Store.CommitAsync(Delete(2, entities[1].Key));
        AssertHolds(await LoadAsync(), 2, entities[0], entities[2]);
    }

    [Fact]
    public async Task An_id_may_be_any_text()
    {
        Entity[] entities = [.. new[] { "", " ", "a", "A", "ä", "a'b\"c", "line\nbreak", "😀", "x\0y", "%_*?", new string('i', 5000) }
            .Select(id => Host(1) with { Id = id })];
        await Store.CommitAsync(Put(1, entities));
        AssertHolds(await LoadAsync(), 1, entities);
    }

    [Fact]
    public async Task Of_changes_that_wait_together_the_last_one_stays()
    {
        Task[] commits =
        [
            Store.CommitAsync(Put(1, Host(1, "a"), Host(2, "a"), Host(3, "a"))),
            Store.CommitAsync(Delete(2, Host(1).Key, Host(2).Key)),
            Store.CommitAsync(Put(3, Host(2, "b"))),
            Store.CommitAsync(Put(4, Host(3, "c"))),
        ];
        await Task.WhenAll(commits);
        AssertHolds(await LoadAsync(), 4, Host(2, "b"), Host(3, "c"));
    }

    [Fact]
    public async Task A_replacing_change_forgets_everything_before_it()
    {
        await Store.CommitAsync(Put(1, Host(1), Host(2)));
        await Store.CommitAsync(Replace(2, Host(2, "new"), Host(3)));
        AssertHolds(await LoadAsync(), 2, Host(2, "new"), Host(3));
    }

    [Fact]
    public async Task A_replacing_change_forgets_what_waits_with_it_too()
    {
        await Task.WhenAll(
            Store.CommitAsync(Put(1, Host(1))),
            Store.CommitAsync(Put(2, Host(2))),
            Store.CommitAsync(Replace(3, Host(3))),
            Store.CommitAsync(Put(4, Host(4))));
        AssertHolds(await LoadAsync(), 4, Host(3), Host(4));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(70)]
    public async Task A_replacing_change_may_begin_at_any_revision(long revision)
    {
        await Store.CommitAsync(Put(1, Host(1)));
        await Store.CommitAsync(Replace(revision, Host(2)));
        await Store.CommitAsync(Put(revision + 1, Host(3)));
        AssertHolds(await LoadAsync(), revision + 1, Host(2), Host(3));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task A_change_that_does_not_follow_is_refused_and_so_is_all_after_it(long revision)
    {
        Task first = Store.CommitAsync(Put(1, Host(1)));
        Task second = Store.CommitAsync(Put(2, Host(2)));
        StoreException refusal = await Assert.ThrowsAsync<StoreException>(() => Store.CommitAsync(Put(revision, Host(1, "wrong"))));
        Assert.Equal(StoreProblem.Conflict, refusal.Problem);
        await first;
        await second;
        await Assert.ThrowsAsync<StoreException>(() => Store.CommitAsync(Put(3, Host(3))));
        await Assert.ThrowsAsync<StoreException>(() => Store.CommitAsync(Replace(3, Host(3))));
        AssertHolds(await LoadAsync(), 2, Host(1), Host(2));
    }

    [Fact]
    public async Task A_load_can_be_cancelled()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.LoadAsync(new CancellationToken(canceled: true)));
        await Store.CommitAsync(Put(1, Host(1)));
        AssertHolds(await LoadAsync(), 1, Host(1));
    }

    protected Task<StoredWorld> LoadAsync() => Store.LoadAsync(TestContext.Current.CancellationToken);
}
