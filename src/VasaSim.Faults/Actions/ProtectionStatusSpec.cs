using VasaSim.Faults.Rules;

namespace VasaSim.Faults.Actions;

/// <summary>What a call is told of the protection of machines.</summary>
public sealed record ProtectionStatusSpec
{
    /// <summary>All statuses that there are.</summary>
    public static IReadOnlyList<string> Statuses { get; } =
    [
        "LOADING", "CONFIGURING_PROTECTION", "REMOVING_PROTECTION", "RESTORING_PLACEHOLDER", "INVALID", "MISSING_UNPROTECTED_VM",
        "NOT_CONFIGURED", "MISSING_MAPPING", "MAPPING_CONFLICT", "PLACEHOLDER_CREATION_ERROR", "PLACEHOLDER_VM_DELETED",
        "DEVICE_NOT_FOUND", "ABR_CONFIGURATION_ERROR", "VVOL_CONFIGURATION_ERROR", "REPLICATION_ERROR",
        "VVOL_CONFIGURATION_WARNING", "REPLICATION_WARNING", "OK",
    ];

    /// <summary>The status, one of <see cref="Statuses"/>.</summary>
    public string Status { get; init; } = "";

    /// <summary>What there is to say about it.</summary>
    /// <value>Default: null, nothing.</value>
    public IReadOnlyList<string>? Errors { get; init; }

    /// <summary>The names or ids of the machines.</summary>
    /// <value>Default: null, all.</value>
    public IReadOnlyList<Glob>? Machines { get; init; }
}
