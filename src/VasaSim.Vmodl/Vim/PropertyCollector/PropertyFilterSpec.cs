namespace VasaSim.Vmodl.Vim;

/// <summary>Which properties of which objects to read.</summary>
[DataObject(Since = "1.0")]
public sealed partial class PropertyFilterSpec : DataObject
{
    public required IReadOnlyList<PropertySpec> PropSet { get; init; }

    public required IReadOnlyList<ObjectSpec> ObjectSet { get; init; }

    [Property(Since = "4.1")]
    public bool? ReportMissingObjectsInResults { get; init; }
}
