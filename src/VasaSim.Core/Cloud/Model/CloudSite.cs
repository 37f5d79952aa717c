using VasaSim.Core.Storage;

namespace VasaSim.Core.Cloud.Model;

/// <summary>
/// A site as the replication service of clouds knows it: a cloud over a site's vCenter, or a vCenter alone
/// (on-premises). Links lead from one to another by their ids, as they do between fault domains.
/// </summary>
public sealed record CloudSite : Entity
{
    /// <summary>Its name, such as <c>cloud-a</c>; never that of a fault domain, since both are ends of links.</summary>
    public required string Id { get; init; }

    /// <summary>The site of the world whose vCenter it is over.</summary>
    public required string Site { get; init; }

    /// <summary>Whether there is a cloud, or a vCenter alone.</summary>
    public required CloudSiteKind Kind { get; init; }

    /// <summary>Description for people.</summary>
    public string Description { get; init; } = "";

    /// <summary>The names of its organizations, in lab order; none where there is no cloud.</summary>
    public IReadOnlyList<string> Orgs { get; init; } = [];

    /// <summary>Position in the lab, for a stable order.</summary>
    public required int Ordinal { get; init; }

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.CloudSite, Id);
}

/// <summary>What a cloud site is.</summary>
public enum CloudSiteKind
{
    /// <summary>VMware Cloud Director with its organizations.</summary>
    Vcloud,

    /// <summary>A vCenter alone, on-premises.</summary>
    Vcenter,
}
