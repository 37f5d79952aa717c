namespace VasaSim.Vmodl.Sms;

/// <summary>
/// The state of a task. <c>error</c> also stands for a cancelled task; <c>queued</c> exists since 6.5.
/// </summary>
[VmodlEnum(Since = "1.0")]
public enum SmsTaskState
{
    [EnumText("queued")]
    Queued,

    [EnumText("running")]
    Running,

    [EnumText("success")]
    Success,

    [EnumText("error")]
    Error,
}
