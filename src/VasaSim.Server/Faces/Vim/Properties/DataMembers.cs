using VasaSim.Vmodl;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Faces.Vim.Properties;

/// <summary>
/// Reads members of the data objects that properties hold, for paths such as <c>summary.name</c>. Which members a type
/// has, the contract says; the members that are never set here have no line and read as unset.
/// </summary>
internal static class DataMembers
{
    public static object? Read(DataObject data, string member) => data switch
    {
        ServiceContent content => Read(content, member),
        AboutInfo about => Read(about, member),
        Capability capability => Read(capability, member),
        UserSession session => Read(session, member),
        DatastoreSummary summary => Read(summary, member),
        PropertyFilterSpec spec => Read(spec, member),
        _ => null,
    };

    private static object? Read(ServiceContent content, string member) => member switch
    {
        "rootFolder" => content.RootFolder,
        "propertyCollector" => content.PropertyCollector,
        "viewManager" => content.ViewManager,
        "about" => content.About,
        "sessionManager" => content.SessionManager,
        "searchIndex" => content.SearchIndex,
        _ => null,
    };

    private static object? Read(AboutInfo about, string member) => member switch
    {
        "name" => about.Name,
        "fullName" => about.FullName,
        "vendor" => about.Vendor,
        "version" => about.Version,
        "patchLevel" => about.PatchLevel,
        "build" => about.Build,
        "localeVersion" => about.LocaleVersion,
        "localeBuild" => about.LocaleBuild,
        "osType" => about.OsType,
        "productLineId" => about.ProductLineId,
        "apiType" => about.ApiType,
        "apiVersion" => about.ApiVersion,
        "instanceUuid" => about.InstanceUuid,
        "licenseProductName" => about.LicenseProductName,
        "licenseProductVersion" => about.LicenseProductVersion,
        _ => null,
    };

    private static object? Read(Capability capability, string member) => member switch
    {
        "provisioningSupported" => capability.ProvisioningSupported,
        "multiHostSupported" => capability.MultiHostSupported,
        "userShellAccessSupported" => capability.UserShellAccessSupported,
        "networkBackupAndRestoreSupported" => capability.NetworkBackupAndRestoreSupported,
        "ftDrsWithoutEvcSupported" => capability.FtDrsWithoutEvcSupported,
        "hciWorkflowSupported" => capability.HciWorkflowSupported,
        "clusterPlacementSupported" => capability.ClusterPlacementSupported,
        "lifecycleManagementSupported" => capability.LifecycleManagementSupported,
        "hostSeedingSupported" => capability.HostSeedingSupported,
        "scalableSharesSupported" => capability.ScalableSharesSupported,
        "hadcsSupported" => capability.HadcsSupported,
        "configMgmtSupported" => capability.ConfigMgmtSupported,
        _ => null,
    };

    private static object? Read(UserSession session, string member) => member switch
    {
        "key" => session.Key,
        "userName" => session.UserName,
        "fullName" => session.FullName,
        "loginTime" => session.LoginTime,
        "lastActiveTime" => session.LastActiveTime,
        "locale" => session.Locale,
        "messageLocale" => session.MessageLocale,
        "extensionSession" => session.ExtensionSession,
        "ipAddress" => session.IpAddress,
        "userAgent" => session.UserAgent,
        "callCount" => session.CallCount,
        _ => null,
    };

    private static object? Read(DatastoreSummary summary, string member) => member switch
    {
        "datastore" => summary.Datastore,
        "name" => summary.Name,
        "url" => summary.Url,
        "capacity" => summary.Capacity,
        "freeSpace" => summary.FreeSpace,
        "accessible" => summary.Accessible,
        "multipleHostAccess" => summary.MultipleHostAccess,
        "type" => summary.Type,
        "maintenanceMode" => summary.MaintenanceMode,
        _ => null,
    };

    private static object? Read(PropertyFilterSpec spec, string member) => member switch
    {
        "propSet" => spec.PropSet,
        "objectSet" => spec.ObjectSet,
        "reportMissingObjectsInResults" => spec.ReportMissingObjectsInResults,
        _ => null,
    };
}
