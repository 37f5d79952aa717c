using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Cloud.Queries;
using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;

namespace VasaSim.Core.Tests.Cloud.Operations;

/// <summary>Failover, test, cleanup, migration, reverse: what they do to the replication and to the inventory.</summary>
public sealed class RecoveryTests
{
    private static readonly RecoverCommand _recover = new() { PowerOn = true, Settings = """{"type":"vcloud"}""" };

    [Fact]
    public void A_failover_recovers_the_latest_instance_and_does_not_touch_the_source()
    {
        CloudWorld lab = new();
        string id = lab.Started();
        lab.Advance(TimeSpan.FromHours(3));
        CloudMachine source = lab.Source(id);
        ReplicaInstance latest = CloudQueries.Latest(lab.World, lab.Of(id))!;

        lab.Done(CloudOperation.Failover, id, _recover);

        VmReplication after = lab.Of(id);
        CloudMachine recovered = lab.Recovered(id);
        Assert.Equal(ReplicationState.FailedOver, after.State);
        Assert.Equal(new CloudRecovery(recovered.Vapp, recovered.Id, latest.Key, lab.Now), after.Recovery);
        Assert.Equal((source.Name, true, source.ChangeRate), (recovered.Name, recovered.PoweredOn, recovered.ChangeRate));
        Assert.Equal(source.Disks, recovered.Disks);
        Assert.Equal((CloudWorld.Vapp, CloudWorld.WestVdc), (lab.Tables.FindVapp(recovered.Vapp!)!.Name, lab.Tables.FindVapp(recovered.Vapp!)!.Vdc));
        Assert.Same(source, lab.Source(id));
        Assert.Equal(FlowMode.Finished, after.Flow.Mode);
        Assert.Equal((_recover.Settings, null), (after.FailoverSettings, after.TestSettings));
        int instances = lab.Instances(id).Count;
        lab.Advance(TimeSpan.FromHours(5));
        Assert.Equal(instances, lab.Instances(id).Count);
    }

    [Fact]
    public void A_failover_uses_the_instance_that_it_names()
    {
        CloudWorld lab = new();
        string id = lab.Started(CloudCalls.StartOf() with { Settings = new ReplicationSettings { Retention = [new(5, 60)] } });
        lab.Advance(TimeSpan.FromHours(3.5));
        IReadOnlyList<ReplicaInstance> instances = lab.Instances(id);
        string old = instances[1].Key;

        lab.Done(CloudOperation.Failover, id, _recover with { Consolidate = true, Instances = new Dictionary<string, string> { [id] = old } });

        Assert.Equal(old, lab.Of(id).Recovery!.Instance);
        Assert.Equal(instances.Skip(1).Select(i => i.Key), lab.Instances(id).Select(i => i.Key));
    }

    [Fact]
    public void An_instance_that_there_is_not_fails_the_call()
    {
        CloudWorld lab = new();
        string id = lab.Started();

        Assert.Equal(
            new CloudNotFound(CloudThing.Instance, "none"),
            lab.Refused(CloudOperation.Failover, id, _recover with { Instances = new Dictionary<string, string> { [id] = "none" } }));
        Assert.Equal(
            new CloudNotFound(CloudThing.VmReplication, "C4-none"),
            lab.Refused(CloudOperation.Failover, id, _recover with { Instances = new Dictionary<string, string> { ["C4-none"] = "none" } }));
        Assert.Equal(
            new InvalidArgument("sync"),
            lab.Refused(CloudOperation.FailoverTest, id, _recover with { Sync = true, Instances = new Dictionary<string, string> { [id] = "none" } }));
    }

    [Fact]
    public void A_test_recovers_a_copy_while_replication_goes_on_and_cleanup_deletes_it()
    {
        CloudWorld lab = new();
        string id = lab.Started();
        lab.Done(CloudOperation.FailoverTest, id, _recover);
        CloudMachine copy = lab.Recovered(id);

        Assert.Equal(ReplicationState.InTest, lab.Of(id).State);
        Assert.Equal(_recover.Settings, lab.Of(id).TestSettings);
        ReplicaInstance latest = CloudQueries.Latest(lab.World, lab.Of(id))!;
        lab.Advance(TimeSpan.FromHours(1.5));
        Assert.NotEqual(latest, CloudQueries.Latest(lab.World, lab.Of(id)));

        lab.Done(CloudOperation.FailoverTestCleanup, id);

        Assert.Equal((ReplicationState.Target, null), (lab.Of(id).State, lab.Of(id).Recovery));
        Assert.Null(lab.Tables.FindMachine(copy.Site, copy.Id));
        Assert.Null(lab.Tables.FindVapp(copy.Vapp!));
    }

    [Fact]
    public void A_test_that_syncs_takes_as_long_and_uses_what_came()
    {
        CloudWorld lab = new(link: CloudWorld.LinkOf(10 * CloudWorld.MiB));
        string id = lab.Started();
        lab.Advance(TimeSpan.FromMinutes(30));
        (_, TimeSpan time) = DataFlows.Sync(lab.World, lab.Of(id));
        Assert.True(time > TimeSpan.FromSeconds(60), "A transfer that takes no time shows nothing.");

        CloudTask task = lab.Begin(CloudOperation.FailoverTest, id, _recover with { Sync = true });

        Assert.Equal(task.Created + TimeSpan.FromSeconds(1.5) + time, task.Due);
        lab.End(task);
        Assert.Equal(task.Created, CloudQueries.Latest(lab.World, lab.Of(id))!.Time);
        Assert.Equal(CloudQueries.Latest(lab.World, lab.Of(id))!.Key, lab.Of(id).Recovery!.Instance);
    }

    [Fact]
    public void A_migration_loses_nothing_and_leaves_the_source_off()
    {
        CloudWorld lab = new();
        string id = lab.Started();
        lab.Advance(TimeSpan.FromMinutes(30));

        lab.Done(CloudOperation.Migrate, id, _recover);

        ReplicaInstance used = CloudQueries.Latest(lab.World, lab.Of(id))!;
        Assert.Equal(lab.Now, used.Time);
        Assert.Equal(used.Key, lab.Of(id).Recovery!.Instance);
        Assert.False(lab.Source(id).PoweredOn);
        Assert.True(lab.Recovered(id).PoweredOn);
        Assert.Equal(ReplicationState.FailedOver, lab.Of(id).State);
    }

    [Fact]
    public void A_migration_in_a_test_leaves_one_machine()
    {
        CloudWorld lab = new();
        string id = lab.Started();
        int machines = lab.Tables.Machines.Count;
        lab.Done(CloudOperation.FailoverTest, id);

        lab.Done(CloudOperation.Migrate, id);

        Assert.Equal(machines + 1, lab.Tables.Machines.Count);
        Assert.Equal(2, lab.Tables.Vapps.Count);
    }

    [Fact]
    public void Machines_of_a_vapp_are_recovered_into_one_vapp_and_tests_keep_to_themselves()
    {
        CloudWorld lab = new();
        string vapp = lab.Started(CloudCalls.VappStart);
        string[] ids = [.. lab.Tables.ReplicationsIn(vapp).Select(r => r.Id)];

        lab.Done(CloudOperation.FailoverTest, ids[0]);
        lab.Done(CloudOperation.Failover, ids[1]);
        Assert.NotEqual(lab.Recovered(ids[0]).Vapp, lab.Recovered(ids[1]).Vapp);
        lab.Done(CloudOperation.FailoverTestCleanup, ids[0]);
        lab.Done(CloudOperation.Failover, ids[0]);

        Assert.Equal(lab.Recovered(ids[0]).Vapp, lab.Recovered(ids[1]).Vapp);
        Assert.Equal(2, lab.Tables.MachinesIn(lab.Recovered(ids[0]).Vapp!).Count);
    }

    [Fact]
    public void A_reverse_swaps_the_sides_and_deletes_the_old_source()
    {
        CloudWorld lab = new();
        string id = lab.Started();
        lab.Done(CloudOperation.Failover, id, _recover);
        VmReplication before = lab.Of(id);

        lab.Done(CloudOperation.Reverse, id);

        VmReplication after = lab.Of(id);
        Assert.Equal((ReplicationState.Target, true, null), (after.State, after.IsReversed, after.Recovery));
        Assert.Equal((CloudWorld.West, "orgW", before.Recovery!.Vapp), (after.Source.Site, after.Source.Org, after.Source.Vapp));
        Assert.Equal((CloudWorld.East, "orgA", CloudWorld.EastVdc, "profile-east"), (after.Destination.Site, after.Destination.Org, after.Destination.Vdc, after.Destination.StorageProfile));
        Assert.Equal(before.Recovery.Machine, after.Machine);
        Assert.Null(lab.Tables.FindMachine(CloudWorld.East, CloudWorld.Machine));
        Assert.NotNull(lab.Tables.FindVapp(CloudWorld.Vapp));
        VappReplication vapp = lab.Tables.FindVappReplication(after.VappReplication)!;
        Assert.Equal((CloudWorld.West, CloudWorld.East), (vapp.Source.Site, vapp.Destination.Site));

        // And back again.
        lab.Done(CloudOperation.Failover, id, _recover);
        Assert.Equal(CloudWorld.East, lab.Recovered(id).Site);
        lab.Done(CloudOperation.Reverse, id);
        Assert.False(lab.Of(id).IsReversed);
        Assert.Equal(CloudWorld.East, lab.Tables.FindVappReplication(after.VappReplication)!.Source.Site);
    }

    [Theory]
    [InlineData(100, 1, true, 101)]
    [InlineData(100, 1, false, 0)]
    [InlineData(86_399, 1, true, 600)]
    [InlineData(86_400, 1, false, 600)]
    public void A_reverse_soon_after_the_recovery_transfers_only_what_changed(int seconds, int rate, bool runs, long expected)
    {
        CloudWorld lab = new(changeRate: rate * CloudWorld.MiB);
        string id = lab.Started();
        lab.Done(CloudOperation.Failover, id, _recover with { PowerOn = runs });
        lab.Advance(TimeSpan.FromSeconds(seconds));
        lab.SetLink(new Core.Control.LinkPatch(Bandwidth: CloudWorld.MiB));

        lab.Done(CloudOperation.Reverse, id);

        TransferProgress? progress = lab.Status(id).Progress;
        Assert.Equal(expected * CloudWorld.MiB, progress?.Total ?? 0);
    }

    [Fact]
    public void Machines_recovered_on_premises_have_morefs_and_no_vapp()
    {
        CloudWorld lab = new();
        lab.World.Put(new Host { Id = "host-1", Name = "esx", Site = "P", Ordinal = 0 });
        lab.World.Put(new Datastore { Id = "datastore-1", Name = "ds", Site = "P", Ordinal = 0, Type = "VMFS", Url = "ds:///", Capacity = 1, FreeSpace = 1, Hosts = ["host-1"] });
        string id = lab.Started(CloudCalls.StartOf() with { Destination = CloudCalls.OnPremises });

        lab.Done(CloudOperation.FailoverTest, id);
        CloudMachine copy = lab.Recovered(id);
        Assert.Matches("^vm-[0-9]+$", copy.Id);
        Assert.Null(lab.Of(id).Recovery!.Vapp);
        Assert.Equal("P", lab.World.FindVirtualMachine(copy.Id)?.Site);
        lab.Done(CloudOperation.FailoverTestCleanup, id);
        Assert.Null(lab.World.FindVirtualMachine(copy.Id));

        lab.Done(CloudOperation.Failover, id);
        Assert.NotEqual(copy.Id, lab.Recovered(id).Id);
        lab.Done(CloudOperation.Reverse, id);
        Assert.Equal((CloudWorld.OnPrem, null, CloudWorld.Vapp), (lab.Of(id).Source.Site, lab.Of(id).Source.Vdc, lab.Of(id).Source.VappName));
    }

    [Fact]
    public void A_reverse_needs_the_recovered_machine_unprotected()
    {
        CloudWorld lab = new();
        string id = lab.Started();
        lab.Done(CloudOperation.Failover, id, _recover);
        string other = lab.Started(CloudCalls.StartOf(lab.Recovered(id).Id) with
        {
            SourceSite = CloudWorld.West,
            Destination = new ReplicationEnd { Site = CloudWorld.East, Vdc = CloudWorld.EastVdc },
        });

        Assert.Equal(new AlreadyReplicated(CloudWorld.Machine, other), lab.Failed(CloudOperation.Reverse, id));
        lab.Done(CloudOperation.Stop, other);
        lab.Done(CloudOperation.Reverse, id);
    }

    [Fact]
    public void A_source_that_is_gone_can_be_recovered_and_not_be_synced()
    {
        CloudWorld lab = new();
        string id = lab.Started();
        string second = lab.Started(CloudCalls.StartOf() with { Destination = CloudCalls.OnPremises });
        lab.Done(CloudOperation.Failover, id, _recover);
        lab.Done(CloudOperation.Reverse, id);

        Assert.Equal(new CloudNotFound(CloudThing.Machine, CloudWorld.Machine), lab.Failed(CloudOperation.Sync, second));
        Assert.Null(Assert.Single(lab.Done(CloudOperation.Failover, second).Result).Machine);
    }
}
