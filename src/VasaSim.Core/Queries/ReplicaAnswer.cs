using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Replicas;

namespace VasaSim.Core.Queries;

/// <summary>The replicas of one group: an error, the replicas one by one (oldest first), or a summary.</summary>
public sealed record ReplicaAnswer(
    GroupId Group,
    Fault? Error,
    IReadOnlyList<Replica>? Replicas,
    IReadOnlyList<ReplicaInterval>? Summary);

/// <summary>How many replicas there are from (inclusive) to (exclusive).</summary>
public sealed record ReplicaInterval(DateTimeOffset From, DateTimeOffset To, int Number);
