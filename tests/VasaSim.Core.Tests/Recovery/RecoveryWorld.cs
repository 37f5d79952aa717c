using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Control;
using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Operations;
using VasaSim.Core.Recovery.Queries;
using VasaSim.Core.Storage;
using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Recovery;

/// <summary>
/// The two sites of <see cref="Inventory"/> with inventories, mappings from A to B, a placeholder datastore at B, machines
/// that the group rg-01 sends, one with a replication of its own, and one on a replicated LUN; and short words for what
/// tests do with them.
/// </summary>
internal sealed class RecoveryWorld
{
    public const string Db = "vm-1";
    public const string Web = "vm-2";
    public const string Single = "vm-3";
    public const string OnLun = "vm-4";
    public const string Lun = "datastore-22";
    public const string OtherLun = "datastore-23";
    public const string Plain = "datastore-24";

    public RecoveryWorld(Knobs? knobs = null, bool instant = false)
    {
        World = new World([.. Inventory.Entities(knobs ?? new Knobs()).Select(Placed), .. More()], 0, instant);
        World.Put(DataFlows.Begin(World, Replication, 0));
        foreach ((MappingKind kind, string from, string to) in Mappings)
        {
            Assert.Null(InventoryMappings.Create(World, kind, from, to).Fault);
        }

        Assert.Null(InventoryMappings.AddPlaceholderDatastore(World, "datastore-61"));
    }

    public static IReadOnlyList<(MappingKind Kind, string From, string To)> Mappings { get; } =
    [
        (MappingKind.Folder, "folder-a", "folder-b"),
        (MappingKind.ResourcePool, "pool-a", "pool-b"),
        (MappingKind.Network, "net-a", "net-b"),
        (MappingKind.StoragePolicy, "policy-a", "policy-b"),
    ];

    public World World { get; }

    public ProtectionGroup Group => Assert.Single(World.Recovery.Groups);

    private static VmReplication Replication => new()
    {
        Id = "C4-1",
        Ordinal = 1,
        VappReplication = "C4VAPP-1",
        Owner = "o@onprem",
        Machine = Single,
        MachineName = "single",
        Source = new ReplicationEnd { Site = "onprem" },
        Destination = new ReplicationEnd { Site = "over-b" },
        Settings = new ReplicationSettings(),
        LastUpdated = Inventory.T0,
        Flow = new DataFlow { Mode = FlowMode.Waiting, Since = Inventory.T0 },
    };

    public static GroupMembers OfKind(ReplicationKind kind) => kind switch
    {
        ReplicationKind.Vvol => new() { Kind = kind, Groups = [TestWorld.Id("fd-a1/rg-01")] },
        ReplicationKind.Hbr => new() { Kind = kind, Machines = [Single] },
        _ => new() { Kind = kind, Datastores = [Lun] },
    };

    public static CreateGroupCommand Creation(GroupMembers members, string name = "pg") =>
        new() { Name = name, ProtectedSite = "A", RecoverySite = "B", Members = members };

    /// <summary>A group of a kind whose machines are protected, and all is well.</summary>
    public static RecoveryWorld With(ReplicationKind kind, Knobs? knobs = null, bool instant = false)
    {
        RecoveryWorld lab = new(knobs, instant);
        lab.Run(ProtectionOperation.CreateGroup, command: Creation(OfKind(kind)));
        lab.Settle();
        return lab;
    }

    public Result<IReadOnlyList<ProtectionTask>> Call(
        ProtectionOperation operation, string? machine = null, ProtectionCommand? command = null) => ProtectionTasks.Start(World, new ProtectionCall
        {
            Operation = operation,
            Group = World.Recovery.Groups is [var group, ..] ? group.Id : null,
            Machine = machine,
            Command = command ?? new PlainProtectionCommand(),
            User = "admin",
            Site = "A",
        });

    /// <summary>Starts a call that must be accepted.</summary>
    public IReadOnlyList<ProtectionTask> Begin(ProtectionOperation operation, string? machine = null, ProtectionCommand? command = null)
    {
        Result<IReadOnlyList<ProtectionTask>> result = Call(operation, machine, command);
        Assert.Null(result.Fault);
        return result.Value;
    }

    /// <summary>Makes a call that must be accepted, lets its tasks end, and gives back the error of the first.</summary>
    public Fault? Run(ProtectionOperation operation, string? machine = null, ProtectionCommand? command = null)
    {
        IReadOnlyList<ProtectionTask> tasks = Begin(operation, machine, command);
        DueWork.AdvanceTo(World, tasks.Select(t => t.Due).DefaultIfEmpty(World.Now).Max());
        return tasks.Select(t => World.FindTask(t.Id)!.Error).FirstOrDefault();
    }

    /// <summary>Lets time pass until no task runs.</summary>
    public void Settle()
    {
        while (World.Tasks.Running.FirstOrDefault() is { } task)
        {
            DueWork.AdvanceTo(World, task.Due);
        }
    }

    public void Advance(TimeSpan time) => DueWork.AdvanceTo(World, World.Now + time);

    public DescribedMember Member(string machine = Db) => RecoveryQueries.Members(World, Group).Single(m => m.Machine.Id == machine);

    public ProtectionStatus Status(string machine = Db) => Member(machine).Status.Status;

    public VirtualMachine Machine(string id = Db) => World.FindVirtualMachine(id)!;

    public void Patch(InventoryPatch patch, string machine = Db) => RecoveryControl.SetMachine(World, Machine(machine), patch);

    public void Provider(string id, ProviderPatch patch) => WorldControl.SetProvider(World, World.FindProvider(id)!, patch);

    public void Link(string one, string other, bool up) => WorldControl.SetLink(World, one, other, new LinkPatch(up));

    public void Unmap(MappingKind kind, string source) =>
        Assert.Null(InventoryMappings.Delete(World, World.Recovery.FindMapping(kind, source, "B")!.Id));

    public void Map(MappingKind kind, string source, string target) => Assert.Null(InventoryMappings.Create(World, kind, source, target).Fault);

    public void SetReplicationGroup(string id, Func<ReplicationGroup, ReplicationGroup> change) =>
        World.Put(change(World.FindGroup(TestWorld.Id(id))!));

    private static Entity Placed(Entity entity) => entity switch
    {
        Site { Id: "A" } site => site with
        {
            Inventory = new()
            {
                Datacenters = [new("dc-a", "DC A")],
                Folders = [new("folder-a", "Folder A", "dc-a")],
                ResourcePools = [new("pool-a", "Pool A", "dc-a")],
                Networks = [new("net-a", "Net A", "dc-a")],
                StoragePolicies = [new("policy-a", "Policy A")],
            },
        },
        Site { Id: "B" } site => site with
        {
            Inventory = new()
            {
                Datacenters = [new("dc-b", "DC B"), new("dc-b2", "DC B2")],
                Folders = [new("folder-b", "Folder B", "dc-b"), new("folder-b2", "Folder B2", "dc-b2")],
                ResourcePools = [new("pool-b", "Pool B", "dc-b")],
                Networks = [new("net-b", "Net B", "dc-b"), new("test-b", "Test B", "dc-b")],
                StoragePolicies = [new("policy-b", "Policy B")],
            },
        },
        ReplicationGroup { Id.DeviceGroup: "rg-01" or "rg-01-t" } group =>
            group with { Members = [.. group.Members.Select((m, i) => m with { Vm = i < 3 ? "db" : "web" })] },
        _ => entity,
    };

    private static IEnumerable<Entity> More() =>
    [
        MachineOf(Db, "db", "datastore-21", 0),
        MachineOf(Web, "web", "datastore-21", 1),
        MachineOf(Single, "single", "datastore-21", 2),
        MachineOf(OnLun, "onlun", Lun, 3),
        .. new[] { Lun, OtherLun, Plain }.Select((id, i) => DatastoreOf(id, i + 2)),
        LunOf("lun-a", "a1", Lun, "lun-b"),
        LunOf("lun-a2", "a1", OtherLun, "lun-b2"),
        LunOf("lun-a3", "a1", Plain, null),
        LunOf("lun-b", "b1", null, null),
        LunOf("lun-b2", "b1", null, null),
        new CloudSite { Id = "onprem", Site = "A", Kind = CloudSiteKind.Vcenter, Ordinal = 0 },
        new CloudSite { Id = "over-b", Site = "B", Kind = CloudSiteKind.Vcenter, Ordinal = 1 },
        new Link { A = "onprem", B = "over-b" },
        new CloudMachine { Id = Single, Name = "single", ComputerName = "single", Site = "onprem", Disks = [new(2000, 1)], Ordinal = 1 },
        new VappReplication
        {
            Id = "C4VAPP-1",
            Ordinal = 1,
            Owner = "o@onprem",
            Name = "single",
            Source = new ReplicationEnd { Site = "onprem" },
            Destination = new ReplicationEnd { Site = "over-b" },
            LastUpdated = Inventory.T0,
        },
    ];

    public static VirtualMachine MachineOf(string id, string name, string datastore, int ordinal) => new()
    {
        Id = id,
        Name = name,
        Site = "A",
        InstanceUuid = id,
        Host = "host-1",
        Datastore = datastore,
        Folder = "folder-a",
        ResourcePool = "pool-a",
        Networks = ["net-a"],
        StoragePolicy = "policy-a",
        Ordinal = ordinal,
    };

    private static Datastore DatastoreOf(string id, int ordinal) => new()
    {
        Id = id,
        Name = id,
        Site = "A",
        Type = "VMFS",
        Url = $"ds:///vmfs/volumes/{id}/",
        Capacity = 1,
        FreeSpace = 1,
        Hosts = [],
        Ordinal = ordinal,
    };

    private static StorageLun LunOf(string id, string array, string? datastore, string? peer) => new()
    {
        Id = id,
        Array = array,
        CanonicalName = id,
        DisplayName = id,
        CapacityInMB = 1,
        UsedInMB = 0,
        Datastore = datastore,
        Peer = peer,
        Ordinal = 0,
    };
}
