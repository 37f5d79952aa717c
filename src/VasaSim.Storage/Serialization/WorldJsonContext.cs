using System.Text.Json.Serialization;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Operations;
using VasaSim.Core.Tasks;
using VasaSim.Core.Time;

namespace VasaSim.Storage.Serialization;

/// <summary>
/// The stored form of every entity. A null is left out; any other value is written even when it is the default of its
/// type, because leaving it out would not bring it back: a member may start as something else (<c>Link.Up</c> starts
/// as true), and the generated readers give a missing member the default of its type, not the one it starts as
/// (dotnet/runtime#84484).
/// </summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(WorldInfo))]
[JsonSerializable(typeof(ClockState))]
[JsonSerializable(typeof(Counters))]
[JsonSerializable(typeof(Site))]
[JsonSerializable(typeof(Host))]
[JsonSerializable(typeof(Datastore))]
[JsonSerializable(typeof(VirtualMachine))]
[JsonSerializable(typeof(StorageArray))]
[JsonSerializable(typeof(StorageLun))]
[JsonSerializable(typeof(StorageContainer))]
[JsonSerializable(typeof(Provider))]
[JsonSerializable(typeof(ProviderEndpoint))]
[JsonSerializable(typeof(ProviderTask))]
[JsonSerializable(typeof(StorageAlarm))]
[JsonSerializable(typeof(FaultDomain))]
[JsonSerializable(typeof(Link))]
[JsonSerializable(typeof(ReplicationGroup))]
[JsonSerializable(typeof(PointInTimeReplica))]
[JsonSerializable(typeof(ReplicationTask))]
[JsonSerializable(typeof(CloudTask))]
[JsonSerializable(typeof(ProtectionTask))]
[JsonSerializable(typeof(CloudSite))]
[JsonSerializable(typeof(CloudVdc))]
[JsonSerializable(typeof(CloudVapp))]
[JsonSerializable(typeof(CloudMachine))]
[JsonSerializable(typeof(SlaProfile))]
[JsonSerializable(typeof(ReplicationPolicy))]
[JsonSerializable(typeof(VmReplication))]
[JsonSerializable(typeof(VappReplication))]
[JsonSerializable(typeof(InventoryMapping))]
[JsonSerializable(typeof(PlaceholderDatastore))]
[JsonSerializable(typeof(DrFolder))]
[JsonSerializable(typeof(ProtectionGroup))]
[JsonSerializable(typeof(MachineProtection))]
internal sealed partial class WorldJsonContext : JsonSerializerContext;
