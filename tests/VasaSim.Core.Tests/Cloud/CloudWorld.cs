using VasaSim.Core.Cloud;
using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Cloud.Queries;
using VasaSim.Core.Control;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Storage;
using VasaSim.Core.Tasks;
using VasaSim.Core.Time;

namespace VasaSim.Core.Tests.Cloud;

/// <summary>
/// Two clouds and a vCenter on-premises with a link between the clouds, machines at both, and short words for what tests
/// do with them. The default link has no limit; a machine writes a MiB per second.
/// </summary>
internal sealed class CloudWorld
{
    public const string East = "cloud-east";
    public const string West = "cloud-west";
    public const string OnPrem = "onprem-1";
    public const string EastVdc = "vdc-east";
    public const string WestVdc = "vdc-west";
    public const string Vapp = "vapp-web";
    public const string Machine = "machine-web-1";
    public const string Replication = "C4-1";
    public const string Gold = "sla-gold";
    public const long MiB = 1 << 20;
    public const long DiskBytes = 600 * MiB;

    public static readonly DateTimeOffset T0 = new(2025, 1, 15, 12, 0, 0, TimeSpan.Zero);

    public CloudWorld(
        CloudKnobs? cloud = null, Link? link = null, bool instant = false, long changeRate = MiB, Func<Entity, Entity>? change = null)
        : this(new World(Entities(cloud ?? new CloudKnobs(), link, changeRate).Select(change ?? (e => e)), 0, instant))
    {
    }

    public CloudWorld(World world) => World = world;

    public World World { get; }

    public DateTimeOffset Now => World.Now;

    public CloudTables Tables => World.Cloud;

    /// <summary>The link between the clouds.</summary>
    public static Link LinkOf(long? bandwidth = null, TimeSpan lag = default, bool up = true) =>
        new() { A = East, B = West, Bandwidth = bandwidth, Lag = lag, Up = up };

    public static CloudMachine MachineOf(string id, string site, string? vapp, int ordinal, long changeRate = MiB) => new()
    {
        Id = id,
        Name = id,
        ComputerName = id,
        Site = site,
        Vapp = vapp,
        Disks = [new CloudDisk(2000, 2 * DiskBytes / 3), new CloudDisk(2001, DiskBytes / 3)],
        ChangeRate = changeRate,
        Ordinal = ordinal,
    };

    /// <summary>A replication from east to west as it is before its flow begins.</summary>
    public static VmReplication ReplicationOf(
        string id, ReplicationSettings? settings = null, string machine = Machine, string vapp = "C4VAPP-1", long ordinal = 1) => new()
        {
            Id = id,
            Ordinal = ordinal,
            VappReplication = vapp,
            Owner = $"orgA@{East}",
            Machine = machine,
            MachineName = machine,
            Source = new ReplicationEnd { Site = East, Org = "orgA", Vdc = EastVdc, Vapp = Vapp, VappName = Vapp },
            Destination = new ReplicationEnd { Site = West, Org = "orgW", Vdc = WestVdc, StorageProfile = "profile-west" },
            Settings = settings ?? new ReplicationSettings(),
            LastUpdated = T0,
            Flow = new DataFlow { Mode = FlowMode.Waiting, Since = T0 },
        };

    public static VappReplication VappReplicationOf(string id) => new()
    {
        Id = id,
        Ordinal = 1,
        Owner = $"orgA@{East}",
        Name = Vapp,
        Source = new ReplicationEnd { Site = East, Org = "orgA", Vdc = EastVdc, Vapp = Vapp, VappName = Vapp },
        Destination = new ReplicationEnd { Site = West, Org = "orgW", Vdc = WestVdc },
        LastUpdated = T0,
    };

    /// <summary>Begins a replication from east to west with its own vApp replication.</summary>
    public VmReplication Begin(ReplicationSettings? settings = null, long bytes = DiskBytes, string id = Replication, long ordinal = 1)
    {
        VappReplication vapp = VappReplicationOf($"C4VAPP-of-{id}");
        World.Put(vapp);
        VmReplication begun = DataFlows.Begin(World, ReplicationOf(id, settings, vapp: vapp.Id, ordinal: ordinal), bytes);
        World.Put(begun);
        return begun;
    }

    public VmReplication Of(string id = Replication) => Tables.FindReplication(id)!;

    public DataFlow Flow(string id = Replication) => Of(id).Flow;

    public IReadOnlyList<ReplicaInstance> Instances(string id = Replication) => CloudQueries.Instances(World, Of(id));

    public ReplicationStatus Status(string id = Replication) => CloudQueries.StatusOf(World, Of(id));

    /// <summary>The minutes after T0 of the instances there are.</summary>
    public IReadOnlyList<double> Minutes(string id = Replication) => [.. Instances(id).Select(i => (i.Time - T0).TotalMinutes)];

    /// <summary>The replication with a change on the way.</summary>
    public void Change(Func<VmReplication, VmReplication> change, string id = Replication) =>
        World.Put(DataFlows.Change(World, Of(id), change));

    public void Pause(bool paused) => Change(r => r with { Flow = r.Flow with { IsPaused = paused } });

    public void SetMachine(Func<CloudMachine, CloudMachine> change) =>
        DataFlows.PutMachine(World, change(Tables.FindMachine(East, Machine)!));

    public void Power(bool on) => SetMachine(m => m with { PoweredOn = on });

    /// <summary>A sync by a call that takes what it says it takes.</summary>
    public CloudTask BeginSync(TimeSpan takes, long bytes = 0, string id = Replication)
    {
        CloudTask task = new()
        {
            Id = $"task-{Now.Ticks}",
            Number = Now.Ticks,
            Created = Now,
            Started = Now,
            Pace = new TaskPace { From = Now, Whole = takes },
            Operation = CloudOperation.Sync,
            OfVapp = false,
            Replication = id,
            ResourceName = Machine,
            User = "admin@orgA",
            Site = East,
            Pending = new PlainCommand(),
            Work = [new CloudWork(id, Refusal: null, bytes)],
        };
        World.Put(task);
        return task;
    }

    /// <summary>Ends what <see cref="BeginSync"/> began, with an instance.</summary>
    public void EndSync(CloudTask task)
    {
        World.Put(DataFlows.Synced(World, Of(task.Replication), task.Created, task.Work[0].Bytes));
        World.Put(task with { Pending = null, Ended = Now });
    }

    public void AdvanceTo(DateTimeOffset time) => DueWork.AdvanceTo(World, time);

    public void Advance(TimeSpan time) => AdvanceTo(Now + time);

    public void SetLink(LinkPatch patch) => WorldControl.SetLink(World, East, West, patch);

    public void Cut() => SetLink(new LinkPatch(Up: false));

    public void Mend() => SetLink(new LinkPatch(Up: true));

    public static IReadOnlyList<Entity> Entities(CloudKnobs cloud, Link? link = null, long changeRate = MiB) =>
    [
        new WorldInfo { Lab = new LabDefinition { Name = "clouds", Knobs = new Knobs { Cloud = cloud } }, Seed = 7, StartTime = T0, FixedStart = true },
        new Counters(),
        new ClockState { Anchor = T0, RealAnchor = T0, IsFrozen = true },
        new Site { Id = "E", VCenter = "vc-e.sim.local", Ordinal = 0 },
        new Site { Id = "W", VCenter = "vc-w.sim.local", Ordinal = 1 },
        new Site { Id = "P", VCenter = "vc-p.sim.local", Ordinal = 2 },
        new CloudSite { Id = East, Site = "E", Kind = CloudSiteKind.Vcloud, Orgs = ["orgA", "orgB"], Ordinal = 0 },
        new CloudSite { Id = West, Site = "W", Kind = CloudSiteKind.Vcloud, Orgs = ["orgW"], Ordinal = 1 },
        new CloudSite { Id = OnPrem, Site = "P", Kind = CloudSiteKind.Vcenter, Ordinal = 2 },
        Vdc(EastVdc, East, "orgA", "profile-east", "datastore-21", 0),
        Vdc(WestVdc, West, "orgW", "profile-west", "datastore-61", 1),
        new CloudVapp { Id = Vapp, Name = Vapp, Vdc = EastVdc, Ordinal = 0 },
        MachineOf(Machine, East, Vapp, 0, changeRate),
        MachineOf("machine-web-2", East, Vapp, 1, changeRate),
        MachineOf("vm-101", OnPrem, null, 2, changeRate),
        MachineOf("vm-102", OnPrem, null, 3, changeRate),
        new SlaProfile { Id = Gold, DisplayName = "Gold", Settings = new ReplicationSettings { Rpo = 15 }, Ordinal = 0 },
        new ReplicationPolicy { Id = "policy-default", DisplayName = "Default", Ordinal = 0 },
        link ?? LinkOf(),
    ];

    private static CloudVdc Vdc(string id, string site, string org, string profile, string datastore, int ordinal) => new()
    {
        Id = id,
        Name = id,
        Site = site,
        Org = org,
        StorageProfiles = [new NamedId(profile, profile), new NamedId($"{profile}-fast", $"{profile}-fast")],
        Datastore = datastore,
        Ordinal = ordinal,
    };
}
