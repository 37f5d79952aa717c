namespace VasaSim.Vmodl.Vim;

/// <summary>A feature of a host and its value.</summary>
[DataObject(Since = "5.1")]
public sealed partial class HostFeatureCapability : DataObject
{
    public required string Key { get; init; }

    public required string FeatureName { get; init; }

    public required string Value { get; init; }
}
