using VasaSim.Core.Model;

namespace VasaSim.Core.Alarms;

/// <summary>Something that is wrong with an entity. Two are the same when a provider would not raise another alarm.</summary>
public sealed record AlarmCondition
{
    /// <summary>What sort of trouble it is.</summary>
    public required AlarmType Type { get; init; }

    /// <summary>How bad it is.</summary>
    public required AlarmSeverity Severity { get; init; }

    /// <summary>What sort of entity it is about.</summary>
    public required AlarmEntity Entity { get; init; }

    /// <summary>The entity's id; for a group that of its device group.</summary>
    public required string EntityId { get; init; }

    /// <summary>The group, if the entity is one.</summary>
    public GroupId? Group { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The key of its text in the provider's message catalogue.</summary>
    public required string Message { get; init; }

    /// <summary>The percentage that the text has, if it has one.</summary>
    public int? Percent { get; init; }

    /// <summary>Whether a lab put it there: it is then no consequence of anything, and stays.</summary>
    public bool IsFixed { get; init; }

    /// <summary>What tells it from others: the same trouble of the same entity, as bad as before, is the same alarm.</summary>
    internal (AlarmType, AlarmSeverity, AlarmEntity, string, GroupId?, DateTimeOffset) Identity => (Type, Severity, Entity, EntityId, Group, Since);
}

/// <summary>What sort of trouble an alarm is about.</summary>
public enum AlarmType
{
    /// <summary>Space runs out.</summary>
    SpaceCapacity,

    /// <summary>A capability is not there.</summary>
    Capability,

    /// <summary>A storage object has trouble.</summary>
    StorageObject,

    /// <summary>Any object has trouble.</summary>
    Object,

    /// <summary>A policy is not complied with.</summary>
    Compliance,

    /// <summary>Something cannot be managed.</summary>
    Manageability,

    /// <summary>Replication does not work as it should.</summary>
    Replication,

    /// <summary>A certificate runs out.</summary>
    Certificate,
}

/// <summary>How bad it is.</summary>
public enum AlarmSeverity
{
    /// <summary>Not any more.</summary>
    Green,

    /// <summary>A warning.</summary>
    Yellow,

    /// <summary>An error.</summary>
    Red,
}

/// <summary>What sort of entity an alarm is about.</summary>
public enum AlarmEntity
{
    /// <summary>An array.</summary>
    StorageArray,

    /// <summary>A processor.</summary>
    StorageProcessor,

    /// <summary>A port.</summary>
    StoragePort,

    /// <summary>A LUN.</summary>
    StorageLun,

    /// <summary>A file system.</summary>
    StorageFileSystem,

    /// <summary>A capability.</summary>
    StorageCapability,

    /// <summary>The schema of capabilities.</summary>
    CapabilitySchema,

    /// <summary>A profile of capabilities.</summary>
    CapabilityProfile,

    /// <summary>A default profile.</summary>
    DefaultProfile,

    /// <summary>An association of resources.</summary>
    ResourceAssociation,

    /// <summary>A storage container.</summary>
    StorageContainer,

    /// <summary>A storage object.</summary>
    StorageObject,

    /// <summary>A catalogue of messages.</summary>
    MessageCatalog,

    /// <summary>A protocol endpoint.</summary>
    ProtocolEndpoint,

    /// <summary>A virtual volume.</summary>
    VirtualVolumeInfo,

    /// <summary>A pool.</summary>
    BackingStoragePool,

    /// <summary>A fault domain.</summary>
    FaultDomain,

    /// <summary>A replication group.</summary>
    ReplicationGroup,
}
