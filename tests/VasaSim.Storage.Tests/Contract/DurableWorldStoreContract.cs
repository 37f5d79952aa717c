using VasaSim.Core.Storage;
using VasaSim.Storage.Tests.Support;
using static VasaSim.Storage.Tests.Support.Worlds;

namespace VasaSim.Storage.Tests.Contract;

/// <summary>What every store does that keeps a world beyond its own life.</summary>
public abstract class DurableWorldStoreContract : WorldStoreContract
{
    [Fact]
    public async Task What_was_committed_is_there_again()
    {
        var any = new AnyEntity(new Random(11));
        Entity[] entities = [.. AnyEntity.Types.Select(any.Make)];
        await Store.CommitAsync(Put(1, entities));
        await ReopenAsync();
        AssertHolds(await LoadAsync(), 1, entities);
    }

    [Fact]
    public async Task An_empty_store_is_empty_again()
    {
        await ReopenAsync();
        AssertHolds(await LoadAsync(), 0);
    }

    [Fact]
    public async Task Revisions_go_on_where_they_were()
    {
        await Store.CommitAsync(Replace(41, Host(1)));
        await ReopenAsync();
        await Store.CommitAsync(Put(42, Host(2)));
        await ReopenAsync();
        StoreException refusal = await Assert.ThrowsAsync<StoreException>(() => Store.CommitAsync(Put(42, Host(3))));
        Assert.Equal(StoreProblem.Conflict, refusal.Problem);
        await ReopenAsync();
        AssertHolds(await LoadAsync(), 42, Host(1), Host(2));
    }

    [Fact]
    public async Task What_was_deleted_or_replaced_stays_away()
    {
        await Store.CommitAsync(Put(1, Host(1), Host(2)));
        await Store.CommitAsync(Replace(2, Host(3), Host(4)));
        await Store.CommitAsync(Delete(3, Host(3).Key));
        await ReopenAsync();
        AssertHolds(await LoadAsync(), 3, Host(4));
    }

    [Fact]
    public async Task What_waited_when_it_was_disposed_is_there_again()
    {
        for (int i = 1; i <= 300; i++)
            _ = Store.CommitAsync(Put(i, Host(i)));
        await ReopenAsync();
        AssertHolds(await LoadAsync(), 300, Enumerable.Range(1, 300).Select(i => Host(i)));
    }

    [Fact]
    public async Task A_load_after_a_commit_sees_it_although_none_was_before()
    {
        await Store.CommitAsync(Put(1, Host(1)));
        await ReopenAsync();
        await Store.CommitAsync(Put(2, Host(2)));
        AssertHolds(await LoadAsync(), 2, Host(1), Host(2));
    }

    /// <summary>Closes the store and opens what it kept.</summary>
    protected async Task ReopenAsync()
    {
        await Store.DisposeAsync();
        Store = Open();
    }
}
