namespace VasaSim.Vmodl.Sms;

/// <summary>A span of time and a number of replicas.</summary>
[DataObject(Since = "6.5")]
public sealed partial class ReplicaQueryIntervalParam : DataObject
{
    /// <summary>Inclusive.</summary>
    public DateTimeOffset? FromDate { get; init; }

    /// <summary>Exclusive.</summary>
    public DateTimeOffset? ToDate { get; init; }

    public int? Number { get; init; }
}
