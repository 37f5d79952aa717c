namespace VasaSim.Vmodl.Sms;

/// <summary>What a LUN or file system is backed by.</summary>
[DataObject(Since = "5.0")]
public sealed partial class BackingConfig : DataObject
{
    public string? ThinProvisionBackingIdentifier { get; init; }

    public string? DeduplicationBackingIdentifier { get; init; }

    public bool? AutoTieringEnabled { get; init; }

    /// <summary>0 to 100.</summary>
    public long? DeduplicationEfficiency { get; init; }

    /// <summary>In seconds; 0 means continuously.</summary>
    public long? PerformanceOptimizationInterval { get; init; }
}
