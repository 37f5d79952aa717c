namespace VasaSim.Vmodl.Vim;

/// <summary>A baseline of graphics features for a cluster.</summary>
[DataObject(Since = "7.0.1.0")]
public sealed partial class FeatureEVCMode : ElementDescription
{
    public IReadOnlyList<HostFeatureMask>? Mask { get; init; }

    public IReadOnlyList<HostFeatureCapability>? Capability { get; init; }

    public IReadOnlyList<VirtualMachineFeatureRequirement>? Requirement { get; init; }
}
