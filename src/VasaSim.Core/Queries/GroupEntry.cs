using VasaSim.Core.Faults;
using VasaSim.Core.Model;

namespace VasaSim.Core.Queries;

/// <summary>One group of an answer.</summary>
/// <param name="Id">The group's id.</param>
/// <param name="Group">The group; null with an error, and when only ids are given.</param>
/// <param name="Error">Why nothing more can be said.</param>
public sealed record GroupEntry(GroupId Id, ReplicationGroup? Group, Fault? Error);

/// <summary>One source fault domain of an answer.</summary>
/// <param name="Source">The source domain.</param>
/// <param name="Targets">The domains it replicates to.</param>
/// <param name="Error">Set when there is no target to name.</param>
public sealed record PeerEntry(string Source, IReadOnlyList<string> Targets, Fault? Error);
