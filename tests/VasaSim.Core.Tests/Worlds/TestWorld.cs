using System.Text.Json;
using VasaSim.Core.Control;
using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Core.Replicas;
using VasaSim.Core.Replication;
using VasaSim.Core.Storage;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Tests.Worlds;

/// <summary>A world of <see cref="Inventory"/> and short words for what tests do with it.</summary>
internal sealed class TestWorld
{
    public TestWorld(Knobs? knobs = null, bool instant = false, Func<Entity, Entity>? change = null)
        : this(new World(Inventory.Entities(knobs ?? new Knobs()).Select(change ?? (e => e)), 0, instant))
    {
    }

    public TestWorld(World world) => World = world;

    public World World { get; }

    public DateTimeOffset Now => World.Now;

    /// <summary>Reads <c>fd-a1/rg-01</c>.</summary>
    public static GroupId Id(string text)
    {
        string[] parts = text.Split('/');
        return new GroupId(parts[0], parts[1]);
    }

    public ReplicationGroup Group(string id) => World.FindGroup(Id(id)) ?? throw new ArgumentException($"There is no group {id}.");

    public ReplicationState State(string id) => Group(id).State;

    public Provider Provider(string id) => World.FindProvider(id)!;

    public IReadOnlyList<Replica> Replicas(string group) => ReplicaCatalog.List(World, Group(group));

    /// <summary>A call on the provider that manages the first group.</summary>
    public ReplicationCommand Command(ReplicationOperation operation, params string[] groups) => new()
    {
        Operation = operation,
        Method = operation.ToString(),
        Provider = ProviderDirectory.ActiveFor(World, Id(groups[0]).FaultDomain)!.Id,
        Groups = [.. groups.Select(g => new GroupSelection(Id(g)))],
        ReplicaName = operation == ReplicationOperation.Sync ? "by-hand" : null,
        IsPlanned = operation is ReplicationOperation.Failover or ReplicationOperation.TestStart,
    };

    public Result<ReplicationTask> Start(ReplicationCommand command) => ReplicationTasks.Start(World, command);

    /// <summary>Starts a call that must be accepted.</summary>
    public ReplicationTask Begin(ReplicationCommand command)
    {
        Result<ReplicationTask> result = Start(command);
        Assert.Null(result.Fault);
        return result.Value;
    }

    /// <summary>Makes a call that must be accepted, and lets time pass until its task has ended.</summary>
    public IReadOnlyList<GroupOutcome> Run(ReplicationCommand command) => End(Begin(command));

    /// <summary>Lets time pass until a task has ended.</summary>
    public IReadOnlyList<GroupOutcome> End(ReplicationTask task)
    {
        AdvanceTo(task.Due);
        ReplicationTask ended = FindTask(task.Id);
        Assert.False(ended.IsRunning);
        return [.. ended.Outcomes.Select(o => o!)];
    }

    /// <summary>A replication task that there must be.</summary>
    public ReplicationTask FindTask(string id) => Assert.IsType<ReplicationTask>(World.FindTask(id));

    public GroupOutcome RunOne(ReplicationCommand command) => Assert.Single(Run(command));

    public GroupOutcome RunOne(ReplicationOperation operation, string group) => RunOne(Command(operation, group));

    /// <summary>Makes a call that must be done.</summary>
    public T Done<T>(ReplicationCommand command)
        where T : GroupOutcome => Assert.IsType<T>(RunOne(command));

    public T Done<T>(ReplicationOperation operation, string group)
        where T : GroupOutcome => Done<T>(Command(operation, group));

    /// <summary>Makes a call whose only group must fail, and nothing of the world change.</summary>
    public Fault Refused(ReplicationCommand command)
    {
        string before = Picture();
        GroupFailed failed = Assert.IsType<GroupFailed>(RunOne(command));
        Assert.Equal(before, Picture());
        return failed.Error;
    }

    public Fault Refused(ReplicationOperation operation, string group) => Refused(Command(operation, group));

    public void AdvanceTo(DateTimeOffset time) => DueWork.AdvanceTo(World, time);

    public void Advance(TimeSpan time) => AdvanceTo(Now + time);

    public void Link(string one, string other, bool up) => WorldControl.SetLink(World, one, other, new LinkPatch(up));

    public void Cut() => Link("fd-a1", "fd-b1", false);

    public void Mend() => Link("fd-a1", "fd-b1", true);

    public Provider Patch(string provider, ProviderPatch patch) => WorldControl.SetProvider(World, Provider(provider), patch);

    /// <summary>Everything but tasks and counters, as text to compare: entities, and the replicas of each group.</summary>
    public string Picture() => string.Join('\n',
        World.Groups.Cast<Entity>()
            .Concat(World.Groups.SelectMany(g => World.MadeReplicas(g.Id)))
            .Concat(World.Links).Concat(World.Providers).Concat(World.FaultDomains)
            .Select(e => $"{e.Key} {Json(e)}")
            .Concat(World.Groups.Select(g => $"{g.Id} {string.Join(',', ReplicaCatalog.List(World, g).TakeLast(50).Select(r => r.Id))}")));

    /// <summary>The same with tasks and counters.</summary>
    public string WholePicture() => string.Join('\n',
        [Picture(), Json(World.Counters), .. Enumerable.Range(1, (int)World.Counters.Tasks).Select(n => Json(World.FindTask($"smsTask-{n}")))]);

    public static string Json(object? value) => value is null ? "-" : JsonSerializer.Serialize(value, value.GetType());
}
