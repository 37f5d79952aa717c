using VasaSim.Core.Cloud.Model;

namespace VasaSim.Core.Lab;

/// <summary>A cloud site of the lab: a cloud with its organizations, or a vCenter alone with its machines.</summary>
public sealed record CloudDefinition
{
    /// <summary>Name, such as <c>cloud-a</c>; no fault domain has it.</summary>
    public required string Id { get; init; }

    /// <summary>The site of the world whose vCenter it is over.</summary>
    public required string Site { get; init; }

    /// <summary>Whether there is a cloud, or a vCenter alone.</summary>
    public CloudSiteKind Kind { get; init; } = CloudSiteKind.Vcloud;

    /// <summary>Description for people.</summary>
    public string Description { get; init; } = "";

    /// <summary>The organizations; none where there is no cloud.</summary>
    public IReadOnlyList<OrgDefinition> Orgs { get; init; } = [];

    /// <summary>The machines of a vCenter alone; none where there is a cloud.</summary>
    public IReadOnlyList<CloudVmDefinition> Vms { get; init; } = [];
}
