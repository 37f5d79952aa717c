namespace VasaSim.Vmodl.Vim;

/// <summary>Changes since a version.</summary>
[DataObject(Since = "1.0")]
public sealed partial class UpdateSet : DataObject
{
    public required string Version { get; init; }

    public IReadOnlyList<PropertyFilterUpdate>? FilterSet { get; init; }

    /// <summary>Whether there is more to fetch.</summary>
    [Property(Since = "4.1")]
    public bool? Truncated { get; init; }
}
