using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Replication;
using VasaSim.Core.Storage;

namespace VasaSim.Core.Tasks;

/// <summary>A task of replication: what a call does to each of its groups.</summary>
public sealed record ReplicationTask : ServiceTask
{
    /// <summary>What it does.</summary>
    public required ReplicationOperation Operation { get; init; }

    /// <summary>The provider it works for.</summary>
    public required string Provider { get; init; }

    /// <summary>What is still to be done; null once it has ended.</summary>
    public ReplicationCommand? Pending { get; init; }

    /// <summary>
    /// The outcome of each group in the order of the call. While the task runs, those decided at the call are set
    /// and the others are null.
    /// </summary>
    public required IReadOnlyList<GroupOutcome?> Outcomes { get; init; }

    /// <summary>The groups of the call, in its order.</summary>
    public required IReadOnlyList<GroupId> Groups { get; init; }

    /// <summary>Faults that were planted into what it says of its groups.</summary>
    public IReadOnlyList<GroupFault> GroupFaults { get; init; } = [];

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.Task, Id);

    /// <summary>The groups it still works on.</summary>
    public IEnumerable<GroupId> GroupsAtWork()
    {
        for (int i = 0; Pending is not null && i < Outcomes.Count; i++)
        {
            if (Outcomes[i] is null)
            {
                yield return Groups[i];
            }
        }
    }

    internal override ReplicationTask Failed(Fault error, DateTimeOffset now) =>
        this with { Pending = null, Outcomes = [], Error = error, Ended = now };
}
