namespace VasaSim.Vmodl.Sms;

/// <summary>Which alarms to return. Members that are not set do not restrict.</summary>
[DataObject(Since = "6.5")]
public sealed partial class AlarmFilter : DataObject
{
    /// <summary>A text of <see cref="SmsAlarmStatus"/>.</summary>
    public string? AlarmStatus { get; init; }

    /// <summary>A text of <see cref="AlarmType"/>.</summary>
    public string? AlarmType { get; init; }

    /// <summary>A text of <see cref="SmsEntityType"/>; needed with <c>entityId</c>.</summary>
    public string? EntityType { get; init; }

    /// <summary>All of the one type that <c>entityType</c> names.</summary>
    public IReadOnlyList<object>? EntityId { get; init; }

    /// <summary>Opaque; unset in the first call.</summary>
    public string? PageMarker { get; init; }
}
