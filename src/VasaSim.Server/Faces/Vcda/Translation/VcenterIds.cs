using VasaSim.Core;

namespace VasaSim.Server.Faces.Vcda.Translation;

/// <summary>The UUIDs of the vCenters behind cloud sites, which follow from the seed.</summary>
internal static class VcenterIds
{
    /// <summary>The instance UUID of a site's vCenter.</summary>
    public static string InstanceOf(World world, string cloudSite) => InstanceIds.Of(world, $"vcenter|{cloudSite}");

    /// <summary>The UUID under which the cloud knows it.</summary>
    public static string ServerOf(World world, string cloudSite) => InstanceIds.Of(world, $"vim-server|{cloudSite}");
}
