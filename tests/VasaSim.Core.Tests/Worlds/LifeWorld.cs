using VasaSim.Core.Alarms;
using VasaSim.Core.Certificates;
using VasaSim.Core.Control;
using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Core.Storage;
using VasaSim.Core.Tasks;
using VasaSim.Core.Time;

namespace VasaSim.Core.Tests.Worlds;

/// <summary>A world made from a small lab: two controllers of one array, and a provider that is not registered yet.</summary>
internal sealed class LifeWorld
{
    public const string Active = "vasaProvider-1";
    public const string Standby = "vasaProvider-2";
    public const string New = "array-f1";

    public static readonly DateTimeOffset T0 = new(2025, 1, 15, 12, 0, 0, TimeSpan.Zero);

    public LifeWorld(Func<LabDefinition, LabDefinition>? change = null, bool instant = false)
    {
        LabDefinition lab = change?.Invoke(Lab) ?? Lab;
        ClockState clock = new() { Anchor = T0, RealAnchor = T0, IsFrozen = true };
        World = new World([.. WorldBuilder.Build(lab, 7, T0, true), clock], 0, instant);
        WorldBeginning.Settle(World);
        World.TakeChanges();
    }

    public static LabDefinition Lab { get; } = new()
    {
        Name = "life",
        Sites = [new() { Id = "A", VCenter = "vc.sim.local", Hosts = [new("host-1", "host-1")], Datastores = [Vmfs("ds-1"), Vmfs("ds-2"), Vmfs("ds-3")] }],
        Arrays = [Array("a1"), Array("f1")],
        Luns = [Lun("l1", "a1", "ds-1", 0), Lun("l2", "a1", "ds-2", 50), Lun("l3", "f1", "ds-3", 0)],
        Containers =
        [
            new() { Id = "c1", Name = "c1", MaxVvolSizeInMB = 1, Arrays = ["a1"], Ordinal = 0 },
            new() { Id = "both", Name = "both", MaxVvolSizeInMB = 1, Arrays = ["a1", "f1"], Stretched = true, Ordinal = 1 },
        ],
        Providers = [Provider(Active, "a1", 200), Provider(Standby, "a1", 100), Provider(New, "f1", null) with { Registered = false }],
        FaultDomains = [new() { Id = "fd-a1", ArrayId = "a1" }, new() { Id = "fd-f1", Provider = New }],
    };

    public World World { get; }

    public static ProviderRegistration Spec(World world, string endpoint = New, bool trusted = true) => new(
        "new", null, "vasa", "VasaSim!1", $"https://{endpoint}.sim.local:8084/version.xml",
        trusted ? world.Certificates.PemOf(world.FindEndpoint(endpoint)!.Certificate) : null);

    public static ProviderDefinition Provider(string id, string array, int? priority) => new()
    {
        Provider = new()
        {
            Id = id,
            Uid = $"uid-{id}",
            Name = id,
            Url = $"https://{id}.sim.local:8084/version.xml",
            Site = "A",
            VasaVersion = "3.0",
            Profiles = ["ProfileBasedManagement", "Replication"],
            Arrays = [new ManagedArray(array)],
            FailoverGroup = priority is null ? null : "ha",
            Priority = priority,
            Ordinal = 0,
        },
        LastSyncOffset = TimeSpan.FromMinutes(-5),
        Certificate = new() { Until = TimeSpan.FromDays(365) },
    };

    public Provider Find(string id) => World.FindProvider(id)!;

    public ProviderTask Task(string id) => Assert.IsType<ProviderTask>(World.FindTask(id));

    public void AdvanceTo(TimeSpan fromT0) => DueWork.AdvanceTo(World, T0 + fromT0);

    /// <summary>Lets time pass until a task has ended; what it failed with, or null.</summary>
    public Fault? End(ProviderTask task)
    {
        DueWork.AdvanceTo(World, World.Now + TimeSpan.FromMinutes(1));
        Assert.False(Task(task.Id).IsRunning);
        return Task(task.Id).Error;
    }

    public void Endpoint(string id, EndpointPatch patch) => EndpointControl.Set(World, World.FindEndpoint(id)!, patch);

    public IReadOnlyList<StorageAlarm> Alarms(string provider) => AlarmBook.Update(World, Find(provider));

    /// <summary>The same world as a restart finds it.</summary>
    public World Reloaded()
    {
        IEnumerable<Entity> entities =
        [
            World.Info, World.Counters, World.Clock, .. World.Sites, .. World.Hosts, .. World.Datastores, .. World.Arrays, .. World.Luns, .. World.Containers,
            .. World.Providers, .. World.Endpoints, .. World.FaultDomains, .. World.Links,
            .. World.Providers.SelectMany(p => World.AlarmsOf(p.Id)), .. Enumerable.Range(1, 20).Select(n => World.FindTask($"smsTask-{n}")).OfType<Entity>(),
        ];
        return new World(entities, World.Revision);
    }

    private static DatastoreDefinition Vmfs(string id) => new() { Id = id, Name = id, Type = "VMFS" };

    private static StorageArray Array(string id) => new()
    {
        Id = id,
        Name = id,
        Vendor = "SIM",
        Model = "X",
        Pools = [new($"pool-{id}", PoolKind.Thin, 1000, 0)],
        Ordinal = 0,
    };

    private static StorageLun Lun(string id, string array, string datastore, long used) => new()
    {
        Id = id,
        Array = array,
        CanonicalName = $"naa.{id}",
        DisplayName = id,
        CapacityInMB = 1000,
        UsedInMB = used,
        Thin = true,
        Pool = $"pool-{array}",
        Datastore = datastore,
        Ordinal = 0,
    };
}
