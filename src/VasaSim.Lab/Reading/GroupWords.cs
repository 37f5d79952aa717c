using VasaSim.Core.Model;
using VasaSim.Core.Replication;

namespace VasaSim.Lab.Reading;

/// <summary>The words that say what a group is like, in lab files and wherever else a tester says it. Immutable.</summary>
public static class GroupWords
{
    /// <summary>The states that a source can begin in.</summary>
    public static IReadOnlyList<(string Name, ReplicationState Value)> SourceStates { get; } =
        [("SOURCE", ReplicationState.Source), ("REMOTE_FAILEDOVER", ReplicationState.RemoteFailedOver)];

    /// <summary>The states that a target can begin in.</summary>
    public static IReadOnlyList<(string Name, ReplicationState Value)> TargetStates { get; } =
        [("TARGET", ReplicationState.Target), ("INTEST", ReplicationState.InTest), ("FAILEDOVER", ReplicationState.FailedOver)];

    /// <summary>All states.</summary>
    public static IReadOnlyList<(string Name, ReplicationState Value)> States { get; } = [.. SourceStates, .. TargetStates];

    /// <summary>The operations.</summary>
    public static IReadOnlyList<(string Name, ReplicationOperation Value)> Operations { get; } =
    [
        ("sync", ReplicationOperation.Sync), ("testStart", ReplicationOperation.TestStart), ("testStop", ReplicationOperation.TestStop),
        ("promote", ReplicationOperation.Promote), ("prepareFailover", ReplicationOperation.PrepareFailover),
        ("failover", ReplicationOperation.Failover), ("reverse", ReplicationOperation.Reverse),
    ];

    /// <summary>The word for a state.</summary>
    public static string Of(ReplicationState state) => States.First(s => s.Value == state).Name;

    /// <summary>The word for an operation.</summary>
    public static string Of(ReplicationOperation operation) => Operations.First(o => o.Value == operation).Name;
}
