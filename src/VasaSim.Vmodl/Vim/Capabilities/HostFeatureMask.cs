namespace VasaSim.Vmodl.Vim;

/// <summary>A mask for a feature of a host.</summary>
[DataObject(Since = "5.1")]
public sealed partial class HostFeatureMask : DataObject
{
    public required string Key { get; init; }

    public required string FeatureName { get; init; }

    public required string Value { get; init; }
}
