namespace VasaSim.Vmodl.Vim;

/// <summary>A feature that a virtual machine needs.</summary>
[DataObject(Since = "5.1")]
public sealed partial class VirtualMachineFeatureRequirement : DataObject
{
    public required string Key { get; init; }

    public required string FeatureName { get; init; }

    public required string Value { get; init; }
}
