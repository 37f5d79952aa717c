using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.Sms;

/// <summary>References to the service's objects, and to the inventory's that it speaks of.</summary>
internal static class SmsObjects
{
    /// <summary>The reference that clients begin with; its id is fixed.</summary>
    public static ManagedObjectReference ServiceInstance { get; } = new("SmsServiceInstance", "ServiceInstance");

    /// <summary>The object that knows the providers.</summary>
    public static ManagedObjectReference StorageManager { get; } = new("SmsStorageManager", "storageManager");

    /// <summary>An empty handle: it has no methods.</summary>
    public static ManagedObjectReference SessionManager { get; } = new("SmsSessionManager", "SessionManager");

    public static ManagedObjectReference Provider(string id) => new("VasaProvider", id);

    public static ManagedObjectReference Task(string id) => new("SmsTask", id);

    public static ManagedObjectReference Host(string id) => new("HostSystem", id);

    public static ManagedObjectReference Datastore(string id) => new("Datastore", id);
}
