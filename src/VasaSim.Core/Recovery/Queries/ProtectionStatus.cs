namespace VasaSim.Core.Recovery.Queries;

/// <summary>How it is with the protection of a machine. The names are those of the Site Recovery Manager.</summary>
public enum ProtectionStatus
{
    /// <summary>The group is being read.</summary>
    Loading,

    /// <summary>A task configures the machine.</summary>
    ConfiguringProtection,

    /// <summary>A task takes the machine's protection away.</summary>
    RemovingProtection,

    /// <summary>A task makes the machine's placeholder anew.</summary>
    RestoringPlaceholder,

    /// <summary>The protected machine is gone, or nothing replicates it any more.</summary>
    Invalid,

    /// <summary>A machine that is not protected is gone, yet its provider still has it.</summary>
    MissingUnprotectedVm,

    /// <summary>The machine is not protected.</summary>
    NotConfigured,

    /// <summary>Nobody said where something that the machine is in or uses goes.</summary>
    MissingMapping,

    /// <summary>Its folder and its resource pool would be in different datacenters.</summary>
    MappingConflict,

    /// <summary>No placeholder could be made.</summary>
    PlaceholderCreationError,

    /// <summary>Somebody deleted the placeholder.</summary>
    PlaceholderVmDeleted,

    /// <summary>A disk is on no replicated storage.</summary>
    DeviceNotFound,

    /// <summary>Its datastore is not in the group, or its arrays cannot be reached.</summary>
    AbrConfigurationError,

    /// <summary>Something is wrong with its replication groups.</summary>
    VvolConfigurationError,

    /// <summary>Something is wrong with its replication.</summary>
    ReplicationError,

    /// <summary>Something is less than wanted with its replication groups.</summary>
    VvolConfigurationWarning,

    /// <summary>Something is less than wanted with its replication.</summary>
    ReplicationWarning,

    /// <summary>All is well.</summary>
    Ok,
}

/// <summary>A status with what there is to say about it.</summary>
/// <param name="Status">The status.</param>
/// <param name="Errors">What is wrong, in words; null: nothing to say.</param>
public sealed record ProtectionStatusDetails(ProtectionStatus Status, IReadOnlyList<string>? Errors = null);
