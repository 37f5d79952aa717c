using System.Diagnostics.CodeAnalysis;
using VasaSim.Core.Model;
using VasaSim.Core.Tasks;

namespace VasaSim.Core;

/// <summary>Tasks by id, those that run and those that have ended in order of their due times, and which task works on a group.</summary>
internal sealed class TaskTable
{
    private static readonly Comparer<ServiceTask> _byDue = Comparer<ServiceTask>.Create(
        (a, b) => a.Due != b.Due ? a.Due.CompareTo(b.Due) : a.Number.CompareTo(b.Number));

    private readonly EntityTable<string, ServiceTask> _byId = new();
    private readonly SortedSet<ServiceTask> _running = new(_byDue);
    private readonly SortedSet<ServiceTask> _ended = new(_byDue);

    private readonly Dictionary<GroupId, ReplicationTask> _byGroup = [];

    public int Count => _byId.Count;

    public IEnumerable<ServiceTask> All => _byId.All;

    /// <summary>Tasks that run, in order of their due times.</summary>
    public IReadOnlyCollection<ServiceTask> Running => _running;

    /// <summary>The task that ended first of those there are.</summary>
    public ServiceTask? FirstEnded => _ended.Min;

    public ServiceTask? Find(string id) => _byId.Find(id);

    public ReplicationTask? WorkingOn(GroupId group) => _byGroup.GetValueOrDefault(group);

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
            if (before is ReplicationTask { IsRunning: true } work)
            {
                foreach (GroupId group in work.GroupsAtWork().Where(g => WorkingOn(g)?.Id == id))
                {
                    _byGroup.Remove(group);
                }
            }
        }

        if (value is not null)
        {
            (value.IsRunning ? _running : _ended).Add(value);
            if (value is ReplicationTask { IsRunning: true } work)
            {
                foreach (GroupId group in work.GroupsAtWork())
                {
                    _byGroup[group] = work;
                }
            }
        }

        return before;
    }
}
