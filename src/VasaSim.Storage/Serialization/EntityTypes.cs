using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using VasaSim.Core.Model;
using VasaSim.Core.Storage;
using VasaSim.Core.Tasks;
using VasaSim.Core.Time;

namespace VasaSim.Storage.Serialization;

/// <summary>
/// Which type stands behind a kind. To store a new kind of entity, add it here and to
/// <see cref="WorldJsonContext"/>; a test fails until both are done.
/// </summary>
internal static class EntityTypes
{
    private static readonly FrozenDictionary<EntityKind, JsonTypeInfo> Writing = new Dictionary<EntityKind, JsonTypeInfo>
    {
        [EntityKind.World] = WorldJsonContext.Default.WorldInfo,
        [EntityKind.Clock] = WorldJsonContext.Default.ClockState,
        [EntityKind.Counters] = WorldJsonContext.Default.Counters,
        [EntityKind.Site] = WorldJsonContext.Default.Site,
        [EntityKind.Host] = WorldJsonContext.Default.Host,
        [EntityKind.Datastore] = WorldJsonContext.Default.Datastore,
        [EntityKind.VirtualMachine] = WorldJsonContext.Default.VirtualMachine,
        [EntityKind.StorageArray] = WorldJsonContext.Default.StorageArray,
        [EntityKind.StorageLun] = WorldJsonContext.Default.StorageLun,
        [EntityKind.StorageContainer] = WorldJsonContext.Default.StorageContainer,
        [EntityKind.Provider] = WorldJsonContext.Default.Provider,
        [EntityKind.ProviderEndpoint] = WorldJsonContext.Default.ProviderEndpoint,
        [EntityKind.StorageAlarm] = WorldJsonContext.Default.StorageAlarm,
        [EntityKind.FaultDomain] = WorldJsonContext.Default.FaultDomain,
        [EntityKind.Link] = WorldJsonContext.Default.Link,
        [EntityKind.ReplicationGroup] = WorldJsonContext.Default.ReplicationGroup,
        [EntityKind.PointInTimeReplica] = WorldJsonContext.Default.PointInTimeReplica,
        [EntityKind.Task] = WorldJsonContext.Default.ReplicationTask,
        [EntityKind.ProviderTask] = WorldJsonContext.Default.ProviderTask,
        [EntityKind.CloudTask] = WorldJsonContext.Default.CloudTask,
        [EntityKind.ProtectionTask] = WorldJsonContext.Default.ProtectionTask,
        [EntityKind.CloudSite] = WorldJsonContext.Default.CloudSite,
        [EntityKind.CloudVdc] = WorldJsonContext.Default.CloudVdc,
        [EntityKind.CloudVapp] = WorldJsonContext.Default.CloudVapp,
        [EntityKind.CloudMachine] = WorldJsonContext.Default.CloudMachine,
        [EntityKind.SlaProfile] = WorldJsonContext.Default.SlaProfile,
        [EntityKind.ReplicationPolicy] = WorldJsonContext.Default.ReplicationPolicy,
        [EntityKind.VmReplication] = WorldJsonContext.Default.VmReplication,
        [EntityKind.VappReplication] = WorldJsonContext.Default.VappReplication,
        [EntityKind.InventoryMapping] = WorldJsonContext.Default.InventoryMapping,
        [EntityKind.PlaceholderDatastore] = WorldJsonContext.Default.PlaceholderDatastore,
        [EntityKind.DrFolder] = WorldJsonContext.Default.DrFolder,
        [EntityKind.ProtectionGroup] = WorldJsonContext.Default.ProtectionGroup,
        [EntityKind.MachineProtection] = WorldJsonContext.Default.MachineProtection,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<EntityKind, JsonTypeInfo> Reading = StrictReading();

    /// <summary>Every kind that can be stored, and its type.</summary>
    public static IEnumerable<KeyValuePair<EntityKind, Type>> All =>
        Writing.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Type));

    /// <summary>How a kind is written.</summary>
    public static JsonTypeInfo ForWriting(EntityKind kind) => Writing[kind];

    /// <summary>How a kind is read; null for a kind that this version does not know.</summary>
    public static JsonTypeInfo? ForReading(EntityKind kind) => Reading.GetValueOrDefault(kind);

    // Reads with options of its own: a changed contract costs the writers their generated fast path.
    private static FrozenDictionary<EntityKind, JsonTypeInfo> StrictReading()
    {
        var options = new JsonSerializerOptions(WorldJsonContext.Default.Options)
        {
            TypeInfoResolver = WorldJsonContext.Default.WithAddedModifier(RequireWhatIsAlwaysWritten),
        };
        options.MakeReadOnly();
        return Writing.ToFrozenDictionary(pair => pair.Key, pair => options.GetTypeInfo(pair.Value.Type));
    }

    // What cannot be null is always written, so where it is missing the body is damaged or older than the member.
    // Said aloud, because the generated reader would quietly make up a null list or a link that is down. What can be
    // null is left out when it is, even where the type says "required".
    private static void RequireWhatIsAlwaysWritten(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        foreach (JsonPropertyInfo property in type.Properties)
        {
            bool nullable = property.PropertyType.IsValueType
                ? Nullable.GetUnderlyingType(property.PropertyType) is not null
                : property.IsSetNullable;
            if (property.Set is not null)
                property.IsRequired = !nullable;
        }
    }
}
