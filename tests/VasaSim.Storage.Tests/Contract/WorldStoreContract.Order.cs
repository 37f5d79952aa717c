using VasaSim.Core.Storage;
using static VasaSim.Storage.Tests.Support.Worlds;

namespace VasaSim.Storage.Tests.Contract;

/// <summary>Many callers, one order, and an end.</summary>
public abstract partial class WorldStoreContract
{
    [Fact]
    public async Task A_completed_commit_brings_all_before_it()
    {
        Task last = Task.CompletedTask;
        List<Task> commits = [];
        for (int i = 1; i <= 500; i++)
            commits.Add(last = Store.CommitAsync(Put(i, Host(i))));
        await last;
        Assert.All(commits, commit => Assert.True(commit.IsCompletedSuccessfully));
        AssertHolds(await LoadAsync(), 500, Enumerable.Range(1, 500).Select(i => Host(i)));
    }

    [Fact]
    public async Task Many_callers_at_once_lose_nothing()
    {
        const int Callers = 64, Each = 40;
        var gate = new Lock();
        int revision = 0;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            for (int i = 0; i < Each; i++)
            {
                Task commit;
                lock (gate)
                    commit = Store.CommitAsync(Put(++revision, Host(revision), Counters(revision)));
                await commit;
            }
        })));
        AssertHolds(await LoadAsync(), Callers * Each, [.. Enumerable.Range(1, Callers * Each).Select(i => Host(i)), Counters(Callers * Each)]);
    }

    [Fact]
    public async Task A_load_in_between_sees_whole_commits_only()
    {
        Task committing = Task.Run(async () =>
        {
            for (int i = 1; i <= 1000; i++)
                await Store.CommitAsync(Put(i, Host(1, $"{i}"), Host(2, $"{i}"), Counters(i)));
        }, TestContext.Current.CancellationToken);
        bool last;
        do
        {
            last = committing.IsCompleted;
            StoredWorld world = await LoadAsync();
            if (world.Revision > 0)
                AssertHolds(world, world.Revision, Host(1, $"{world.Revision}"), Host(2, $"{world.Revision}"), Counters(world.Revision));
        }
        while (!last);
        await committing;
    }

    [Fact]
    public async Task Disposing_waits_for_what_was_taken()
    {
        Task[] commits = [.. Enumerable.Range(1, 300).Select(i => Store.CommitAsync(Put(i, Host(i))))];
        await Store.DisposeAsync();
        Assert.All(commits, commit => Assert.True(commit.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task A_disposed_store_takes_nothing()
    {
        await Store.DisposeAsync();
        await Store.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Store.CommitAsync(Put(1, Host(1))));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Store.LoadAsync(TestContext.Current.CancellationToken));
    }
}
