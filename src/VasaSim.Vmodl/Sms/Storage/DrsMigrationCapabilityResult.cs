namespace VasaSim.Vmodl.Sms;

/// <summary>Which moves between datastores are good for performance. Deprecated since 5.0.</summary>
[DataObject(Since = "3.0")]
public sealed partial class DrsMigrationCapabilityResult : DataObject
{
    public IReadOnlyList<DatastorePair>? RecommendedDatastorePair { get; init; }

    public IReadOnlyList<DatastorePair>? NonRecommendedDatastorePair { get; init; }
}
