using VasaSim.Core.Control;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Operations;
using VasaSim.Core.Recovery.Queries;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Recovery;

/// <summary>Each status comes by a change of the world, and goes by another, from Ok and back to it.</summary>
public sealed class ProtectionStatusTests
{
    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["loading"] = new(ReplicationKind.Vvol, ProtectionStatus.Loading,
            l => RecoveryControl.Load(l.World, l.Group, TimeSpan.FromSeconds(3)),
            l => l.Advance(TimeSpan.FromSeconds(3))),
        ["configured anew"] = new(ReplicationKind.Vvol, ProtectionStatus.ConfiguringProtection,
            l => l.Begin(ProtectionOperation.Configure, RecoveryWorld.Db, new ConfigureCommand { Version = 1 }),
            l => l.Settle()),
        ["protection being removed"] = new(ReplicationKind.Vvol, ProtectionStatus.RemovingProtection,
            l => l.Begin(ProtectionOperation.RemoveProtection, RecoveryWorld.Db),
            l => { l.Settle(); l.Run(ProtectionOperation.ConfigureAll); }),
        ["placeholder being restored"] = new(ReplicationKind.Vvol, ProtectionStatus.RestoringPlaceholder,
            l => { DeletePlaceholder(l); l.Begin(ProtectionOperation.RestorePlaceholders); },
            l => l.Settle()),
        ["protected machine deleted"] = new(ReplicationKind.Vvol, ProtectionStatus.Invalid, Delete, Register),
        ["left its replication group"] = new(ReplicationKind.Vvol, ProtectionStatus.Invalid,
            l => l.SetReplicationGroup("fd-a1/rg-01", g => g with { Members = [.. g.Members.Select(m => m with { Vm = "web" })] }),
            l => l.SetReplicationGroup("fd-a1/rg-01", g => g with { Members = [.. g.Members.Select((m, i) => m with { Vm = i < 3 ? "db" : "web" })] })),
        ["unprotected machine deleted"] = new(ReplicationKind.Vvol, ProtectionStatus.MissingUnprotectedVm,
            l => { l.Run(ProtectionOperation.RemoveProtection, RecoveryWorld.Db); Delete(l); },
            l => { Register(l); l.Run(ProtectionOperation.ConfigureAll); },
            "db"),
        ["protection removed"] = new(ReplicationKind.Vvol, ProtectionStatus.NotConfigured,
            l => l.Run(ProtectionOperation.RemoveProtection, RecoveryWorld.Db),
            l => l.Run(ProtectionOperation.Configure, RecoveryWorld.Db)),
        ["folder unmapped"] = Unmapped(MappingKind.Folder, "folder-a", "folder-b"),
        ["resource pool unmapped"] = Unmapped(MappingKind.ResourcePool, "pool-a", "pool-b"),
        ["network unmapped"] = Unmapped(MappingKind.Network, "net-a", "net-b"),
        ["folder in another datacenter"] = new(ReplicationKind.Vvol, ProtectionStatus.MappingConflict,
            l => { l.Unmap(MappingKind.Folder, "folder-a"); l.Map(MappingKind.Folder, "folder-a", "folder-b2"); },
            l => { l.Unmap(MappingKind.Folder, "folder-a"); l.Map(MappingKind.Folder, "folder-a", "folder-b"); }),
        ["no placeholder datastore"] = new(ReplicationKind.Vvol, ProtectionStatus.PlaceholderCreationError,
            l =>
            {
                InventoryMappings.RemovePlaceholderDatastore(l.World, "datastore-61");
                l.Run(ProtectionOperation.RemoveProtection, RecoveryWorld.Db);
                l.Run(ProtectionOperation.Configure, RecoveryWorld.Db);
            },
            l => { InventoryMappings.AddPlaceholderDatastore(l.World, "datastore-61"); l.Run(ProtectionOperation.RestorePlaceholders); }),
        ["name taken at the recovery site"] = new(ReplicationKind.Vvol, ProtectionStatus.PlaceholderCreationError,
            l =>
            {
                l.World.Put(RecoveryWorld.MachineOf("vm-9", "db", "datastore-61", 9) with { Site = "B", Folder = "folder-b" });
                DeletePlaceholder(l);
                l.Run(ProtectionOperation.RestorePlaceholders);
            },
            l => { RecoveryControl.DeleteMachine(l.World, l.Machine("vm-9")); l.Run(ProtectionOperation.RestorePlaceholders); }),
        ["placeholder deleted"] = new(ReplicationKind.Vvol, ProtectionStatus.PlaceholderVmDeleted,
            DeletePlaceholder, l => l.Run(ProtectionOperation.RestorePlaceholders)),
        ["unreplicated disk"] = new(ReplicationKind.Vvol, ProtectionStatus.DeviceNotFound,
            l => l.Patch(new InventoryPatch { UnreplicatedDisks = ["Hard disk 3"] }),
            l => l.Patch(new InventoryPatch { UnreplicatedDisks = [] })),
        ["replication group gone"] = new(ReplicationKind.Vvol, ProtectionStatus.VvolConfigurationError,
            l => l.World.Remove(l.World.FindGroup(TestWorld.Id("fd-a1/rg-01"))!),
            l => l.World.Put(RecoveryWorld.With(ReplicationKind.Vvol).World.FindGroup(TestWorld.Id("fd-a1/rg-01"))!)),
        ["no target"] = new(ReplicationKind.Vvol, ProtectionStatus.VvolConfigurationError,
            l => l.SetReplicationGroup("fd-a1/rg-01", g => g with { Targets = [] }),
            l => l.SetReplicationGroup("fd-a1/rg-01", g => g with { Targets = [TestWorld.Id("fd-b1/rg-01-t")] })),
        ["target in test"] = InState("fd-b1/rg-01-t", ReplicationState.InTest, ReplicationState.Target),
        ["source failed over"] = InState("fd-a1/rg-01", ReplicationState.RemoteFailedOver, ReplicationState.Source),
        ["provider of the target offline"] = new(ReplicationKind.Vvol, ProtectionStatus.VvolConfigurationError,
            l => l.Provider(Inventory.B1, new ProviderPatch { Status = ProviderStatus.Offline }),
            l => l.Provider(Inventory.B1, new ProviderPatch { Status = ProviderStatus.Online })),
        ["disk in a foreign replication group"] = new(ReplicationKind.Vvol, ProtectionStatus.VvolConfigurationError,
            l => l.SetReplicationGroup("fd-a1/rg-09", g => g with { Members = [.. g.Members.Select(m => m with { Vm = "db" })] }),
            l => l.SetReplicationGroup("fd-a1/rg-09", g => g with { Members = [.. g.Members.Select(m => m with { Vm = null })] })),
        ["provider busy"] = new(ReplicationKind.Vvol, ProtectionStatus.VvolConfigurationWarning,
            l => l.Provider(Inventory.B1, new ProviderPatch { Busy = true }),
            l => l.Provider(Inventory.B1, new ProviderPatch { Busy = false })),
        ["link down"] = new(ReplicationKind.Vvol, ProtectionStatus.VvolConfigurationWarning,
            l => l.Link("fd-a1", "fd-b1", false), l => l.Link("fd-a1", "fd-b1", true)),
        ["policy unmapped"] = new(ReplicationKind.Vvol, ProtectionStatus.VvolConfigurationWarning,
            l => l.Unmap(MappingKind.StoragePolicy, "policy-a"), l => l.Map(MappingKind.StoragePolicy, "policy-a", "policy-b")),
        ["device never copied"] = new(ReplicationKind.Vvol, ProtectionStatus.VvolConfigurationWarning,
            l => l.SetReplicationGroup("fd-b1/rg-01-t", g => g with { Members = [.. g.Members.Select(m => m with { Copied = false })] }),
            l => l.SetReplicationGroup("fd-b1/rg-01-t", g => g with { Members = [.. g.Members.Select(m => m with { Copied = true })] })),
        ["replication cut"] = new(ReplicationKind.Hbr, ProtectionStatus.ReplicationError,
            l => l.Link("onprem", "over-b", false), l => l.Link("onprem", "over-b", true), RecoveryWorld.Single),
        ["replicated machine powered off"] = new(ReplicationKind.Hbr, ProtectionStatus.ReplicationWarning,
            l => Power(l, false), l => Power(l, true), RecoveryWorld.Single),
        ["replication gone"] = new(ReplicationKind.Hbr, ProtectionStatus.Invalid,
            l => l.World.Remove(l.World.Cloud.FindReplication("C4-1")!),
            l => l.World.Put(RecoveryWorld.With(ReplicationKind.Hbr).World.Cloud.FindReplication("C4-1")!), RecoveryWorld.Single),
        ["moved to a datastore that the group does not have"] = new(ReplicationKind.Abr, ProtectionStatus.AbrConfigurationError,
            l => l.Patch(new InventoryPatch { Datastore = RecoveryWorld.OtherLun }, RecoveryWorld.OnLun),
            l => l.Patch(new InventoryPatch { Datastore = RecoveryWorld.Lun }, RecoveryWorld.OnLun), RecoveryWorld.OnLun),
        ["array cannot be reached"] = new(ReplicationKind.Abr, ProtectionStatus.AbrConfigurationError,
            l => l.Provider(Inventory.B1, new ProviderPatch { Status = ProviderStatus.Offline }),
            l => l.Provider(Inventory.B1, new ProviderPatch { Status = ProviderStatus.Online }), RecoveryWorld.OnLun),
        ["moved to a datastore that nothing replicates"] = new(ReplicationKind.Abr, ProtectionStatus.Invalid,
            l => l.Patch(new InventoryPatch { Datastore = RecoveryWorld.Plain }, RecoveryWorld.OnLun),
            l => l.Patch(new InventoryPatch { Datastore = RecoveryWorld.Lun }, RecoveryWorld.OnLun), RecoveryWorld.OnLun),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_comes_and_goes_with_its_cause(string name)
    {
        Case test = Cases[name];
        RecoveryWorld lab = RecoveryWorld.With(test.Kind);
        string machine = test.Machine is "db" or null ? RecoveryWorld.Db : test.Machine;
        Assert.Equal(ProtectionStatus.Ok, lab.Status(machine));
        Assert.Null(lab.Member(machine).Status.Errors);

        test.Come(lab);
        ProtectionStatusDetails there = lab.Member(test.Machine ?? machine).Status;
        Assert.Equal(test.Status, there.Status);
        bool silent = test.Status is <= ProtectionStatus.RestoringPlaceholder or ProtectionStatus.NotConfigured;
        Assert.Equal(silent, there.Errors is null);
        if (!silent)
        {
            Assert.All(there.Errors!, Assert.NotEmpty);
        }

        test.Go(lab);
        Assert.Equal(ProtectionStatus.Ok, lab.Status(machine));
    }

    [Fact]
    public void Every_status_but_ok_has_a_cause() =>
        Assert.Equal(Enum.GetValues<ProtectionStatus>().Except([ProtectionStatus.Ok]).Order(), Cases.Values.Select(c => c.Status).Distinct().Order());

    [Fact]
    public void A_machine_with_a_replication_of_its_own_is_missed_by_its_group()
    {
        RecoveryWorld lab = RecoveryWorld.With(ReplicationKind.Hbr);
        RecoveryControl.DeleteMachine(lab.World, lab.Machine(RecoveryWorld.Single));
        Assert.Null(lab.World.Cloud.FindMachine("onprem", RecoveryWorld.Single));
        Assert.Equal(ProtectionStatus.Invalid, lab.Status(RecoveryWorld.Single));
        lab.Run(ProtectionOperation.RemoveProtection, RecoveryWorld.Single);
        Assert.Equal((ProtectionStatus.MissingUnprotectedVm, "single"), (lab.Status(RecoveryWorld.Single), lab.Member(RecoveryWorld.Single).Machine.Name));
    }

    [Fact]
    public void A_replication_that_is_failed_over_is_a_warning()
    {
        RecoveryWorld lab = RecoveryWorld.With(ReplicationKind.Hbr);
        lab.World.Put(lab.World.Cloud.FindReplication("C4-1")! with { State = ReplicationState.FailedOver });
        Assert.Equal(ProtectionStatus.ReplicationWarning, lab.Status(RecoveryWorld.Single));
        Assert.Equal((RecoveryStatus.RecoveryComplete, GroupStatus.Recovered), (RecoveryQueries.Describe(lab.World, lab.Group).Recovery, RecoveryQueries.Describe(lab.World, lab.Group).Status));
    }

    [Fact]
    public void What_was_just_made_is_read_for_as_long_as_the_lab_says()
    {
        RecoveryWorld lab = new(new Knobs { Recovery = new RecoveryKnobs { Loading = TimeSpan.FromSeconds(5) } });
        lab.Run(ProtectionOperation.CreateGroup, command: RecoveryWorld.Creation(RecoveryWorld.OfKind(ReplicationKind.Vvol)));
        Assert.Equal(ProtectionStatus.Loading, lab.Status());
        Assert.Equal(GroupStatus.Loading, RecoveryQueries.Describe(lab.World, lab.Group).Status);
        lab.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(ProtectionStatus.Ok, lab.Status());
    }

    [Fact]
    public void A_machine_with_its_own_place_needs_no_mapping()
    {
        RecoveryWorld lab = RecoveryWorld.With(ReplicationKind.Vvol);
        ProtectionSettings own = new() { Folder = "folder-b", ResourcePool = "pool-b", Networks = new Dictionary<string, string> { ["net-a"] = "test-b" } };
        Assert.Null(lab.Run(ProtectionOperation.Configure, RecoveryWorld.Db, new ConfigureCommand { Settings = own, Version = 1 }));
        lab.Unmap(MappingKind.Folder, "folder-a");
        lab.Unmap(MappingKind.ResourcePool, "pool-a");
        lab.Unmap(MappingKind.Network, "net-a");
        Assert.Equal(ProtectionStatus.Ok, lab.Status());
        Assert.Equal("test-b", lab.Member().Place!.Networks["net-a"]);
        Assert.Equal(["Folder A", "Net A", "Pool A"], lab.Member(RecoveryWorld.Web).Status.Errors);
    }

    // Those that can be so at once: a placeholder that is deleted could have been made, and so on.
    [Fact]
    public void Of_two_causes_the_first_of_the_table_shows()
    {
        ProtectionStatus[] each =
        [
            ProtectionStatus.Loading, ProtectionStatus.MissingMapping, ProtectionStatus.PlaceholderVmDeleted,
            ProtectionStatus.DeviceNotFound, ProtectionStatus.VvolConfigurationError, ProtectionStatus.VvolConfigurationWarning,
        ];
        foreach (Case one in Cases.Values.Where(c => c.Kind == ReplicationKind.Vvol && each.Contains(c.Status)))
        {
            foreach (Case other in Cases.Values.Where(c => c.Kind == ReplicationKind.Vvol && each.Contains(c.Status) && c.Status > one.Status))
            {
                RecoveryWorld lab = RecoveryWorld.With(ReplicationKind.Vvol);
                one.Come(lab);
                other.Come(lab);
                Assert.Equal(one.Status, lab.Status());
                one.Go(lab);
                Assert.Equal(other.Status, lab.Status());
            }
        }
    }

    [Fact]
    public void A_machine_that_nobody_protects_has_nothing_else_to_say()
    {
        RecoveryWorld lab = RecoveryWorld.With(ReplicationKind.Vvol);
        lab.Run(ProtectionOperation.RemoveProtection, RecoveryWorld.Db);
        lab.Unmap(MappingKind.Folder, "folder-a");
        lab.Patch(new InventoryPatch { UnreplicatedDisks = ["Hard disk 3"] });
        lab.Provider(Inventory.B1, new ProviderPatch { Status = ProviderStatus.Offline });
        Assert.Equal(new ProtectionStatusDetails(ProtectionStatus.NotConfigured), lab.Member().Status);
    }

    [Fact]
    public void What_is_gone_goes_before_what_is_not_set_up()
    {
        RecoveryWorld lab = RecoveryWorld.With(ReplicationKind.Vvol);
        Delete(lab);
        DeletePlaceholder(lab);
        lab.Unmap(MappingKind.Folder, "folder-a");
        Assert.Equal(ProtectionStatus.Invalid, lab.Status());
        lab.Begin(ProtectionOperation.RemoveProtection, RecoveryWorld.Db);
        Assert.Equal(ProtectionStatus.RemovingProtection, lab.Status());
    }

    [Fact]
    public void A_mapping_that_is_missing_goes_before_a_conflict_and_that_before_the_placeholder()
    {
        RecoveryWorld lab = RecoveryWorld.With(ReplicationKind.Vvol);
        DeletePlaceholder(lab);
        lab.Unmap(MappingKind.Folder, "folder-a");
        lab.Map(MappingKind.Folder, "folder-a", "folder-b2");
        Assert.Equal(ProtectionStatus.MappingConflict, lab.Status());
        lab.Unmap(MappingKind.Network, "net-a");
        Assert.Equal(ProtectionStatus.MissingMapping, lab.Status());
    }

    private static Case Unmapped(MappingKind kind, string source, string target) => new(ReplicationKind.Vvol, ProtectionStatus.MissingMapping,
        l => l.Unmap(kind, source), l => l.Map(kind, source, target));

    private static Case InState(string group, ReplicationState state, ReplicationState before) => new(ReplicationKind.Vvol, ProtectionStatus.VvolConfigurationError,
        l => l.SetReplicationGroup(group, g => g with { State = state }), l => l.SetReplicationGroup(group, g => g with { State = before }));

    private static void DeletePlaceholder(RecoveryWorld lab) => Assert.Null(RecoveryControl.DeletePlaceholder(lab.World, lab.Group.Id, RecoveryWorld.Db));

    private static void Delete(RecoveryWorld lab) => RecoveryControl.DeleteMachine(lab.World, lab.Machine());

    private static void Register(RecoveryWorld lab) => lab.World.Put(RecoveryWorld.MachineOf(RecoveryWorld.Db, "db", "datastore-21", 0));

    private static void Power(RecoveryWorld lab, bool on) =>
        WorldControl.SetMachine(lab.World, lab.World.Cloud.FindMachine("onprem", RecoveryWorld.Single)!, new MachinePatch(on));

    internal sealed record Case(
        ReplicationKind Kind, ProtectionStatus Status, Action<RecoveryWorld> Come, Action<RecoveryWorld> Go, string? Machine = null);
}
