using VasaSim.Core.Replicas;

namespace VasaSim.Server.Control;

/// <summary>A point-in-time replica of a group.</summary>
/// <param name="Id">Id, unique within the group.</param>
/// <param name="Name">Name; need not be unique.</param>
/// <param name="Time">The moment whose data it holds, in simulated time.</param>
/// <param name="Tags">Tags.</param>
/// <param name="Origin"><c>made</c> by a call or a tester, or <c>scheduled</c> by the array.</param>
public sealed record ReplicaReport(string Id, string Name, DateTimeOffset Time, IReadOnlyList<string> Tags, string Origin)
{
    internal static ReplicaReport Of(Replica replica) =>
        new(replica.Id, replica.Name, replica.Time, replica.Tags, replica.Scheduled ? "scheduled" : "made");
}

/// <summary>Replicas of a group, newest first.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Replicas">Those that were asked for.</param>
public sealed record ReplicaList(int Count, IReadOnlyList<ReplicaReport> Replicas);
