using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;

namespace VasaSim.Core.Recovery.Queries;

/// <summary>A protection group with all that is to be told of it at a moment.</summary>
public sealed record DescribedGroup
{
    /// <summary>The group.</summary>
    public required ProtectionGroup Group { get; init; }

    /// <summary>How it is.</summary>
    public required GroupStatus Status { get; init; }

    /// <summary>How far it is with its recovery.</summary>
    public required RecoveryStatus Recovery { get; init; }

    /// <summary>The members.</summary>
    public required IReadOnlyList<DescribedMember> Members { get; init; }

    /// <summary>The fault domain of its first replication group; null where others replicate.</summary>
    public string? FaultDomain { get; init; }

    /// <summary>The arrays that replicate its first datastore; null where others replicate.</summary>
    public (string From, string To)? ArrayPair { get; init; }
}

/// <summary>A member of a protection group with all that is to be told of it at a moment.</summary>
/// <param name="Machine">Who it is.</param>
/// <param name="Status">How it is with its protection.</param>
/// <param name="Place">Where it goes at the recovery site, by the mappings while it is not protected; null: the vCenter does not have it.</param>
public sealed record DescribedMember(ProtectedMachine Machine, ProtectionStatusDetails Status, RecoveryPlace? Place);

/// <summary>A replication group that a protection group names.</summary>
/// <param name="Id">The group.</param>
/// <param name="Group">What there is of it; null: it is not there.</param>
/// <param name="Errors">What is wrong with it, in words.</param>
/// <param name="Warnings">What is less than wanted, in words.</param>
public sealed record DescribedReplicationGroup(GroupId Id, ReplicationGroup? Group, IReadOnlyList<string> Errors, IReadOnlyList<string> Warnings);

/// <summary>A member that is not well.</summary>
/// <param name="Machine">Who it is.</param>
/// <param name="Description">What is wrong, in words.</param>
/// <param name="IsError">Whether it would not be recovered, or is only less well protected than wanted.</param>
public sealed record ProtectionIssue(ProtectedMachine Machine, string Description, bool IsError);

/// <summary>Whether a mapping has a counterpart for the way back.</summary>
public enum ReverseMapping
{
    /// <summary>What it leads to leads back.</summary>
    Yes,

    /// <summary>What it leads to leads to something else.</summary>
    Different,

    /// <summary>What it leads to leads nowhere.</summary>
    No,
}
