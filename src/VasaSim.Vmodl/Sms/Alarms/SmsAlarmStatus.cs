namespace VasaSim.Vmodl.Sms;

/// <summary>How severe an alarm is. Active alarms are red or yellow, never green.</summary>
[VmodlEnum(Since = "6.5")]
public enum SmsAlarmStatus
{
    Red,

    Green,

    Yellow,
}
