using VasaSim.Core.Control;
using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Core.Queries;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Laws;

/// <summary>Lets steps happen to a world, and writes down what it answered.</summary>
internal sealed class Player(TestWorld lab, Watch? watch = null, bool doubting = false, Action<GroupOutcome>? seen = null)
{
    // Also ids that will never be there, and those that a reverse makes.
    private static readonly GroupId[] _others =
        [.. new[] { "fd-b1/nothing", "fd-x/rg-01", "fd-b1/rg-01-t", "fd-a1/rg-02-r", "fd-b1/r-rg-02", "fd-b1/r-rg-01", "fd-a1/rg-01-r" }.Select(TestWorld.Id)];

    private readonly List<ReplicationTask> _running = [];

    public List<string> Answers { get; } = [];

    public Player Play(IEnumerable<Step> steps)
    {
        foreach (Step step in steps)
        {
            watch?.Before();
            switch (step)
            {
                case Wait wait:
                    Pass(TimeSpan.FromMilliseconds(wait.Milliseconds));
                    break;
                case SetLink link:
                    lab.Link(link.Ends.One, link.Ends.Other, link.Up);
                    break;
                case Change change:
                    lab.Patch(change.Provider, change.Patch);
                    break;
                case Query query:
                    Ask(query);
                    break;
                default:
                    Start(Command(step));
                    break;
            }

            watch?.After();
            if (doubting)
            {
                lab.World.TakeChanges();
            }
        }

        return this;
    }

    private ReplicationCommand Command(Step step)
    {
        GroupId[] groups = [.. lab.World.Groups.Select(g => g.Id)];
        if (step is Fitting fitting)
        {
            GroupId id = groups[fitting.Group % groups.Length];
            ReplicationGroup group = lab.World.FindGroup(id)!;
            bool reachable = group.Source is not { } source || lab.World.FindLink(source.FaultDomain, id.FaultDomain) is not { Up: false };
            return Complete(fitting.Operation(group.State), [Select(id, fitting.Replica)]) with { IsPlanned = reachable && fitting.Choice % 3 > 0, CheckOnly = CanCheck(fitting.Operation(group.State)) && fitting.CheckOnly };
        }

        Call call = (Call)step;
        GroupId[] all = [.. groups, .. _others];
        int count = 1 + (call.Second % 3);
        GroupSelection[] selected = [.. new[] { call.First, call.Second, call.Third }.Take(count).Select(n => Select(all[n % all.Length], call.Replica))];
        return Complete(call.Operation, selected) with { IsPlanned = call.Planned, CheckOnly = CanCheck(call.Operation) && call.CheckOnly, Force = call.Force };
    }

    private static bool CanCheck(ReplicationOperation operation) => operation is ReplicationOperation.TestStart or ReplicationOperation.Failover;

    private ReplicationCommand Complete(ReplicationOperation operation, GroupSelection[] groups) => new()
    {
        Operation = operation,
        Method = operation.ToString(),
        Provider = ProviderDirectory.ActiveFor(lab.World, groups[0].Group.FaultDomain)?.Id ?? Inventory.A1,
        Groups = groups,
        ReplicaName = "made",
        Force = operation == ReplicationOperation.TestStop && groups[0].Group.FaultDomain != "fd-io-b",
    };

    private GroupSelection Select(GroupId id, int replica)
    {
        string[] ids = lab.World.FindGroup(id) is { } group ? [.. Core.Replicas.ReplicaCatalog.List(lab.World, group).TakeLast(5).Select(r => r.Id)] : [];
        return new GroupSelection(id, replica switch { -1 => null, -2 => "no-such-replica", _ => ids.Length == 0 ? null : ids[replica % ids.Length] });
    }

    private void Start(ReplicationCommand command)
    {
        if (doubting)
        {
            lab.Start(command);
            lab.World.Rollback();
        }

        Result<ReplicationTask> result = lab.Start(command);
        Answers.Add(result.Fault is { } fault ? TestWorld.Json(fault) : TestWorld.Json(result.Value));
        if (result.Fault is null)
        {
            watch?.Started(command, result.Value);
            Show(result.Value);
            if (result.Value.IsRunning)
            {
                _running.Add(result.Value);
            }
        }
    }

    // Due time by due time, so that it is known which task did what.
    private void Pass(TimeSpan time)
    {
        DateTimeOffset end = lab.Now + time;
        while (_running.Count > 0 && _running.Min(t => t.Due) is { } due && due <= end)
        {
            watch?.Before();
            lab.AdvanceTo(due);
            ReplicationTask[] ended = [.. _running.Where(t => t.Due == due).Select(t => lab.FindTask(t.Id))];
            _running.RemoveAll(t => t.Due == due);
            Answers.AddRange(ended.Select(TestWorld.Json));
            Array.ForEach(ended, Show);
            watch?.Ended(ended);
            watch?.After();
        }

        watch?.Before();
        lab.AdvanceTo(end);
    }

    private void Show(ReplicationTask task)
    {
        foreach (GroupOutcome outcome in task.Outcomes.OfType<GroupOutcome>())
        {
            seen?.Invoke(outcome);
        }
    }

    private void Ask(Query query)
    {
        GroupId[] all = [.. lab.World.Groups.Select(g => g.Id), .. _others];
        GroupId[] some = [all[query.Number % all.Length], all[query.Number / 7 % all.Length], all[query.Number / 49 % all.Length]];
        Provider provider = lab.World.Providers.ElementAt(query.Number % 4);
        object answer = query.Kind switch
        {
            0 => ReplicationQueries.Groups(lab.World, provider, "q", query.Number % 2 == 0 ? null : some) is var r ? (object?)r.Fault ?? r.Value : "",
            1 => ReplicationQueries.GroupsAnywhere(lab.World, "q", some),
            2 => ReplicationQueries.Peers(lab.World, provider, "q", null) is var r ? (object?)r.Fault ?? r.Value : "",
            _ => ReplicaQueries.Replicas(lab.World, provider, "q", some, new ReplicaFilter { PreferDetails = true }) is var r ? (object?)r.Fault ?? r.Value : "",
        };
        if (answer is System.Collections.ICollection entries && query.Kind != 2 && !(query.Kind == 0 && query.Number % 2 == 0))
        {
            Assert.Equal(some.Length, entries.Count);
        }

        Answers.Add(TestWorld.Json(answer));
    }
}
