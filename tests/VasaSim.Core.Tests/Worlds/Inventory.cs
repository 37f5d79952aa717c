using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Storage;
using VasaSim.Core.Time;

namespace VasaSim.Core.Tests.Worlds;

/// <summary>The two sites that most tests play with, written out by hand: what a lab file says is another floor's test.</summary>
internal static class Inventory
{
    public const string A1 = "vasaProvider-1";
    public const string A1Standby = "vasaProvider-2";
    public const string B1 = "vasaProvider-3";
    public const string Io = "vasaProvider-4";
    public const string Offline = "vasaProvider-5";

    public static readonly DateTimeOffset T0 = new(2025, 1, 15, 12, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<Entity> Entities(Knobs knobs) =>
    [
        new WorldInfo { Lab = new LabDefinition { Name = "test", Knobs = knobs }, Seed = 7, StartTime = T0, FixedStart = true },
        new Counters { Groups = 100 },
        new ClockState { Anchor = T0, RealAnchor = T0, IsFrozen = true },
        new Site { Id = "A", VCenter = "vc-a.sim.local", Ordinal = 0 },
        new Site { Id = "B", VCenter = "vc-b.sim.local", Ordinal = 1 },
        Datastore("datastore-21", "A", 0),
        Datastore("datastore-61", "B", 1),
        Provider(A1, "A", 0, "a1", 200) with { MaxBatchSize = BatchLimits.Of(4) },
        Provider(A1Standby, "A", 1, "a1", 100),
        Provider(B1, "B", 2, "b1") with { ReverseIds = ReverseIds.New, Arrays = [new ManagedArray("b1"), new ManagedArray("n1")] },
        Provider(Io, "A", 3, null) with { ForceSupported = false },
        Provider(Offline, "A", 4, "c1") with { Profiles = [], Status = ProviderStatus.Offline },
        Domain("fd-a1", 0, "a1"),
        Domain("fd-b1", 1, "b1"),
        Domain("fd-n1", 2, "n1"),
        Domain("fd-io-a", 3, null),
        Domain("fd-io-b", 4, null) with { Peers = [] },
        new Link { A = "fd-a1", B = "fd-b1" },
        .. Groups(),
        Made("fd-b1/rg-04-t", "safety", -TimeSpan.FromMinutes(5), "before-failover"),
    ];

    public static PointInTimeReplica Made(string group, string id, TimeSpan fromT0, string tag) => new()
    {
        Group = TestWorld.Id(group),
        Id = id,
        Name = id,
        Time = T0 + fromT0,
        Tags = [tag],
        Ordinal = -1,
    };

    public static ReplicaSchedule Hourly(int keep) => new()
    {
        First = T0 - TimeSpan.FromHours(keep - 1),
        Every = TimeSpan.FromHours(1),
        Keep = keep,
        Name = "web-{yyyyMMdd-HH}",
        Tags = [new ScheduledTag("scheduled", 1), new ScheduledTag("app-consistent", 6)],
    };

    public static ReplicaSchedule Fixed(int count, TimeSpan every) => new()
    {
        First = T0 - ((count - 1) * every),
        Every = every,
        Keep = count,
        Name = "cdp",
        Continues = false,
        Pauses = [new Interval(T0.AddMilliseconds(1), null)],
    };

    private static IEnumerable<Entity> Groups()
    {
        RelationBuilder relation = new();
        relation.Add("rg-01", 5, promote: true, schedule: Hourly(4));
        relation.Add("rg-02", 6, promote: true, schedule: Hourly(24), third: "fd-n1/rg-02-n");
        relation.Add("rg-03", 2, promote: true, schedule: Fixed(2, TimeSpan.FromHours(1)), target: ReplicationState.InTest);
        relation.Add("rg-04", 2, schedule: Fixed(2, TimeSpan.FromHours(1)), target: ReplicationState.FailedOver);
        relation.Add("rg-05", 3, schedule: Fixed(2, TimeSpan.FromHours(1)), from: "fd-b1", to: "fd-a1");
        relation.Add("rg-06", 0, promote: true, schedule: Fixed(1, TimeSpan.FromHours(1)));
        relation.AddUnestablished("rg-07", 2, uncopyable: 1);
        relation.AddMachine("rg-08", "app01", [2000, 2001], Fixed(5000, TimeSpan.FromSeconds(10)));
        relation.Add("rg-09", 2, promote: true, schedule: Hourly(4), autoReverse: true);
        return relation.Groups;
    }

    private static Datastore Datastore(string id, string site, int ordinal) => new()
    {
        Id = id,
        Name = $"vvol-{site}",
        Site = site,
        Type = "VVOL",
        Url = $"ds:///vmfs/volumes/{id}/",
        Capacity = 1,
        FreeSpace = 1,
        Hosts = [],
        Ordinal = ordinal,
    };

    private static Provider Provider(string id, string site, int ordinal, string? array, int? priority = null) => new()
    {
        Id = id,
        Uid = $"uid-{id}",
        Name = id,
        Url = $"https://{id}.sim.local/version.xml",
        Site = site,
        VasaVersion = "3.0",
        StatusSince = T0,
        Profiles = ["ProfileBasedManagement", "Replication"],
        Arrays = array is null ? [] : [new ManagedArray(array)],
        FailoverGroup = priority is null ? null : "ha",
        Priority = priority,
        Ordinal = ordinal,
    };

    private static FaultDomain Domain(string id, int ordinal, string? array) => new()
    {
        Id = id,
        ArrayId = array,
        Provider = array is null ? Io : null,
        Ordinal = ordinal,
    };
}
