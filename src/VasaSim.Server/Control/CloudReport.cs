using VasaSim.Core;
using VasaSim.Core.Cloud.Model;

namespace VasaSim.Server.Control;

/// <summary>A cloud, or a vCenter alone, as the replication service of clouds knows it.</summary>
public sealed record CloudReport
{
    /// <summary>Its name, such as <c>cloud-a</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The site whose vCenter it is over.</summary>
    public required string Site { get; init; }

    /// <summary><c>vcloud</c>, or <c>vcenter</c> where there is a vCenter alone.</summary>
    public required string Kind { get; init; }

    /// <summary>Description for people.</summary>
    public required string Description { get; init; }

    /// <summary>Its organizations, in lab order.</summary>
    public required IReadOnlyList<string> Orgs { get; init; }

    /// <summary>How many machines it has.</summary>
    public required int Machines { get; init; }

    /// <summary>How many replications of machines come to it.</summary>
    public required int Incoming { get; init; }

    /// <summary>How many replications of machines leave it.</summary>
    public required int Outgoing { get; init; }

    /// <summary>Its links to the others.</summary>
    public required IReadOnlyList<CloudLinkReport> Links { get; init; }

    internal static CloudReport Of(World world, CloudSite cloud)
    {
        IReadOnlyList<VmReplication> replications = world.Cloud.ReplicationsAt(cloud.Id);
        return new()
        {
            Id = cloud.Id,
            Site = cloud.Site,
            Kind = cloud.Kind == CloudSiteKind.Vcloud ? "vcloud" : "vcenter",
            Description = cloud.Description,
            Orgs = cloud.Orgs,
            Machines = world.Cloud.Machines.Count(m => m.Site == cloud.Id),
            Incoming = replications.Count(r => r.Destination.Site == cloud.Id),
            Outgoing = replications.Count(r => r.Source.Site == cloud.Id),
            Links = [.. world.Cloud.Sites.Where(s => s.Id != cloud.Id).Select(s => CloudLinkReport.Of(world, cloud.Id, s.Id))],
        };
    }
}

/// <summary>The link of a cloud to another.</summary>
/// <param name="To">The other cloud.</param>
/// <param name="Up">Whether data and control messages pass.</param>
public sealed record CloudLinkReport(string To, bool Up)
{
    internal static CloudLinkReport Of(World world, string from, string to) => new(to, world.FindLink(from, to) is not { Up: false });
}

/// <summary>All clouds in lab order.</summary>
public sealed record CloudList(IReadOnlyList<CloudReport> Clouds);
