using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>A task, its state and its outcome.</summary>
[DataObject(Since = "2.0")]
public sealed partial class SmsTaskInfo : DataObject
{
    /// <summary>The task's managed object id.</summary>
    public required string Key { get; init; }

    [RefersTo("SmsTask")]
    public required ManagedObjectReference Task { get; init; }

    /// <summary>The object that the task works on.</summary>
    public ManagedObjectReference? Object { get; init; }

    /// <summary>Why the task failed; set only in state <c>error</c>.</summary>
    public LocalizedMethodFault? Error { get; init; }

    /// <summary>What the task produced; set only in state <c>success</c>, and not by tasks without a result.</summary>
    public object? Result { get; init; }

    /// <summary>Unset while the task is queued.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>Set at success and at error.</summary>
    public DateTimeOffset? CompletionTime { get; init; }

    /// <summary>A text of <see cref="SmsTaskState"/>.</summary>
    public required string State { get; init; }

    /// <summary>0 to 100 while the task runs; unset when not reported.</summary>
    public int? Progress { get; init; }
}
