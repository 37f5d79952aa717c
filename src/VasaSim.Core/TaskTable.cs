using System.Diagnostics.CodeAnalysis;
using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Operations;
using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Core.Tasks;

namespace VasaSim.Core;

/// <summary>Tasks by id, those that run and those that have ended in order of their due times, and which task works on what.</summary>
internal sealed class TaskTable
{
    private static readonly Comparer<ServiceTask> _byDue = Comparer<ServiceTask>.Create(
        (a, b) => a.Due != b.Due ? a.Due.CompareTo(b.Due) : a.Number.CompareTo(b.Number));

    private readonly EntityTable<string, ServiceTask> _byId = new();
    private readonly SortedSet<ServiceTask> _running = new(_byDue);
    private readonly SortedSet<ServiceTask> _ended = new(_byDue);

    private readonly WorkIndex<GroupId, ReplicationTask> _byGroup = new(t => t.GroupsAtWork());
    private readonly WorkIndex<string, CloudTask> _byReplication = new(t => t.ReplicationsAtWork());
    private readonly WorkIndex<string, ProtectionTask> _byMember = new(t => t.MembersAtWork());
    private readonly WorkIndex<string, RecoveryPlanTask> _byPlan = new(t => t.IsAtWork ? [t.Plan] : []);
    private readonly WorkIndex<string, RecoveryPlanTask> _byAwaited = new(t => t.WaitsFor);

    public int Count => _byId.Count;

    public IReadOnlyCollection<ServiceTask> All => _byId.All;

    /// <summary>Tasks that run, in order of their due times.</summary>
    public IReadOnlyCollection<ServiceTask> Running => _running;

    /// <summary>The task that ended first of those there are.</summary>
    public ServiceTask? FirstEnded => _ended.Min;

    public ServiceTask? Find(string id) => _byId.Find(id);

    public ReplicationTask? WorkingOn(GroupId group) => _byGroup.Find(group);

    public CloudTask? WorkingOn(string cloudReplication) => _byReplication.Find(cloudReplication);

    public ProtectionTask? WorkingOnMember(string protectionGroup, string machine) =>
        _byMember.Find(ProtectionTask.KeyOf(protectionGroup, machine));

    public RecoveryPlanTask? WorkingOnPlan(string plan) => _byPlan.Find(plan);

    /// <summary>The run that waits for a task, or null.</summary>
    public RecoveryPlanTask? Awaiting(string task) => _byAwaited.Find(task);

    public bool TryNextDue(DateTimeOffset now, [NotNullWhen(true)] out ServiceTask? task)
    {
        task = _running.Min;
        return task is not null && task.Due <= now;
    }

    public ServiceTask? Set(string id, ServiceTask? value)
    {
        ServiceTask? before = _byId.Set(id, value);
        if (before is not null)
        {
            (before.IsRunning ? _running : _ended).Remove(before);
        }

        if (value is not null)
        {
            (value.IsRunning ? _running : _ended).Add(value);
        }

        _byGroup.Change(before as ReplicationTask, value as ReplicationTask);
        _byReplication.Change(before as CloudTask, value as CloudTask);
        _byMember.Change(before as ProtectionTask, value as ProtectionTask);
        _byPlan.Change(before as RecoveryPlanTask, value as RecoveryPlanTask);
        _byAwaited.Change(before as RecoveryPlanTask, value as RecoveryPlanTask);
        return before;
    }
}
