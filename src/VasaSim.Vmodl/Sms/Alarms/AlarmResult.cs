namespace VasaSim.Vmodl.Sms;

/// <summary>One page of alarms.</summary>
[DataObject(Since = "6.5")]
public sealed partial class AlarmResult : DataObject
{
    public IReadOnlyList<StorageAlarm>? StorageAlarm { get; init; }

    /// <summary>Unset on the last page.</summary>
    public string? PageMarker { get; init; }
}
