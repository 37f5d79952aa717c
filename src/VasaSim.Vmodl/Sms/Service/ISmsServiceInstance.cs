namespace VasaSim.Vmodl.Sms;

/// <summary>The root of the Storage Monitoring Service; clients reach everything else from here.</summary>
[ManagedObject("SmsServiceInstance", Since = "1.0")]
public interface ISmsServiceInstance
{
    /// <summary>Returns the storage manager.</summary>
    [Method("QueryStorageManager", Since = "2.0", Privilege = Privileges.StorageViewsView)]
    [return: RefersTo("SmsStorageManager")]
    ManagedObjectReference QueryStorageManager();

    /// <summary>Returns the session manager. Needs no session.</summary>
    [Method("QuerySessionManager", Since = "5.0", Privilege = Privileges.SystemAnonymous)]
    [return: RefersTo("SmsSessionManager")]
    ManagedObjectReference QuerySessionManager();

    /// <summary>Returns what the service says about itself.</summary>
    [Method("QueryAboutInfo", Since = "2.0", Privilege = Privileges.StorageViewsView)]
    SmsAboutInfo QueryAboutInfo();
}
