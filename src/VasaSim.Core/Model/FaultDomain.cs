using VasaSim.Core.Storage;

namespace VasaSim.Core.Model;

/// <summary>A fault domain: what fails together, and one end of a replication link.</summary>
public sealed record FaultDomain : Entity
{
    /// <summary>Globally unique id, such as <c>fd-a1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public string? Name { get; init; }

    /// <summary>Description for people.</summary>
    public string? Description { get; init; }

    /// <summary>
    /// The array the domain belongs to. The provider that is active for the array manages the domain; without an
    /// array there is no high availability and <see cref="Provider"/> manages it.
    /// </summary>
    public string? ArrayId { get; init; }

    /// <summary>The provider that manages a domain without an array.</summary>
    public string? Provider { get; init; }

    /// <summary>
    /// The domains this one replicates to, as configured at the array; a domain of which groups are sources
    /// replicates to those groups' domains besides.
    /// </summary>
    public IReadOnlyList<string> Peers { get; init; } = [];

    /// <summary>Position in the lab, for a stable order.</summary>
    public required int Ordinal { get; init; }

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.FaultDomain, Id);
}
