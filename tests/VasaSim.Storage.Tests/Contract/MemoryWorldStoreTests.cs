using VasaSim.Core.Storage;
using static VasaSim.Storage.Tests.Support.Worlds;

namespace VasaSim.Storage.Tests.Contract;

public sealed class MemoryWorldStoreTests : WorldStoreContract
{
    protected override IWorldStore Open() => WorldStores.InMemory();

    [Fact]
    public void A_commit_completes_with_the_call() =>
        Assert.Same(Task.CompletedTask, Store.CommitAsync(Put(1, Host(1))));
}
