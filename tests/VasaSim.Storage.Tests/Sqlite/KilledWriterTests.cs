using VasaSim.Core.Storage;
using VasaSim.Storage.Tests.Support;
using VasaSim.Storage.Writer;

namespace VasaSim.Storage.Tests.Sqlite;

/// <summary>What a store has acknowledged survives its process being killed in the middle of writing.</summary>
public sealed class KilledWriterTests : IDisposable
{
    // The last ones are beyond the first checkpoints.
    private static readonly int[] Kills = [1, 40, 400, 1500, 3000];

    private readonly TempDirectory _directory = new();

    private string World => _directory["world.db"];

    [Theory]
    [InlineData(Durability.Normal)]
    [InlineData(Durability.Full)]
    public async Task Every_acknowledged_commit_is_there_and_none_is_torn(Durability durability)
    {
        foreach (int count in Kills)
        {
            using WriterProcess writer = WriterProcess.Start(World, durability);
            long acknowledged = await writer.ReadAsync(count);
            acknowledged = Math.Max(acknowledged, await writer.KillAsync());

            await using IWorldStore store = WorldStores.OpenSqlite(World, durability);
            StoredWorld world = await store.LoadAsync(TestContext.Current.CancellationToken);
            Assert.True(world.Revision >= acknowledged, $"{acknowledged} was acknowledged, {world.Revision} is there.");
            Worlds.AssertHolds(world, world.Revision, WrittenWorld.At(world.Revision));
        }
    }

    [Fact]
    public async Task The_killed_ones_successor_may_be_a_process_that_is_killed_too()
    {
        long acknowledged = 0;
        foreach (int count in Kills)
        {
            // None opens it in good order in between: each writer recovers what the one before left.
            using WriterProcess writer = WriterProcess.Start(World, Durability.Normal);
            long first = await writer.ReadAsync(1);
            Assert.True(first > acknowledged, $"{acknowledged} was acknowledged, and then {first} was again.");
            acknowledged = Math.Max(first, await writer.ReadAsync(count));
            acknowledged = Math.Max(acknowledged, await writer.KillAsync());
        }

        await using IWorldStore store = WorldStores.OpenSqlite(World, Durability.Normal);
        StoredWorld world = await store.LoadAsync(TestContext.Current.CancellationToken);
        Assert.True(world.Revision >= acknowledged);
        Worlds.AssertHolds(world, world.Revision, WrittenWorld.At(world.Revision));
    }

    [Fact]
    public async Task While_another_process_has_the_world_it_is_in_use_and_when_that_is_killed_it_is_not()
    {
        using WriterProcess writer = WriterProcess.Start(World, Durability.Normal);
        await writer.ReadAsync(1);
        StoreException refusal = Assert.Throws<StoreException>(() => WorldStores.OpenSqlite(World, Durability.Normal));
        Assert.Equal(StoreProblem.InUse, refusal.Problem);
        Assert.Contains(World, refusal.Message, StringComparison.Ordinal);
        await writer.ReadAsync(50);
        await writer.KillAsync();
        await WorldStores.OpenSqlite(World, Durability.Normal).DisposeAsync();
    }

    public void Dispose() => _directory.Dispose();
}
