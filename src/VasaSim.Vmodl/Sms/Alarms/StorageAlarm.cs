namespace VasaSim.Vmodl.Sms;

/// <summary>An alarm that a provider raised.</summary>
[DataObject(Since = "6.5")]
public sealed partial class StorageAlarm : DataObject
{
    /// <summary>Strictly increasing per provider.</summary>
    public required long AlarmId { get; init; }

    /// <summary>A text of <see cref="AlarmType"/>.</summary>
    public required string AlarmType { get; init; }

    public string? ContainerId { get; init; }

    /// <summary>Either this or <c>alarmObject</c> must be set.</summary>
    public string? ObjectId { get; init; }

    /// <summary>A text of <see cref="SmsEntityType"/>.</summary>
    public required string ObjectType { get; init; }

    /// <summary>A text of <see cref="SmsAlarmStatus"/>.</summary>
    public required string Status { get; init; }

    public required DateTimeOffset AlarmTimeStamp { get; init; }

    /// <summary>A key of the provider's message catalogue.</summary>
    public required string MessageId { get; init; }

    public IReadOnlyList<NameValuePair>? ParameterList { get; init; }

    /// <summary>Counts more than <c>objectId</c>.</summary>
    public object? AlarmObject { get; init; }
}
