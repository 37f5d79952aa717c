using VasaSim.Core.Arrays;
using VasaSim.Core.Control;
using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Arrays;

public sealed class StorageInventoryTests
{
    [Theory]
    [InlineData(899, SpaceStatus.Green)]
    [InlineData(900, SpaceStatus.Yellow)]
    [InlineData(949, SpaceStatus.Yellow)]
    [InlineData(950, SpaceStatus.Red)]
    public void A_thin_lun_has_limits(long used, SpaceStatus status)
    {
        StorageLun lun = new LifeWorld().World.FindLun("l1")! with { UsedInMB = used };

        Assert.Equal(status, SpaceLaw.Of(lun));
        Assert.Equal(SpaceStatus.Green, SpaceLaw.Of(lun with { Thin = false }));
    }

    [Fact]
    public void Arrays_are_known_as_long_as_a_provider_of_theirs_is_registered_also_when_it_is_silent()
    {
        LifeWorld life = new(instant: true);
        Assert.Equal(["a1"], StorageInventory.Arrays(life.World).Select(a => a.Id));

        ProviderTasks.Register(life.World, LifeWorld.Spec(life.World));
        Assert.Equal(["a1", "f1"], StorageInventory.Arrays(life.World).Select(a => a.Id));
        WorldControl.SetProvider(life.World, life.Find("vasaProvider-3"), new() { Status = ProviderStatus.Offline });
        Assert.Equal(["a1", "f1"], StorageInventory.Arrays(life.World).Select(a => a.Id));

        ProviderTasks.Unregister(life.World, $"uid-{LifeWorld.Active}");
        Assert.Equal(["a1", "f1"], StorageInventory.Arrays(life.World).Select(a => a.Id));
        ProviderTasks.Unregister(life.World, $"uid-{LifeWorld.Standby}");
        Assert.Equal(["f1"], StorageInventory.Arrays(life.World).Select(a => a.Id));
        Assert.IsType<NotFound>(StorageInventory.Array(life.World, "a1").Fault);
        Assert.IsType<NotFound>(StorageInventory.Lun(life.World, "l1", "a1").Fault);
    }

    [Fact]
    public void Of_a_provider_that_could_never_be_synced_with_nothing_is_known_and_why_is()
    {
        LifeWorld life = new(lab => lab with
        {
            Providers = [.. lab.Providers.Select(p => p with { LastSyncOffset = null, Provider = p.Provider with { Status = ProviderStatus.SyncError } })],
        });

        Assert.Equal(new QueryExecutionFault(new ProviderSyncFailed()), StorageInventory.Array(life.World, "a1").Fault);
        Assert.Equal(new QueryExecutionFault(new ProviderSyncFailed()), ContainerQueries.Containers(life.World, ["c1"]).Fault);
        Assert.Empty(StorageInventory.Arrays(life.World));
        Assert.Empty(ContainerQueries.Containers(life.World, null).Value);
    }

    [Fact]
    public void Arrays_of_providers_are_each_told_once()
    {
        LifeWorld life = new();

        Assert.Equal(["a1"], StorageInventory.ArraysOf(life.World, [$"uid-{LifeWorld.Active}", $"uid-{LifeWorld.Standby}"]).Value.Select(a => a.Id));
        Assert.IsType<NotFound>(StorageInventory.ArraysOf(life.World, ["none"]).Fault);
    }

    [Fact]
    public void A_stretched_container_is_hidden_until_all_its_arrays_have_a_provider()
    {
        LifeWorld life = new(instant: true);
        Assert.Equal(["c1"], ContainerQueries.Containers(life.World, null).Value.Select(c => c.Container.Id));
        Assert.IsType<NotFound>(ContainerQueries.Containers(life.World, ["both"]).Fault);

        ProviderTasks.Register(life.World, LifeWorld.Spec(life.World));

        ContainerEntry both = Assert.Single(ContainerQueries.Containers(life.World, ["both"]).Value);
        Assert.Equal([LifeWorld.Active, LifeWorld.Standby, "vasaProvider-3"], both.Providers.Select(p => p.Id));
    }

    [Fact]
    public void Datastores_on_one_pool_are_told_together()
    {
        LifeWorld life = new(instant: true);
        ProviderTasks.Register(life.World, LifeWorld.Spec(life.World));

        IReadOnlyList<PoolMapping> mappings = DatastoreBackings.Pools(life.World, ["ds-2", "ds-3", "ds-1", "ds-2"]).Value;

        Assert.Equal(["ds-2,ds-1", "ds-3"], mappings.Select(m => string.Join(',', m.Datastores)));
        Assert.Equal(["pool-a1", "pool-f1"], mappings.Select(m => m.Pools.Single().Id));
        Assert.IsType<NotFound>(DatastoreBackings.Pools(life.World, ["none"]).Fault);
    }

    [Fact]
    public void A_datastore_on_unlike_luns_has_a_capability_without_a_description()
    {
        LifeWorld life = new();
        Datastore datastore = life.World.FindDatastore("ds-1")! with { Capability = new("c", "Gold", "fast") };
        life.World.Put(datastore);
        Assert.Equal("fast", DatastoreBackings.Capability(life.World, "ds-1").Value!.Description);

        life.World.Put(life.World.FindLun("l2")! with { Datastore = "ds-1", Thin = false });

        Assert.Equal(new StorageCapability("c", "Gold", ""), DatastoreBackings.Capability(life.World, "ds-1").Value);
        Assert.Null(DatastoreBackings.Capability(life.World, "ds-3").Value);
    }

    [Fact]
    public void Moves_are_judged_between_datastores_of_one_provider()
    {
        LifeWorld life = new(instant: true);
        ProviderTasks.Register(life.World, LifeWorld.Spec(life.World));

        Assert.True(MigrationAdvice.Judge(life.World, "ds-1", "ds-2").Value);
        Assert.Equal(new NoCommonProviderForAllBackings(), MigrationAdvice.Judge(life.World, "ds-1", "ds-3").Fault);
        Assert.Equal([new MigrationOpinion("ds-1", "ds-2", true)], MigrationAdvice.JudgeAll(life.World, ["ds-1", "ds-2", "ds-3"]).Value);
        life.World.Put(life.World.FindLun("l2")! with { DrsPermitted = false });
        Assert.False(MigrationAdvice.Judge(life.World, "ds-1", "ds-2").Value);
        life.World.Put(life.World.FindLun("l2")! with { Datastore = null });
        Assert.Equal(new ProviderNotFound(), MigrationAdvice.Judge(life.World, "ds-1", "ds-2").Fault);
        Assert.Empty(MigrationAdvice.JudgeAll(life.World, ["ds-1", "ds-2"]).Value);
    }
}
