using VasaSim.Core;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Faces.Vim.Access;

/// <summary>What the simulated vCenter says of itself.</summary>
internal static class AboutServer
{
    // The build of vCenter Server 8.0 Update 3.
    private const string Build = "24022515";

    /// <summary>The managers. Only what is simulated is named, since clients ask what they are told of.</summary>
    public static ServiceContent Content(World world) => new()
    {
        RootFolder = VimReferences.RootFolder,
        PropertyCollector = VimReferences.PropertyCollector,
        ViewManager = VimReferences.ViewManager,
        About = About(world),
        SessionManager = VimReferences.SessionManager,
        SearchIndex = VimReferences.SearchIndex,
    };

    public static Capability Capability { get; } = new()
    {
        ProvisioningSupported = true,
        MultiHostSupported = true,
        UserShellAccessSupported = false,
        NetworkBackupAndRestoreSupported = false,
        FtDrsWithoutEvcSupported = false,
        HciWorkflowSupported = false,
        ClusterPlacementSupported = false,
        LifecycleManagementSupported = false,
        HostSeedingSupported = false,
        ScalableSharesSupported = false,
        HadcsSupported = false,
        ConfigMgmtSupported = false,
    };

    private static AboutInfo About(World world)
    {
        string api = world.Knobs.ApiVersion;
        string version = ProductVersion(api);
        return new AboutInfo
        {
            Name = "VMware vCenter Server",
            FullName = $"VMware vCenter Server {version} build-{Build}",
            Vendor = "VMware, Inc.",
            Version = version,
            PatchLevel = "00000",
            Build = Build,
            LocaleVersion = "INTL",
            LocaleBuild = "000",
            OsType = "linux-x64",
            ProductLineId = "vpx",
            ApiType = "VirtualCenter",
            ApiVersion = api,
            InstanceUuid = InstanceIds.Of(world, "vim"),
            LicenseProductName = "VMware VirtualCenter Server",
            LicenseProductVersion = version[..version.LastIndexOf('.')],
        };
    }

    // The product's version is the API's without its last part: 8.0.3 serves 8.0.3.0.
    private static string ProductVersion(string api)
    {
        string[] parts = api.Split('.');
        return string.Join('.', parts.Concat(["0", "0"]).Take(3));
    }
}
