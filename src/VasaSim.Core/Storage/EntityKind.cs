namespace VasaSim.Core.Storage;

/// <summary>The kinds of entities. Stores keep the number: never renumber, never reuse.</summary>
public enum EntityKind
{
    /// <summary><see cref="Model.WorldInfo"/>, one per world.</summary>
    World = 1,

    /// <summary><see cref="Time.ClockState"/>, one per world.</summary>
    Clock = 2,

    /// <summary><see cref="Model.Counters"/>, one per world.</summary>
    Counters = 3,

    /// <summary><see cref="Model.Site"/>.</summary>
    Site = 10,

    /// <summary><see cref="Model.Host"/>.</summary>
    Host = 11,

    /// <summary><see cref="Model.Datastore"/>.</summary>
    Datastore = 12,

    /// <summary><see cref="Model.VirtualMachine"/>.</summary>
    VirtualMachine = 13,

    /// <summary><see cref="Model.StorageArray"/>.</summary>
    StorageArray = 14,

    /// <summary><see cref="Model.StorageLun"/>.</summary>
    StorageLun = 15,

    /// <summary><see cref="Model.StorageContainer"/>.</summary>
    StorageContainer = 18,

    /// <summary><see cref="Model.Provider"/>.</summary>
    Provider = 20,

    /// <summary><see cref="Model.FaultDomain"/>.</summary>
    FaultDomain = 21,

    /// <summary><see cref="Model.Link"/>.</summary>
    Link = 22,

    /// <summary><see cref="Model.ProviderEndpoint"/>.</summary>
    ProviderEndpoint = 23,

    /// <summary><see cref="Model.StorageAlarm"/>.</summary>
    StorageAlarm = 24,

    /// <summary><see cref="Model.ReplicationGroup"/>.</summary>
    ReplicationGroup = 30,

    /// <summary><see cref="Model.PointInTimeReplica"/>.</summary>
    PointInTimeReplica = 31,

    /// <summary><see cref="Tasks.ReplicationTask"/>.</summary>
    Task = 40,

    /// <summary><see cref="Tasks.ProviderTask"/>.</summary>
    ProviderTask = 41,

    /// <summary><see cref="Cloud.Operations.CloudTask"/>.</summary>
    CloudTask = 42,

    /// <summary><see cref="Recovery.Operations.ProtectionTask"/>.</summary>
    ProtectionTask = 43,

    /// <summary><see cref="Cloud.Model.CloudSite"/>.</summary>
    CloudSite = 50,

    /// <summary><see cref="Cloud.Model.CloudVdc"/>.</summary>
    CloudVdc = 51,

    /// <summary><see cref="Cloud.Model.CloudVapp"/>.</summary>
    CloudVapp = 52,

    /// <summary><see cref="Cloud.Model.CloudMachine"/>.</summary>
    CloudMachine = 53,

    /// <summary><see cref="Cloud.Model.SlaProfile"/>.</summary>
    SlaProfile = 54,

    /// <summary><see cref="Cloud.Model.ReplicationPolicy"/>.</summary>
    ReplicationPolicy = 55,

    /// <summary><see cref="Cloud.Model.VmReplication"/>.</summary>
    VmReplication = 60,

    /// <summary><see cref="Cloud.Model.VappReplication"/>.</summary>
    VappReplication = 61,

    /// <summary><see cref="Recovery.Model.InventoryMapping"/>.</summary>
    InventoryMapping = 70,

    /// <summary><see cref="Recovery.Model.PlaceholderDatastore"/>.</summary>
    PlaceholderDatastore = 71,

    /// <summary><see cref="Recovery.Model.DrFolder"/>.</summary>
    DrFolder = 72,

    /// <summary><see cref="Recovery.Model.ProtectionGroup"/>.</summary>
    ProtectionGroup = 73,

    /// <summary><see cref="Recovery.Model.MachineProtection"/>.</summary>
    MachineProtection = 74,
}
