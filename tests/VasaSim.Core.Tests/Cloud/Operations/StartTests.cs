using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Cloud.Queries;
using VasaSim.Core.Faults;
using VasaSim.Core.Lab;

namespace VasaSim.Core.Tests.Cloud.Operations;

public sealed class StartTests
{
    private static readonly StartCommand _start = CloudCalls.StartOf();

    [Fact]
    public void A_machine_alone_gets_a_vapp_replication_named_after_its_vapp()
    {
        CloudWorld lab = new();

        CloudTask task = lab.Begin(CloudOperation.Start);

        Assert.StartsWith("C4-", task.Replication, StringComparison.Ordinal);
        Assert.Null(lab.Of(task.Replication));
        Assert.Equal(lab.Now.AddSeconds(1), task.Due);
        DescribedReplication told = Assert.Single(lab.End(task).Result);
        Assert.Equal(task.Replication, told.Replication.Id);
        Assert.StartsWith("C4VAPP-", told.Vapp.Id, StringComparison.Ordinal);
        Assert.Equal(CloudWorld.Vapp, told.Vapp.Name);
        Assert.Equal(("orgA", "orgW", "profile-west"), (told.Replication.Source.Org, told.Replication.Destination.Org, told.Replication.Destination.StorageProfile));
        Assert.Equal(lab.Now, told.Replication.LastUpdated);
        Assert.Equal(task.Replication, Assert.Single(lab.Tables.ReplicationsIn(told.Vapp.Id)).Id);
        Assert.Single(lab.Instances(task.Replication));
    }

    [Fact]
    public void A_vapp_gets_one_replication_for_each_machine()
    {
        CloudWorld lab = new();

        CloudTask ended = lab.Done(CloudOperation.Start, command: CloudCalls.VappStart);

        VappReplication vapp = lab.Tables.FindVappReplication(ended.Replication)!;
        Assert.Equal((CloudWorld.Vapp, CloudWorld.Vapp), (vapp.Name, vapp.Source.Vapp));
        Assert.Equal([CloudWorld.Machine, "machine-web-2"], ended.Result.Select(r => r.Replication.Machine));
        Assert.Equal(2, lab.Tables.ReplicationsIn(vapp.Id).Count);
    }

    [Fact]
    public void Machines_on_premises_become_a_vapp()
    {
        CloudWorld lab = new();

        CloudTask ended = lab.Done(CloudOperation.Start, command: _start with
        {
            SourceSite = CloudWorld.OnPrem,
            Machine = null,
            Machines = ["vm-101", "vm-102"],
            VappName = "imported",
        });

        Assert.Equal(["vm-101", "vm-102"], ended.Result.Select(r => r.Replication.Machine));
        Assert.Equal("imported", lab.Tables.FindVappReplication(ended.Replication)!.Name);
        Assert.Null(lab.Tables.FindVappReplication(ended.Replication)!.Source.Vdc);
    }

    [Fact]
    public void What_of_a_vapp_is_replicated_already_is_a_warning_and_all_of_it_a_fault()
    {
        CloudWorld lab = new();
        string first = lab.Started();

        CloudTask ended = lab.Done(CloudOperation.Start, command: CloudCalls.VappStart);

        MachineLeftOut left = Assert.IsType<MachineLeftOut>(Assert.Single(ended.Warnings));
        Assert.Equal(new AlreadyReplicated(CloudWorld.Machine, first), left.Cause);
        Assert.Equal("machine-web-2", Assert.Single(ended.Result).Replication.Machine);
        Assert.Equal(new AlreadyReplicated(CloudWorld.Machine, first), lab.Refused(CloudOperation.Start, command: CloudCalls.VappStart));
        Assert.Equal(new AlreadyReplicated(CloudWorld.Machine, first), lab.Refused(CloudOperation.Start));
    }

    [Fact]
    public void Of_two_starts_at_once_one_fails()
    {
        CloudWorld lab = new();
        CloudTask one = lab.Begin(CloudOperation.Start);
        CloudTask other = lab.Begin(CloudOperation.Start);

        Assert.Null(lab.End(one).Error);
        Assert.Equal(new AlreadyReplicated(CloudWorld.Machine, one.Replication), lab.End(other).Error);
        Assert.Single(lab.Tables.VappReplications);
    }

    [Fact]
    public void A_link_that_is_down_at_the_call_or_cut_before_the_end_fails_it()
    {
        CloudWorld lab = new();
        CloudTask task = lab.Begin(CloudOperation.Start);
        lab.Cut();
        lab.Advance(TimeSpan.FromMilliseconds(100));
        lab.Mend();

        Assert.IsType<PeerNotReachable>(lab.End(task).Error);
        lab.Cut();
        Assert.IsType<PeerNotReachable>(lab.Failed(CloudOperation.Start));
        Assert.Empty(lab.Tables.Replications);
        Assert.Empty(lab.Tables.VappReplications);
    }

    [Fact]
    public void Disks_that_are_left_out_are_not_transferred()
    {
        CloudWorld lab = new(link: CloudWorld.LinkOf(CloudWorld.MiB));

        string id = lab.Started(_start with { ExcludedDisks = new Dictionary<string, IReadOnlyList<int>> { [CloudWorld.Machine] = [2001] } });

        Assert.Equal([2001], lab.Of(id).Settings.ExcludedDisks);
        Assert.Equal(400 * CloudWorld.MiB, lab.Status(id).Progress!.Total);
    }

    [Fact]
    public void A_seed_saves_the_initial_sync_and_goes()
    {
        CloudWorld lab = new(link: CloudWorld.LinkOf(CloudWorld.MiB));
        lab.World.Put(new CloudVapp { Id = "vapp-seed", Name = "seed", Vdc = CloudWorld.WestVdc, Ordinal = 9 });
        lab.World.Put(CloudWorld.MachineOf("seed", CloudWorld.West, "vapp-seed", 9));

        string id = lab.Started(_start with { Seeds = new Dictionary<string, string> { [CloudWorld.Machine] = "seed" } });

        Assert.Single(lab.Instances(id));
        Assert.Null(lab.Tables.FindMachine(CloudWorld.West, "seed"));
    }

    [Fact]
    public void A_seed_with_other_disks_fails_it()
    {
        CloudWorld lab = new();
        lab.World.Put(new CloudVapp { Id = "vapp-seed", Name = "seed", Vdc = CloudWorld.WestVdc, Ordinal = 9 });
        lab.World.Put(CloudWorld.MachineOf("seed", CloudWorld.West, "vapp-seed", 9) with { Disks = [new CloudDisk(2000, 1)] });

        Fault fault = lab.Failed(CloudOperation.Start, command: _start with { Seeds = new Dictionary<string, string> { [CloudWorld.Machine] = "seed" } });

        Assert.Equal(new SeedMismatch("seed", CloudWorld.Machine), fault);
        Assert.NotNull(lab.Tables.FindMachine(CloudWorld.West, "seed"));
    }

    [Fact]
    public void An_sla_profile_is_used_instead_of_settings()
    {
        CloudWorld lab = new();

        string id = lab.Started(_start with { Settings = new ReplicationSettings { Rpo = 0, Description = "mine" }, SlaProfile = CloudWorld.Gold });

        Assert.Equal((15, "mine", CloudWorld.Gold), (lab.Of(id).Settings.Rpo, lab.Of(id).Settings.Description, lab.Of(id).SlaProfile));
    }

    [Fact]
    public void An_initial_sync_may_wait_for_its_time()
    {
        CloudWorld lab = new();
        string id = lab.Started(_start with { Settings = new ReplicationSettings { InitialSyncTime = CloudWorld.T0.AddHours(1) } });

        Assert.Equal(FlowMode.Waiting, lab.Of(id).Flow.Mode);
        lab.Advance(TimeSpan.FromHours(1));
        Assert.Single(lab.Instances(id));
    }

    [Fact]
    public void What_a_call_names_has_to_be_there()
    {
        ReplicationEnd destination = _start.Destination;
        Dictionary<string, string> seed = new() { [CloudWorld.Machine] = "none" };
        (StartCommand Command, CloudThing Kind, string Id)[] cases =
        [
            (_start with { SourceSite = "none" }, CloudThing.Site, "none"),
            (_start with { Machine = "none" }, CloudThing.Machine, "none"),
            (_start with { Machine = null, Vapp = "none" }, CloudThing.Vapp, "none"),
            (_start with { Machine = null, Vapp = CloudWorld.Vapp, SourceSite = CloudWorld.West }, CloudThing.Vapp, CloudWorld.Vapp),
            (_start with { Machine = null, SourceSite = CloudWorld.OnPrem, Machines = ["vm-101", "vm-9"] }, CloudThing.Machine, "vm-9"),
            (_start with { Destination = destination with { Site = "none" } }, CloudThing.Site, "none"),
            (_start with { Destination = destination with { Vdc = CloudWorld.EastVdc } }, CloudThing.Vdc, CloudWorld.EastVdc),
            (_start with { Destination = destination with { StorageProfile = "profile-east" } }, CloudThing.StorageProfile, "profile-east"),
            (_start with { SlaProfile = "none" }, CloudThing.SlaProfile, "none"),
            (_start with { Seeds = seed }, CloudThing.Machine, "none"),
        ];
        Assert.All(cases, c => Assert.Equal(new CloudNotFound(c.Kind, c.Id), new CloudWorld().Refused(CloudOperation.Start, command: c.Command)));
    }

    [Fact]
    public void What_makes_no_sense_is_said_with_its_path()
    {
        Dictionary<string, IReadOnlyList<int>> excluded = new() { [CloudWorld.Machine] = [7] };
        (StartCommand Command, string Path)[] cases =
        [
            (_start with { Settings = new ReplicationSettings { Rpo = 4 } }, "rpo"),
            (_start with { Settings = new ReplicationSettings { Rpo = 1441 } }, "rpo"),
            (_start with { Settings = new ReplicationSettings { Retention = [new(0, 60)] } }, "retentionPolicy"),
            (_start with { Settings = new ReplicationSettings { Retention = [new(1, 0)] } }, "retentionPolicy"),
            (_start with { Settings = new ReplicationSettings { Retention = [new(20, 60), new(5, 120)] } }, "retentionPolicy"),
            (_start with { Settings = new ReplicationSettings { Retention = [.. Enumerable.Repeat(new RetentionRule(1, 60), 6)] } }, "retentionPolicy"),
            (_start with { ExcludedDisks = excluded }, "source.excludedDisks"),
            (CloudCalls.VappStart with { ExcludedDisks = excluded }, "source.vmExcludedDisks"),
            (_start with { Destination = new ReplicationEnd { Site = CloudWorld.East, Vdc = CloudWorld.EastVdc } }, "destination"),
            (_start with { Destination = new ReplicationEnd { Site = CloudWorld.West } }, "destination.vdc"),
            (_start with { Machine = null }, "source.vmIds"),
            (_start with { Owner = "orgA" }, "owner"),
            (_start with { Owner = $"orgW@{CloudWorld.East}" }, "owner"),
            (_start with { Owner = "orgA@none" }, "owner"),
        ];
        Assert.All(cases, c => Assert.Equal(new InvalidArgument(c.Path), new CloudWorld().Refused(CloudOperation.Start, command: c.Command)));
    }

    [Fact]
    public void A_policy_may_forbid_it()
    {
        (ReplicationPolicy Policy, StartCommand Command, PolicyRule Rule)[] cases =
        [
            (Policy(CloudWorld.West) with { MinRpo = 61 }, _start, PolicyRule.MinRpo),
            (Policy(CloudWorld.West) with { MinRpo = 16 }, _start with { SlaProfile = CloudWorld.Gold }, PolicyRule.MinRpo),
            (Policy(CloudWorld.West) with { MaxInstances = 2 }, _start with { Settings = new ReplicationSettings { Retention = [new(3, 60)] } }, PolicyRule.MaxInstances),
            (Policy(CloudWorld.West) with { MaxIncoming = 1 }, CloudCalls.VappStart, PolicyRule.MaxIncoming),
            (Policy(CloudWorld.West) with { AllowIncoming = false }, _start, PolicyRule.AllowIncoming),
            (Policy(CloudWorld.East) with { AllowOutgoing = false }, _start, PolicyRule.AllowOutgoing),
        ];
        Assert.All(cases, c =>
        {
            CloudWorld lab = new();
            lab.World.Put(c.Policy);
            Assert.Equal(new PolicyViolation("strict", c.Rule), lab.Refused(CloudOperation.Start, command: c.Command));
        });
    }

    [Fact]
    public void A_policy_is_asked_when_settings_change()
    {
        CloudWorld lab = new();
        string id = lab.Started();
        lab.World.Put(Policy(CloudWorld.West) with { MinRpo = 31 });

        Assert.Equal(new PolicyViolation("strict", PolicyRule.MinRpo), lab.Refused(CloudOperation.Reconfigure, id));
    }

    [Fact]
    public void Nothing_is_started_without_a_license() =>
        Assert.IsType<NotLicensed>(new CloudWorld(new CloudKnobs { Licensed = false }).Refused(CloudOperation.Start));

    private static ReplicationPolicy Policy(string site) => new()
    {
        Id = "policy-strict",
        DisplayName = "strict",
        Orgs = [site == CloudWorld.West ? $"orgW@{site}" : $"orgA@{site}"],
        Ordinal = 1,
    };
}
