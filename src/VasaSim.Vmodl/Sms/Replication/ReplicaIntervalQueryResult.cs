namespace VasaSim.Vmodl.Sms;

/// <summary>How many replicas lie in an interval.</summary>
[DataObject(Since = "6.5")]
public sealed partial class ReplicaIntervalQueryResult : DataObject
{
    /// <summary>Inclusive.</summary>
    public required DateTimeOffset FromDate { get; init; }

    /// <summary>Exclusive.</summary>
    public required DateTimeOffset ToDate { get; init; }

    public required int Number { get; init; }
}
