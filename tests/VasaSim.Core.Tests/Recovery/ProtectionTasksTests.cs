using VasaSim.Core.Control;
using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Operations;
using VasaSim.Core.Recovery.Queries;
using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Recovery;

public sealed class ProtectionTasksTests
{
    private static readonly ProtectionOperation[] OfMachines =
        [ProtectionOperation.Configure, ProtectionOperation.RemoveProtection, ProtectionOperation.RemoveFromGroup];

    [Fact]
    public void A_group_is_there_when_its_task_ends_and_configures_its_machines_then()
    {
        RecoveryWorld lab = new();
        ProtectionTask task = Assert.Single(lab.Begin(
            ProtectionOperation.CreateGroup, command: RecoveryWorld.Creation(RecoveryWorld.OfKind(ReplicationKind.Vvol))));
        Assert.Empty(lab.World.Recovery.Groups);
        lab.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(task.Group, lab.Group.Id);
        Assert.Equal([ProtectionStatus.ConfiguringProtection, ProtectionStatus.ConfiguringProtection], Statuses(lab));
        Assert.Equal(GroupStatus.ConfiguringProtection, RecoveryQueries.Describe(lab.World, lab.Group).Status);
        lab.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([ProtectionStatus.Ok, ProtectionStatus.Ok], Statuses(lab));
        Assert.Equal(GroupStatus.Ok, RecoveryQueries.Describe(lab.World, lab.Group).Status);
    }

    [Fact]
    public void Where_tasks_take_no_time_all_is_done_with_the_call()
    {
        RecoveryWorld lab = new(instant: true);
        Assert.False(Assert.Single(lab.Begin(ProtectionOperation.CreateGroup, command: RecoveryWorld.Creation(RecoveryWorld.OfKind(ReplicationKind.Vvol)))).IsRunning);
        Assert.Equal([ProtectionStatus.Ok, ProtectionStatus.Ok], Statuses(lab));
    }

    [Fact]
    public void A_machine_that_nobody_said_where_it_goes_waits_until_somebody_does()
    {
        RecoveryWorld lab = new();
        lab.Patch(new InventoryPatch { Networks = ["net-a2"] }, RecoveryWorld.Web);
        lab.Run(ProtectionOperation.CreateGroup, command: RecoveryWorld.Creation(RecoveryWorld.OfKind(ReplicationKind.Vvol)));
        lab.Settle();
        Assert.Equal([ProtectionStatus.Ok, ProtectionStatus.NotConfigured], Statuses(lab));
        Assert.Equal(GroupStatus.NotConfigured, RecoveryQueries.Describe(lab.World, lab.Group).Status);
        Assert.Equal(new MissingMappings(["net-a2"]).Names, Assert.IsType<MissingMappings>(lab.Call(ProtectionOperation.Configure, RecoveryWorld.Web).Fault).Names);
        Assert.IsType<MissingMappings>(lab.Run(ProtectionOperation.ConfigureAll));
        lab.Patch(new InventoryPatch { Networks = ["net-a"] }, RecoveryWorld.Web);
        Assert.Null(lab.Run(ProtectionOperation.ConfigureAll));
        Assert.Equal([ProtectionStatus.Ok, ProtectionStatus.Ok], Statuses(lab));
        Assert.Empty(lab.Begin(ProtectionOperation.ConfigureAll));
    }

    [Fact]
    public void A_machine_that_joins_the_replication_group_is_a_member_that_is_not_configured()
    {
        RecoveryWorld lab = RecoveryWorld.With(ReplicationKind.Vvol);
        lab.SetReplicationGroup("fd-a1/rg-01", g => g with { Members = [.. g.Members, g.Members[0] with { Vm = "single" }] });
        Assert.Equal(ProtectionStatus.NotConfigured, lab.Status(RecoveryWorld.Single));
        lab.Run(ProtectionOperation.ConfigureAll);
        Assert.Equal(ProtectionStatus.Ok, lab.Status(RecoveryWorld.Single));
    }

    [Fact]
    public void Whoever_configures_a_protected_machine_has_to_know_its_version()
    {
        RecoveryWorld lab = RecoveryWorld.With(ReplicationKind.Vvol);
        Assert.Equal(new SettingsChanged(1), lab.Call(ProtectionOperation.Configure, RecoveryWorld.Db).Fault);
        Assert.Equal(new SettingsChanged(1), lab.Call(ProtectionOperation.Configure, RecoveryWorld.Db, new ConfigureCommand { Version = 2 }).Fault);
        Assert.Null(lab.Run(ProtectionOperation.Configure, RecoveryWorld.Db, new ConfigureCommand { Version = 1 }));
        Assert.Equal(2, lab.Member().Machine.Protection!.Version);
    }

    [Fact]
    public void Only_what_is_at_the_recovery_site_can_be_a_place_there()
    {
        RecoveryWorld lab = RecoveryWorld.With(ReplicationKind.Vvol);
        ProtectionSettings[] wrong =
        [
            new() { Folder = "folder-a" }, new() { ResourcePool = "pool-a" }, new() { Host = "host-1" },
            new() { Networks = new Dictionary<string, string> { ["net-a"] = "net-a" } },
        ];
        Assert.All(wrong, s => Assert.IsType<ProtectionNotFound>(lab.Call(ProtectionOperation.Configure, RecoveryWorld.Db, new ConfigureCommand { Settings = s, Version = 1 }).Fault));
    }

    [Fact]
    public void A_machine_has_one_task_at_a_time_and_none_beside_its_groups()
    {
        RecoveryWorld lab = RecoveryWorld.With(ReplicationKind.Vvol);
        ProtectionTask one = Assert.Single(lab.Begin(ProtectionOperation.RemoveProtection, RecoveryWorld.Db));
        Assert.Equal(new ProtectionBusy(one.Id), lab.Call(ProtectionOperation.RemoveProtection, RecoveryWorld.Db).Fault);
        Assert.Equal(new ProtectionBusy(one.Id), lab.Call(ProtectionOperation.DeleteGroup).Fault);
        lab.Begin(ProtectionOperation.RemoveProtection, RecoveryWorld.Web);
        Assert.Equal([ProtectionStatus.RemovingProtection, ProtectionStatus.RemovingProtection], Statuses(lab));
        lab.Settle();
        ProtectionTask whole = Assert.Single(lab.Begin(ProtectionOperation.DeleteGroup));
        Assert.Equal(new ProtectionBusy(whole.Id), lab.Call(ProtectionOperation.Configure, RecoveryWorld.Db).Fault);
        Assert.Empty(lab.Begin(ProtectionOperation.ConfigureAll));
    }

    [Fact]
    public void Several_kinds_of_work_are_operations_in_progress()
    {
        RecoveryWorld lab = RecoveryWorld.With(ReplicationKind.Vvol);
        lab.Begin(ProtectionOperation.RemoveProtection, RecoveryWorld.Db);
        Assert.Equal(GroupStatus.RemovingProtection, RecoveryQueries.Describe(lab.World, lab.Group).Status);
        lab.Begin(ProtectionOperation.Configure, RecoveryWorld.Web, new ConfigureCommand { Version = 1 });
        Assert.Equal(GroupStatus.OperationsInProgress, RecoveryQueries.Describe(lab.World, lab.Group).Status);
    }

    [Fact]
    public void A_deleted_group_takes_the_protection_along()
    {
        RecoveryWorld lab = RecoveryWorld.With(ReplicationKind.Vvol);
        string id = lab.Group.Id;
        lab.Begin(ProtectionOperation.DeleteGroup);
        Assert.Equal([ProtectionStatus.RemovingProtection, ProtectionStatus.RemovingProtection], Statuses(lab));
        lab.Settle();
        Assert.Empty(lab.World.Recovery.Groups);
        Assert.Empty(lab.World.Recovery.ProtectionsOf(id));
    }

    [Fact]
    public void Reconfigured_members_come_and_go()
    {
        RecoveryWorld lab = RecoveryWorld.With(ReplicationKind.Abr);
        lab.World.Put(RecoveryWorld.MachineOf("vm-8", "other", RecoveryWorld.OtherLun, 8));
        GroupMembers other = new() { Kind = ReplicationKind.Abr, Datastores = [RecoveryWorld.OtherLun] };
        lab.Begin(ProtectionOperation.ReconfigureGroup, command: new ReconfigureGroupCommand { Name = "renamed", Members = other });
        Assert.Equal(ProtectionStatus.RemovingProtection, lab.Status(RecoveryWorld.OnLun));
        lab.Settle();
        Assert.Equal("renamed", lab.Group.Name);
        Assert.Equal("vm-8", Assert.Single(RecoveryQueries.Members(lab.World, lab.Group)).Machine.Id);
        Assert.Equal(ProtectionStatus.Ok, lab.Status("vm-8"));
    }

    [Fact]
    public void A_machine_leaves_its_group_only_where_it_has_a_replication_of_its_own()
    {
        Assert.Equal(
            new WrongReplicationKind(ReplicationKind.Vvol),
            RecoveryWorld.With(ReplicationKind.Vvol).Call(ProtectionOperation.RemoveFromGroup, RecoveryWorld.Db).Fault);
        RecoveryWorld lab = RecoveryWorld.With(ReplicationKind.Hbr);
        Assert.Null(lab.Run(ProtectionOperation.RemoveFromGroup, RecoveryWorld.Single));
        Assert.Empty(RecoveryQueries.Members(lab.World, lab.Group));
    }

    [Fact]
    public void What_a_group_cannot_be_made_of()
    {
        RecoveryWorld lab = RecoveryWorld.With(ReplicationKind.Vvol);
        CreateGroupCommand good = RecoveryWorld.Creation(RecoveryWorld.OfKind(ReplicationKind.Abr), "other");
        Assert.IsType<NameInUse>(Refused(good with { Name = "pg" }));
        Assert.IsType<AlreadyProtected>(Refused(good with { Members = RecoveryWorld.OfKind(ReplicationKind.Vvol) }));
        Assert.Equal(new NotReplicated(RecoveryWorld.Plain), Refused(good with { Members = new() { Kind = ReplicationKind.Abr, Datastores = [RecoveryWorld.Plain] } }));
        Assert.Equal(new NotReplicated(RecoveryWorld.Db), Refused(good with { Members = new() { Kind = ReplicationKind.Hbr, Machines = [RecoveryWorld.Db] } }));
        Assert.Equal(new NotReplicated("fd-a1/rg-07"), Refused(good with { Members = new() { Kind = ReplicationKind.Vvol, Groups = [TestWorld.Id("fd-a1/rg-07")] } }));
        Assert.IsType<ProtectionNotFound>(Refused(good with { Members = new() { Kind = ReplicationKind.Vvol, Groups = [TestWorld.Id("fd-b1/rg-01-t")] } }));
        Assert.IsType<ProtectionNotFound>(Refused(good with { Folder = "nowhere" }));
        Assert.IsType<ProtectionNotFound>(Refused(good with { RecoverySite = "C" }));
        Assert.IsType<InvalidArgument>(Refused(good with { RecoverySite = "A" }));
        Assert.IsType<InvalidArgument>(Refused(good with { Members = new() { Kind = ReplicationKind.Hbr } }));

        Fault? Refused(CreateGroupCommand command) => lab.Call(ProtectionOperation.CreateGroup, command: command).Fault;
    }

    [Fact]
    public void Nobody_works_on_what_is_not_there()
    {
        RecoveryWorld lab = RecoveryWorld.With(ReplicationKind.Hbr);
        Assert.All(OfMachines, o => Assert.Equal(new ProtectionNotFound(ProtectionThing.Machine, "vm-99"), lab.Call(o, "vm-99").Fault));
        lab.Run(ProtectionOperation.DeleteGroup);
        Assert.IsType<ProtectionNotFound>(ProtectionTasks.Start(lab.World, new ProtectionCall { Operation = ProtectionOperation.DeleteGroup, Group = "gone", User = "u", Site = "A" }).Fault);
    }

    [Fact]
    public void A_task_obeys_a_testers_orders()
    {
        RecoveryWorld lab = RecoveryWorld.With(ReplicationKind.Vvol);
        lab.World.TaskOrder = new TaskOrder { HoldAt = 50, Then = new SystemError("broken") };
        ProtectionTask task = Assert.Single(lab.Begin(ProtectionOperation.RemoveProtection, RecoveryWorld.Db));
        lab.Advance(TimeSpan.FromHours(1));
        Assert.Equal(ProtectionStatus.RemovingProtection, lab.Status());
        TaskControl.Release(lab.World, lab.World.FindTask(task.Id)!);
        lab.Settle();
        Assert.Equal(new SystemError("broken"), lab.World.FindTask(task.Id)!.Error);
        Assert.Equal(ProtectionStatus.Ok, lab.Status());
    }

    [Fact]
    public void An_order_is_for_the_task_of_the_call_alone()
    {
        RecoveryWorld lab = new(instant: true);
        lab.World.TaskOrder = new TaskOrder { ErrorAfterWork = new SystemError("lost") };
        ProtectionTask task = Assert.Single(lab.Begin(ProtectionOperation.CreateGroup, command: RecoveryWorld.Creation(RecoveryWorld.OfKind(ReplicationKind.Vvol))));
        Assert.Equal(new SystemError("lost"), task.Error);
        Assert.Equal([null, null], TaskQueries.All(lab.World).Where(t => t.Id != task.Id).Select(t => t.Error));
        Assert.Equal([ProtectionStatus.Ok, ProtectionStatus.Ok], Statuses(lab));
    }

    [Fact]
    public void A_group_tells_how_far_its_recovery_is()
    {
        TestStates((ReplicationState.Source, ReplicationState.Target), RecoveryStatus.Ready, GroupStatus.Ok);
        TestStates((ReplicationState.Source, ReplicationState.InTest), RecoveryStatus.TestComplete, GroupStatus.TestComplete);
        TestStates((ReplicationState.RemoteFailedOver, ReplicationState.FailedOver), RecoveryStatus.RecoveryComplete, GroupStatus.Recovered);

        static void TestStates((ReplicationState Source, ReplicationState Target) states, RecoveryStatus recovery, GroupStatus status)
        {
            RecoveryWorld lab = RecoveryWorld.With(ReplicationKind.Vvol);
            lab.SetReplicationGroup("fd-a1/rg-01", g => g with { State = states.Source });
            lab.SetReplicationGroup("fd-b1/rg-01-t", g => g with { State = states.Target });
            DescribedGroup group = RecoveryQueries.Describe(lab.World, lab.Group);
            Assert.Equal((recovery, status), (group.Recovery, group.Status));
        }
    }

    [Fact]
    public void A_member_that_is_not_well_is_an_issue()
    {
        RecoveryWorld lab = RecoveryWorld.With(ReplicationKind.Vvol);
        Assert.Empty(RecoveryQueries.Issues(lab.World, lab.Group));
        lab.Patch(new InventoryPatch { UnreplicatedDisks = ["Hard disk 3"] });
        lab.Provider(Inventory.B1, new ProviderPatch { Busy = true });
        Assert.Equal([("db", true), ("web", false)], RecoveryQueries.Issues(lab.World, lab.Group).Select(i => (i.Machine.Name, i.IsError)));
        Assert.Equal(["The provider of fault domain 'fd-b1' is busy."], Assert.Single(RecoveryQueries.ReplicationGroups(lab.World, lab.Group)).Warnings);
    }

    [Fact]
    public void A_mapping_is_made_once_to_each_site()
    {
        RecoveryWorld lab = new();
        Assert.IsType<AlreadyMapped>(InventoryMappings.Create(lab.World, MappingKind.Folder, "folder-a", "folder-b2").Fault);
        Assert.IsType<ProtectionNotFound>(InventoryMappings.Create(lab.World, MappingKind.Folder, "folder-b", "pool-a").Fault);
        Assert.IsType<ProtectionNotFound>(InventoryMappings.Create(lab.World, MappingKind.Network, "net-b", "test-b").Fault);
        Assert.Null(InventoryMappings.Create(lab.World, MappingKind.TestNetwork, "net-b", "test-b").Fault);
        InventoryMapping there = Assert.Single(RecoveryQueries.Mappings(lab.World, "A", MappingKind.Folder));
        Assert.Equal((ReverseMapping.No, null), RecoveryQueries.ReverseOf(lab.World, there));
        Assert.Null(InventoryMappings.Create(lab.World, MappingKind.Folder, "folder-b", "folder-a").Fault);
        Assert.Equal((ReverseMapping.Yes, "folder-a"), RecoveryQueries.ReverseOf(lab.World, there));
    }

    [Fact]
    public void Rules_for_addresses_are_those_of_a_mapping_of_networks()
    {
        RecoveryWorld lab = new();
        string Of(MappingKind kind) => RecoveryQueries.Mappings(lab.World, "A", kind)[0].Id;
        Assert.IsType<ProtectionNotFound>(InventoryMappings.SetAddressRules(lab.World, Of(MappingKind.Folder), "{}"));
        Assert.Null(InventoryMappings.SetAddressRules(lab.World, Of(MappingKind.Network), "{}"));
        Assert.Equal("{}", lab.World.Recovery.FindMapping(MappingKind.Network, "net-a", "B")!.AddressRules);
    }

    [Fact]
    public void What_a_command_changed_can_be_rolled_back()
    {
        RecoveryWorld lab = RecoveryWorld.With(ReplicationKind.Vvol);
        lab.World.TakeChanges();
        lab.Run(ProtectionOperation.DeleteGroup);
        lab.World.Rollback();
        Assert.Equal([ProtectionStatus.Ok, ProtectionStatus.Ok], Statuses(lab));
    }

    private static IEnumerable<ProtectionStatus> Statuses(RecoveryWorld lab) => RecoveryQueries.Members(lab.World, lab.Group).Select(m => m.Status.Status);
}
