namespace VasaSim.Vmodl.Sms;

/// <summary>A running or finished operation of the service.</summary>
[ManagedObject("SmsTask", Since = "2.0")]
public interface ISmsTask
{
    /// <summary>Returns the result of a task that succeeded, otherwise nothing.</summary>
    [Method("QuerySmsTaskResult", Since = "2.0", Privilege = Privileges.StorageViewsView)]
    object? QuerySmsTaskResult();

    /// <summary>Returns the task's state and outcome.</summary>
    [Method("QuerySmsTaskInfo", Since = "2.0", Privilege = Privileges.StorageViewsView)]
    SmsTaskInfo QuerySmsTaskInfo();
}
