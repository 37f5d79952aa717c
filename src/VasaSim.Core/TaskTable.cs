using System.Diagnostics.CodeAnalysis;
using VasaSim.Core.Model;
using VasaSim.Core.Tasks;

namespace VasaSim.Core;

/// <summary>Tasks by id, those that run in order of their due times, and which task works on a group.</summary>
internal sealed class TaskTable
{
    private readonly EntityTable<string, ReplicationTask> _byId = new();
    private readonly SortedSet<ReplicationTask> _byNumber = new(Comparer<ReplicationTask>.Create((a, b) => a.Number.CompareTo(b.Number)));
    private readonly SortedSet<ReplicationTask> _running = new(Comparer<ReplicationTask>.Create(
        (a, b) => a.Due != b.Due ? a.Due.CompareTo(b.Due) : a.Number.CompareTo(b.Number)));

    private readonly Dictionary<GroupId, ReplicationTask> _byGroup = [];

    public int Count => _byId.Count;

    /// <summary>Tasks that run, in order of their due times.</summary>
    public IReadOnlyCollection<ReplicationTask> Running => _running;

    /// <summary>The task that was started first of those there are.</summary>
    public ReplicationTask? Oldest => _byNumber.Min;

    public ReplicationTask? Find(string id) => _byId.Find(id);

    public ReplicationTask? WorkingOn(GroupId group) => _byGroup.GetValueOrDefault(group);

    public bool TryNextDue(DateTimeOffset now, [NotNullWhen(true)] out ReplicationTask? task)
    {
        task = _running.Min;
        return task is not null && task.Due <= now;
    }

    public ReplicationTask? Set(string id, ReplicationTask? value)
    {
        ReplicationTask? before = _byId.Set(id, value);
        if (before is not null)
        {
            _byNumber.Remove(before);
            if (before.IsRunning)
            {
                _running.Remove(before);
                foreach (GroupId group in before.GroupsAtWork().Where(g => WorkingOn(g)?.Id == id))
                {
                    _byGroup.Remove(group);
                }
            }
        }

        if (value is not null)
        {
            _byNumber.Add(value);
            if (value.IsRunning)
            {
                _running.Add(value);
                foreach (GroupId group in value.GroupsAtWork())
                {
                    _byGroup[group] = value;
                }
            }
        }

        return before;
    }
}
