using System.Text.RegularExpressions;
using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Queries;
using VasaSim.Core.Replicas;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Laws;

/// <summary>Looks at a world after each step and fails when a law is broken that holds whatever happens.</summary>
internal sealed partial class Watch(TestWorld lab)
{
    private readonly Dictionary<GroupId, Dictionary<string, (string Replica, bool Gone)>> _replicas = [];
    private readonly List<ReplicationTask> _ended = [];
    private readonly List<ReplicationTask> _endedNow = [];
    private Dictionary<GroupId, ReplicationGroup> _before = [];

    public void Before()
    {
        _endedNow.Clear();
        _before = lab.World.Groups.ToDictionary(g => g.Id);
    }

    /// <summary>A call was accepted: what it says already must hold, and nothing may have changed yet.</summary>
    public void Started(ReplicationCommand command, ReplicationTask task)
    {
        Assert.Equal(command.Groups.Count, task.Outcomes.Count);
        for (int i = 0; i < command.Groups.Count; i++)
        {
            Assert.True(task.Outcomes[i] is not { } outcome || outcome.Group == command.Groups[i].Group);
        }

        foreach (ReplicationGroup group in lab.World.Groups)
        {
            AssertSame(_before[group.Id], group);
        }
    }

    public void Ended(IReadOnlyList<ReplicationTask> tasks)
    {
        _endedNow.AddRange(tasks);
        foreach (ReplicationTask task in tasks)
        {
            Assert.False(task.IsRunning);
            Assert.All(task.Outcomes, Assert.NotNull);
            _ended.Add(task);
            foreach (GroupOutcome outcome in task.Outcomes.Select(o => o!))
            {
                CheckOutcome(task, outcome, alone: !tasks.Any(t => t.Outcomes.Any(o => !ReferenceEquals(o, outcome) && Relation(o!.Group) == Relation(outcome.Group))));
            }
        }
    }

    public void After()
    {
        Assert.All(_ended, task => AssertSame(task, lab.World.FindTask(task.Id)));

        ReplicationGroup[] groups = [.. lab.World.Groups];
        Assert.Equal(groups.Length, groups.Select(g => g.Id).Distinct().Count());
        Assert.All(groups.Where(g => g.State == ReplicationState.Source).GroupBy(g => Relation(g.Id)), r => Assert.Single(r));
        foreach (ReplicationGroup group in groups)
        {
            CheckDevices(group);
            CheckReferences(group);
            CheckEntry(group);
            CheckReplicas(group);
        }

        foreach (Provider provider in lab.World.Providers.Where(p => p.IsReachable && p.Replicates && !p.Busy))
        {
            CheckListing(provider);
        }
    }

    // Both sides of a group have its number in their ids, whatever is put before or behind it.
    private static string Relation(GroupId id) => Number().Match(id.DeviceGroup).Value;

    private void CheckOutcome(ReplicationTask task, GroupOutcome outcome, bool alone)
    {
        if (outcome is GroupFailed failed)
        {
            Assert.NotNull(failed.Error);
            Assert.IsNotType<AlreadyDone>(failed.Error);
            Assert.Empty(failed.Warnings);
        }

        if (!alone || lab.World.FindGroup(outcome.Group) is not { } group)
        {
            return;
        }

        if (outcome is GroupFailed or { Warnings: [AlreadyDone] })
        {
            AssertSame(_before[group.Id], group);
            return;
        }

        ReplicationState reached = (task.Operation, outcome) switch
        {
            (_, GroupRecovered recovered) => recovered.NewState,
            (ReplicationOperation.PrepareFailover or ReplicationOperation.Reverse, _) => ReplicationState.Source,
            (_, GroupDone) when task.Operation != ReplicationOperation.TestStop => _before[group.Id].State,
            _ => ReplicationState.Target,
        };
        Assert.Equal(reached, group.State);
    }

    private static void CheckDevices(ReplicationGroup group)
    {
        bool surfaced = group.State is ReplicationState.InTest or ReplicationState.FailedOver;
        Assert.True(surfaced || group.Members.All(m => m.Recovered is null), $"{group.Id} is {group.State} and has recovered devices.");
        Assert.True(!surfaced || group.Recovery is not null);
        Assert.True(group.IsSource == (group.Source is null), $"{group.Id} is {group.State} with the source {group.Source}.");
        Assert.All(group.Members, m => Assert.True(group.IsSource || m.Replica is not null));
    }

    private void CheckReferences(ReplicationGroup group)
    {
        foreach (GroupId id in group.Targets)
        {
            Assert.Equal(group.Id, lab.World.FindGroup(id)?.Source);
        }

        if (group.Source is not { } sourceId)
        {
            Assert.True(group.State == ReplicationState.Source
                || group.Targets.Any(t => lab.World.FindGroup(t)!.State == ReplicationState.FailedOver));
            return;
        }

        ReplicationGroup source = lab.World.FindGroup(sourceId)!;
        Assert.True(source.IsSource, $"The source of {group.Id} is {source.State}.");
        Assert.True(source.Targets.Contains(group.Id) || group.Members.Any(m => !m.Copied), $"{sourceId} does not know {group.Id}.");
        if (lab.World.FindLink(sourceId.FaultDomain, group.Id.FaultDomain) is { Up: false })
        {
            return;
        }

        if (group.State == ReplicationState.FailedOver)
        {
            Assert.Equal(ReplicationState.RemoteFailedOver, source.State);
        }
    }

    private void CheckEntry(ReplicationGroup group)
    {
        if (group.State == ReplicationState.FailedOver && _before.TryGetValue(group.Id, out var before) && before.State != ReplicationState.FailedOver)
        {
            Assert.Contains(_endedNow, t => t.Operation is ReplicationOperation.Failover or ReplicationOperation.Promote
                && t.Outcomes.Any(o => o is GroupRecovered { NewState: ReplicationState.FailedOver } && o.Group == group.Id));
        }
    }

    private void CheckReplicas(ReplicationGroup group)
    {
        IReadOnlyList<Replica> replicas = ReplicaCatalog.List(lab.World, group);
        Assert.True(!group.IsSource || replicas.Count == 0, $"{group.Id} is a source and has replicas.");
        HashSet<string> ids = [.. replicas.Select(r => r.Id)];
        Assert.Equal(replicas.Count, ids.Count);
        Assert.True(replicas.Zip(replicas.Skip(1)).All(p => p.First.Time <= p.Second.Time), "Replicas are not in the order of their times.");
        if (!_replicas.TryGetValue(group.Id, out Dictionary<string, (string Replica, bool Gone)>? known))
        {
            _replicas[group.Id] = known = [];
        }

        foreach (Replica replica in replicas)
        {
            string text = $"{replica.Name} {replica.Time:O} {string.Join(',', replica.Tags)}";
            Assert.True(known.TryAdd(replica.Id, (text, false)) || known[replica.Id] == (text, false), $"{group.Id} uses {replica.Id} again.");
        }

        foreach ((string id, (string replica, _)) in known.Where(r => !ids.Contains(r.Key)).ToArray())
        {
            known[id] = (replica, true);
        }
    }

    private static void AssertSame(Storage.Entity before, Storage.Entity? after)
    {
        if (!ReferenceEquals(before, after))
        {
            Assert.Equal(TestWorld.Json(before), TestWorld.Json(after));
        }
    }

    private void CheckListing(Provider provider)
    {
        if (ReplicationQueries.Groups(lab.World, provider, "q", null).TryGet(out IReadOnlyList<GroupEntry>? entries, out _))
        {
            Assert.All(entries, e => Assert.Equal(provider.Id, Core.Providers.ProviderDirectory.ActiveFor(lab.World, e.Id.FaultDomain)!.Id));
        }
    }

    [GeneratedRegex(@"rg-\d\d|nothing")]
    private static partial Regex Number();
}
