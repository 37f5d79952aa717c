using VasaSim.Core.Storage;
using VasaSim.Storage.Tests.Support;

namespace VasaSim.Storage.Tests.Contract;

public abstract class SqliteWorldStoreTests(Durability durability) : DurableWorldStoreContract
{
    private readonly TempDirectory _directory = new();

    protected override IWorldStore Open() => WorldStores.OpenSqlite(_directory["world.db"], durability);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _directory.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_store_that_was_closed_is_one_file()
    {
        await Store.CommitAsync(Worlds.Put(1, Worlds.Host(1)));
        await Store.DisposeAsync();
        Assert.Equal(["world.db"], _directory.Content().Keys);
    }
}
