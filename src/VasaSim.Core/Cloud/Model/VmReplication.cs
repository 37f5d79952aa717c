using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Model;
using VasaSim.Core.Storage;

namespace VasaSim.Core.Cloud.Model;

/// <summary>
/// The replication of a machine from one cloud site to another. What a destination and its replicas are at other arrays
/// they are here: the state is that of a target group, the instances are replicas, the link is a link.
/// </summary>
public sealed record VmReplication : Entity
{
    /// <summary><c>C4-</c> and a UUID.</summary>
    public required string Id { get; init; }

    /// <summary>Position in the order of starting.</summary>
    public required long Ordinal { get; init; }

    /// <summary>The vApp replication it is part of.</summary>
    public required string VappReplication { get; init; }

    /// <summary>Who it belongs to, as <c>org@site</c>.</summary>
    public required string Owner { get; init; }

    /// <summary>The machine that is replicated: its id at the source.</summary>
    public required string Machine { get; init; }

    /// <summary>The machine's name, which stays when the machine goes.</summary>
    public required string MachineName { get; init; }

    /// <summary>Where it comes from.</summary>
    public required ReplicationEnd Source { get; init; }

    /// <summary>Where it goes to.</summary>
    public required ReplicationEnd Destination { get; init; }

    /// <summary>
    /// The state at the destination: <see cref="ReplicationState.Target"/>, <see cref="ReplicationState.InTest"/> or
    /// <see cref="ReplicationState.FailedOver"/>.
    /// </summary>
    public ReplicationState State { get; init; } = ReplicationState.Target;

    /// <summary>Its own settings; those of the SLA profile, when it has one.</summary>
    public required ReplicationSettings Settings { get; init; }

    /// <summary>The SLA profile.</summary>
    public string? SlaProfile { get; init; }

    /// <summary>Whether it was started to move the machine, not to protect it.</summary>
    public bool IsMigration { get; init; }

    /// <summary>Whether it goes the other way than it was started.</summary>
    public bool IsReversed { get; init; }

    /// <summary>When somebody last did something to it.</summary>
    public required DateTimeOffset LastUpdated { get; init; }

    /// <summary>How its data comes over.</summary>
    public required DataFlow Flow { get; init; }

    /// <summary>InTest and FailedOver: what was recovered.</summary>
    public CloudRecovery? Recovery { get; init; }

    /// <summary>The settings of the last failover or migration, as the caller's JSON object; null: there was none.</summary>
    public string? FailoverSettings { get; init; }

    /// <summary>The settings of the last test, as the caller's JSON object; null: there was none.</summary>
    public string? TestSettings { get; init; }

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.VmReplication, Id);
}

/// <summary>What a test or a failover made at the destination.</summary>
/// <param name="Vapp">The vApp; null on-premises.</param>
/// <param name="Machine">The machine.</param>
/// <param name="Instance">The key of the instance whose data it has.</param>
/// <param name="At">When.</param>
public sealed record CloudRecovery(string? Vapp, string Machine, string Instance, DateTimeOffset At);
