using VasaSim.Core.Storage;

namespace VasaSim.Core.Model;

/// <summary>An ESXi host of a site.</summary>
public sealed record Host : Entity
{
    /// <summary>Managed object id, such as <c>host-11</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Host name.</summary>
    public required string Name { get; init; }

    /// <summary>The site it stands at.</summary>
    public required string Site { get; init; }

    /// <summary>Position in the lab, for a stable order.</summary>
    public required int Ordinal { get; init; }

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.Host, Id);
}
