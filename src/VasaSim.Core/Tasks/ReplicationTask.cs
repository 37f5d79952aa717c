using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Replication;
using VasaSim.Core.Storage;

namespace VasaSim.Core.Tasks;

/// <summary>
/// A task of the service. It knows when it is due; whoever looks at the world later than that finds it done. Once
/// ended it never changes again.
/// </summary>
public sealed record ReplicationTask : Entity
{
    /// <summary>Managed object id, such as <c>smsTask-7</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Position in the order of starting.</summary>
    public required long Number { get; init; }

    /// <summary>What it does.</summary>
    public required ReplicationOperation Operation { get; init; }

    /// <summary>The provider it works for.</summary>
    public required string Provider { get; init; }

    /// <summary>When the call was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it begins to run; before that it is queued.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it will be, or was, finished.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>What is still to be done; null once it has ended.</summary>
    public ReplicationCommand? Pending { get; init; }

    /// <summary>
    /// The outcome of each group in the order of the call. While the task runs, those decided at the call are set
    /// and the others are null.
    /// </summary>
    public required IReadOnlyList<GroupOutcome?> Outcomes { get; init; }

    /// <summary>What the provider said to the call as a whole, when the lab has that told by the task: its error at the end.</summary>
    public Fault? Refusal { get; init; }

    /// <summary>Why the task as a whole failed; set only after the end.</summary>
    public Fault? Error { get; init; }

    /// <summary>True until the end.</summary>
    public bool IsRunning => Pending is not null;

    /// <summary>The groups it still works on.</summary>
    public IEnumerable<GroupId> GroupsAtWork()
    {
        for (int i = 0; Pending is not null && i < Outcomes.Count; i++)
        {
            if (Outcomes[i] is null)
            {
                yield return Pending.Groups[i].Group;
            }
        }
    }

    /// <summary>What it shows at a time.</summary>
    public ReplicationTaskState StateAt(DateTimeOffset now)
    {
        if (!IsRunning)
        {
            return Error is null ? ReplicationTaskState.Success : ReplicationTaskState.Error;
        }

        return now < Started ? ReplicationTaskState.Queued : ReplicationTaskState.Running;
    }

    /// <summary>How much is done at a time, 1–99 percent; null when it does not run or has hardly begun.</summary>
    public int? ProgressAt(DateTimeOffset now)
    {
        if (StateAt(now) != ReplicationTaskState.Running || Due <= Started)
        {
            return null;
        }

        int percent = (int)Math.Min(99, 100 * (now - Started) / (Due - Started));
        return percent > 0 ? percent : null;
    }

    /// <inheritdoc/>
    public override EntityKey Key => KeyOf(Id);

    /// <summary>The key of a task.</summary>
    public static EntityKey KeyOf(string id) => new(EntityKind.Task, id);
}

/// <summary>The states of a task.</summary>
public enum ReplicationTaskState
{
    /// <summary>Waits to run.</summary>
    Queued,

    /// <summary>Runs.</summary>
    Running,

    /// <summary>Ended well; single groups may have failed.</summary>
    Success,

    /// <summary>Failed as a whole.</summary>
    Error,
}
