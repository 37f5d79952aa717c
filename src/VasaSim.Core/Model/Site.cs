using VasaSim.Core.Storage;

namespace VasaSim.Core.Model;

/// <summary>A site with its vCenter.</summary>
public sealed record Site : Entity
{
    /// <summary>The site's name, such as <c>A</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The host name of the site's vCenter.</summary>
    public required string VCenter { get; init; }

    /// <summary>What its machines are in and use.</summary>
    public SiteInventory Inventory { get; init; } = new();

    /// <summary>Position in the lab, for a stable order.</summary>
    public required int Ordinal { get; init; }

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.Site, Id);
}
