using VasaSim.Core.Faults;
using VasaSim.Core.Model;

namespace VasaSim.Core.Replication;

/// <summary>
/// Which state each operation needs and which one it leads to: the same for groups of arrays and for replications of
/// clouds, whose state is that of their destination.
/// </summary>
internal static class StateChart
{
    public static readonly StateStep Sync = new(ReplicationOperation.Sync, ReplicationState.Target, ReplicationState.Target);

    public static readonly StateStep TestStart = new(ReplicationOperation.TestStart, ReplicationState.Target, ReplicationState.InTest);

    public static readonly StateStep TestStop = new(ReplicationOperation.TestStop, ReplicationState.InTest, ReplicationState.Target);

    public static readonly StateStep Promote = new(ReplicationOperation.Promote, ReplicationState.InTest, ReplicationState.FailedOver);

    public static readonly StateStep PrepareFailover = new(ReplicationOperation.PrepareFailover, ReplicationState.Source, ReplicationState.Source);

    public static readonly StateStep Failover = new(ReplicationOperation.Failover, ReplicationState.Target, ReplicationState.FailedOver);

    /// <summary>The recovered side is a source then, and the side that it was recovered from its target.</summary>
    public static readonly StateStep Reverse = new(ReplicationOperation.Reverse, ReplicationState.FailedOver, ReplicationState.Source);

    /// <summary>The operations that lead from one state to another.</summary>
    public static readonly IReadOnlyList<StateStep> Moves = [TestStart, Failover, TestStop, Promote, Reverse];
}

/// <summary>What an operation does to a state.</summary>
/// <param name="By">The operation.</param>
/// <param name="From">The state that it needs.</param>
/// <param name="To">The state that it leads to.</param>
internal sealed record StateStep(ReplicationOperation By, ReplicationState From, ReplicationState To)
{
    /// <summary>Why it cannot be done in a state; null: it can.</summary>
    public Fault? Refusal(ReplicationState current) => current == From ? null : WrongState(current);

    /// <summary>What is said in a state that it cannot be done in.</summary>
    public Fault WrongState(ReplicationState current) => new InvalidReplicationState([From], current);
}
