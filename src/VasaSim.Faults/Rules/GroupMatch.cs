namespace VasaSim.Faults.Rules;

/// <summary>
/// Which replication groups of a call. With a condition on single groups, the rule is for the groups that meet it, and
/// for calls that have one; without, for all of the call's groups.
/// </summary>
public sealed record GroupMatch
{
    /// <summary>Device group ids, or <c>faultDomain/id</c>.</summary>
    public IReadOnlyList<Glob>? Id { get; init; }

    /// <summary>Labels of the lab, by name.</summary>
    public IReadOnlyDictionary<string, Glob>? Label { get; init; }

    /// <summary>Replication states as the wire has them, such as <c>SOURCE</c>.</summary>
    public IReadOnlyList<string>? State { get; init; }

    /// <summary>Positions in the call, from 0; -1 is the last.</summary>
    public IReadOnlyList<int>? Index { get; init; }

    /// <summary>How many of those that meet the conditions are drawn.</summary>
    /// <value>Default: null, all of them.</value>
    public int? Pick { get; init; }

    /// <summary>The number of groups in the call.</summary>
    public int? Count { get; init; }

    /// <summary>The call has more groups than this.</summary>
    public int? Over { get; init; }

    /// <summary>The call has fewer groups than this.</summary>
    public int? Under { get; init; }

    /// <summary>The group has more replicas than this.</summary>
    public int? PitsOver { get; init; }

    /// <summary>Whether single groups are asked for.</summary>
    public bool IsOfSingleGroups => Id is not null || Label is not null || State is not null || Index is not null || PitsOver is not null || Pick is not null;
}
