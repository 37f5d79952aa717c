namespace VasaSim.Vmodl.Sms;

/// <summary>A LUN that an array offers.</summary>
[DataObject(Since = "2.0")]
public sealed partial class StorageLun : DataObject
{
    /// <summary>What some methods call <c>scsi3Id</c>.</summary>
    public required string Uuid { get; init; }

    /// <summary>The name that ESX shows.</summary>
    public required string VSphereLunIdentifier { get; init; }

    public required string VendorDisplayName { get; init; }

    public required long CapacityInMB { get; init; }

    public required long UsedSpaceInMB { get; init; }

    public required bool LunThinProvisioned { get; init; }

    public IReadOnlyList<string>? AlternateIdentifier { get; init; }

    public required bool DrsManagementPermitted { get; init; }

    /// <summary>A text of <see cref="Sms.ThinProvisioningStatus"/>.</summary>
    public required string ThinProvisioningStatus { get; init; }

    [Property(Since = "5.0")]
    public BackingConfig? BackingConfig { get; init; }
}
