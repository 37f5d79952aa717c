namespace VasaSim.Vmodl.Vim;

/// <summary>A baseline of processor features for a cluster.</summary>
[DataObject(Since = "4.0")]
public sealed partial class EVCMode : ElementDescription
{
    [Property(Since = "4.1")]
    public IReadOnlyList<HostCpuIdInfo>? GuaranteedCPUFeatures { get; init; }

    [Property(Since = "5.1")]
    public IReadOnlyList<HostFeatureCapability>? FeatureCapability { get; init; }

    [Property(Since = "5.1")]
    public IReadOnlyList<HostFeatureMask>? FeatureMask { get; init; }

    [Property(Since = "5.1")]
    public IReadOnlyList<VirtualMachineFeatureRequirement>? FeatureRequirement { get; init; }

    public required string Vendor { get; init; }

    [Property(Since = "4.1")]
    public required IReadOnlyList<string> Track { get; init; }

    public required int VendorTier { get; init; }
}
