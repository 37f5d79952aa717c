using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Cloud.Queries;
using VasaSim.Core.Control;
using VasaSim.Core.Faults;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Tests.Cloud.Operations;

/// <summary>Everything but recovery, and what tasks have in common.</summary>
public sealed class ManagementTests
{
    [Fact]
    public void A_sync_makes_an_instance_of_the_time_of_the_call()
    {
        CloudWorld lab = new(link: CloudWorld.LinkOf(10 * CloudWorld.MiB));
        string id = lab.Started();
        lab.Advance(TimeSpan.FromMinutes(30));
        (long bytes, TimeSpan time) = DataFlows.Sync(lab.World, lab.Of(id));

        CloudTask task = lab.Begin(CloudOperation.Sync, id);

        Assert.Equal(task.Created + TimeSpan.FromSeconds(1) + time, task.Due);
        Assert.Equal(DataConnectionState.Syncing, lab.Status(id).DataConnection);
        DescribedReplication told = Assert.Single(lab.End(task).Result);
        Assert.Equal((task.Created, bytes), (told.Status.Latest!.Time, told.Status.Latest.TransferBytes));
        Assert.Equal((DataConnectionState.Ok, lab.Now), (told.Status.DataConnection, told.Replication.LastUpdated));
    }

    [Fact]
    public void A_link_that_was_cut_in_between_fails_a_sync_even_when_it_is_up_again()
    {
        CloudWorld lab = new();
        string id = lab.Started();
        CloudTask task = lab.Begin(CloudOperation.Sync, id);
        lab.Cut();
        lab.Advance(TimeSpan.FromMilliseconds(100));
        lab.Mend();

        Assert.IsType<PeerNotReachable>(lab.End(task).Error);
    }

    [Fact]
    public void A_pause_stops_the_flow_until_it_is_resumed()
    {
        CloudWorld lab = new();
        string id = lab.Started();

        lab.Done(CloudOperation.Pause, id);
        int instances = lab.Instances(id).Count;
        ReplicaInstance? latest = CloudQueries.Latest(lab.World, lab.Of(id));
        lab.Advance(TimeSpan.FromHours(5));
        Assert.Equal((instances, latest), (lab.Instances(id).Count, CloudQueries.Latest(lab.World, lab.Of(id))));

        lab.Done(CloudOperation.Resume, id);
        lab.Advance(TimeSpan.FromHours(2));
        Assert.NotEqual(latest, CloudQueries.Latest(lab.World, lab.Of(id)));
    }

    [Fact]
    public void The_last_replication_takes_the_one_of_the_vapp_along()
    {
        CloudWorld lab = new();
        string vapp = lab.Started(CloudCalls.VappStart);
        string[] ids = [.. lab.Tables.ReplicationsIn(vapp).Select(r => r.Id)];

        lab.Done(CloudOperation.Stop, ids[0]);
        Assert.NotNull(lab.Tables.FindVappReplication(vapp));
        Assert.Empty(lab.Done(CloudOperation.Stop, ids[1]).Result);

        Assert.Null(lab.Tables.FindVappReplication(vapp));
        Assert.Equal(new CloudNotFound(CloudThing.VmReplication, ids[1]), lab.Refused(CloudOperation.Stop, ids[1]));
        Assert.Equal(new CloudNotFound(CloudThing.VappReplication, vapp), lab.Refused(CloudOperation.Stop, vapp));
    }

    [Fact]
    public void A_stop_deletes_the_copy_of_a_test_and_leaves_what_was_failed_over()
    {
        CloudWorld lab = new();
        string vapp = lab.Started(CloudCalls.VappStart);
        string[] ids = [.. lab.Tables.ReplicationsIn(vapp).Select(r => r.Id)];
        lab.Done(CloudOperation.FailoverTest, ids[0]);
        lab.Done(CloudOperation.Failover, ids[1]);
        (CloudMachine copy, CloudMachine recovered) = (lab.Recovered(ids[0]), lab.Recovered(ids[1]));

        lab.Done(CloudOperation.Stop, vapp);

        Assert.Null(lab.Tables.FindMachine(copy.Site, copy.Id));
        Assert.NotNull(lab.Tables.FindMachine(recovered.Site, recovered.Id));
        Assert.Empty(lab.Tables.Replications);
        Assert.Empty(lab.Tables.VappReplications);
    }

    [Fact]
    public void Settings_of_its_own_drop_the_sla_profile_and_a_description_does_not()
    {
        CloudWorld lab = new();
        string id = lab.Started();

        lab.Done(CloudOperation.Reconfigure, id, new ReconfigureCommand { SlaProfile = CloudWorld.Gold, Rpo = 99 });
        Assert.Equal((CloudWorld.Gold, 15), (lab.Of(id).SlaProfile, lab.Of(id).Settings.Rpo));
        lab.Done(CloudOperation.Reconfigure, id, new ReconfigureCommand { Description = "new" });
        Assert.Equal((CloudWorld.Gold, "new"), (lab.Of(id).SlaProfile, lab.Of(id).Settings.Description));
        lab.Done(CloudOperation.Reconfigure, id, new ReconfigureCommand { Quiesced = true });
        Assert.Equal((null, 15, true), (lab.Of(id).SlaProfile, lab.Of(id).Settings.Rpo, lab.Of(id).Settings.Quiesced));

        Assert.Equal(new InvalidArgument("rpo"), lab.Refused(CloudOperation.Reconfigure, id, new ReconfigureCommand { Rpo = 4 }));
        Assert.Equal(new CloudNotFound(CloudThing.SlaProfile, "none"), lab.Refused(CloudOperation.Reconfigure, id, new ReconfigureCommand { SlaProfile = "none" }));
    }

    [Fact]
    public void A_replica_moves_to_another_storage_profile_of_its_virtual_data_center()
    {
        CloudWorld lab = new();
        string vapp = lab.Started(CloudCalls.VappStart);

        CloudTask ended = lab.Done(CloudOperation.ChangeStorageProfile, vapp);

        Assert.All(ended.Result, r => Assert.Equal("profile-west-fast", r.Replication.Destination.StorageProfile));
        Assert.Equal("profile-west-fast", lab.Tables.FindVappReplication(vapp)!.Destination.StorageProfile);
        Assert.Equal(
            new CloudNotFound(CloudThing.StorageProfile, "profile-east"),
            lab.Refused(CloudOperation.ChangeStorageProfile, vapp, new StorageProfileCommand("profile-east")));
    }

    [Fact]
    public void A_new_owner_has_the_machines_of_the_vapp_too()
    {
        CloudWorld lab = new();
        string vapp = lab.Started(CloudCalls.VappStart);
        string owner = $"orgW@{CloudWorld.West}";

        Assert.Null(CloudTasks.ChangeOwner(lab.World, vapp, ofVapp: true, owner));

        Assert.Equal(owner, lab.Tables.FindVappReplication(vapp)!.Owner);
        Assert.All(lab.Tables.ReplicationsIn(vapp), r => Assert.Equal(owner, r.Owner));
        Assert.Equal(new InvalidArgument("owner"), CloudTasks.ChangeOwner(lab.World, vapp, ofVapp: true, "nobody"));
        Assert.Equal(new CloudNotFound(CloudThing.VmReplication, vapp), CloudTasks.ChangeOwner(lab.World, vapp, ofVapp: false, owner));
    }

    [Fact]
    public void What_machines_of_a_vapp_cannot_do_is_a_warning_as_long_as_one_can()
    {
        CloudWorld lab = new();
        string vapp = lab.Started(CloudCalls.VappStart);
        string[] ids = [.. lab.Tables.ReplicationsIn(vapp).Select(r => r.Id)];
        lab.Done(CloudOperation.Failover, ids[0]);

        CloudTask ended = lab.Done(CloudOperation.FailoverTest, vapp);

        MachineLeftOut left = Assert.IsType<MachineLeftOut>(Assert.Single(ended.Warnings));
        Assert.Equal(ids[0], left.Replication);
        Assert.IsType<InvalidReplicationState>(left.Cause);
        Assert.Equal(ids, ended.Result.Select(r => r.Replication.Id));
        Assert.IsType<InvalidReplicationState>(lab.Failed(CloudOperation.FailoverTest, vapp));
    }

    [Fact]
    public void A_task_of_a_vapp_works_on_all_of_its_machines()
    {
        CloudWorld lab = new();
        string vapp = lab.Started(CloudCalls.VappStart);
        string id = lab.Tables.ReplicationsIn(vapp)[1].Id;

        CloudTask task = lab.Begin(CloudOperation.Sync, vapp);

        Assert.Equal(new SyncOngoing(task.Id), lab.Failed(CloudOperation.Pause, id));
        lab.End(task);
        lab.Done(CloudOperation.Pause, id);
    }

    [Fact]
    public void A_tester_commands_these_tasks_like_others()
    {
        CloudWorld lab = new();
        string id = lab.Started();
        lab.World.TaskOrder = new TaskOrder { Error = new SystemError("planted"), FailAt = 50 };

        Assert.Equal(new SystemError("planted"), lab.Failed(CloudOperation.Failover, id));
        Assert.DoesNotContain(lab.Tables.Machines, m => m.Site == CloudWorld.West);
        CloudTask task = lab.Begin(CloudOperation.Failover, id);
        CloudTask done = Assert.IsType<CloudTask>(TaskControl.Complete(lab.World, task).Task);
        Assert.Null(done.Error);
        Assert.NotNull(lab.Recovered(id));
    }

    [Fact]
    public void A_restart_fails_what_runs_and_leaves_the_replication_free()
    {
        CloudWorld lab = new();
        string id = lab.Started();
        CloudTask task = lab.Begin(CloudOperation.Failover, id);

        DueWork.FailRunning(lab.World, "restarted");

        Assert.Equal(new SystemError("restarted"), lab.World.FindTask(task.Id)!.Error);
        lab.Done(CloudOperation.Failover, id);
    }

    [Fact]
    public void Instant_tasks_end_with_the_call_and_the_service_for_arrays_knows_none_of_them()
    {
        CloudWorld lab = new(instant: true);

        CloudTask task = lab.Begin(CloudOperation.Start);

        Assert.False(task.IsRunning);
        Assert.True(Guid.TryParse(task.Id, out _));
        Assert.Null(TaskQueries.FindKnown(lab.World, task.Id));
    }

    [Fact]
    public void A_machine_that_is_powered_off_is_not_replicated_any_more()
    {
        CloudWorld lab = new();
        string id = lab.Started();
        string other = lab.Started(CloudCalls.StartOf() with { Destination = CloudCalls.OnPremises });

        WorldControl.SetMachine(lab.World, lab.Source(id), new MachinePatch(PoweredOn: false));
        lab.Advance(TimeSpan.FromHours(2));

        Assert.All([id, other], r => Assert.Equal(DataConnectionState.PoweredOff, lab.Status(r).DataConnection));
        WorldControl.SetMachine(lab.World, lab.Source(id), new MachinePatch(PoweredOn: true));
        Assert.All([id, other], r => Assert.NotEqual(FlowMode.PoweredOff, lab.Of(r).Flow.Mode));
    }
}
