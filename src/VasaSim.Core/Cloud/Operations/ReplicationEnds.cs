using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Faults;

namespace VasaSim.Core.Cloud.Operations;

/// <summary>Finds the places that calls name.</summary>
internal static class ReplicationEnds
{
    // Whatever profile: the default one of the virtual data center.
    private const string AnyProfile = "*";

    /// <summary>Where a machine is.</summary>
    /// <param name="world">The world.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="vappName">On-premises the name of the vApp to import into.</param>
    public static ReplicationEnd Source(World world, CloudMachine machine, string? vappName)
    {
        if (machine.Vapp is null || world.Cloud.FindVapp(machine.Vapp) is not { } vapp)
        {
            return new ReplicationEnd { Site = machine.Site, VappName = vappName };
        }

        CloudVdc? vdc = world.Cloud.FindVdc(vapp.Vdc);
        return new ReplicationEnd { Site = machine.Site, Org = vdc?.Org, Vdc = vdc?.Id, Vapp = vapp.Id, VappName = vapp.Name };
    }

    /// <summary>The place that a call asks for, with the organization and the storage profile that it has.</summary>
    public static Result<ReplicationEnd> Destination(World world, ReplicationEnd asked)
    {
        if (world.Cloud.FindSite(asked.Site) is not { } site)
        {
            return new CloudNotFound(CloudThing.Site, asked.Site);
        }

        if (site.Kind == CloudSiteKind.Vcenter)
        {
            return new ReplicationEnd { Site = site.Id };
        }

        if (asked.Vdc is null)
        {
            return new InvalidArgument("destination.vdc");
        }

        if (world.Cloud.FindVdc(asked.Vdc) is not { } vdc || vdc.Site != site.Id)
        {
            return new CloudNotFound(CloudThing.Vdc, asked.Vdc);
        }

        return StorageProfile(vdc, asked.StorageProfile).TryGet(out string? profile, out Fault? fault)
            ? asked with { Org = vdc.Org, StorageProfile = profile, Vapp = null, VappName = null }
            : fault;
    }

    /// <summary>The storage profile of a virtual data center that a call asks for; the default one when it does not matter.</summary>
    public static Result<string> StorageProfile(CloudVdc vdc, string? asked) => asked switch
    {
        null or AnyProfile => vdc.StorageProfiles[0].Id,
        _ when vdc.StorageProfiles.Any(p => p.Id == asked) => asked,
        _ => new CloudNotFound(CloudThing.StorageProfile, asked),
    };

    /// <summary>Whether replications can belong to somebody: an organization of a site, or whoever runs it (<c>System</c>).</summary>
    public static Fault? CheckOwner(World world, string owner)
    {
        int at = owner.LastIndexOf('@');
        bool known = at > 0
            && world.Cloud.FindSite(owner[(at + 1)..]) is { } site
            && site.Orgs.Append("System").Contains(owner[..at], StringComparer.Ordinal);
        return known ? null : new InvalidArgument("owner");
    }
}
