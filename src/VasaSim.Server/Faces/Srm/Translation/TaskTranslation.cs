using System.Text.Json;
using VasaSim.Core;
using VasaSim.Core.Faults;
using VasaSim.Core.Recovery;
using VasaSim.Core.Recovery.Operations;
using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Core.Tasks;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Translation;

/// <summary>Says tasks in the API's words.</summary>
internal static class TaskTranslation
{
    /// <summary>The task as it is now.</summary>
    public static TaskInfo ToWire(this RecoveryTask task, World world, DrIds ids)
    {
        ServiceTaskState state = task.StateAt(world.Now);
        TaskSubject subject = task switch
        {
            ProtectionTask protection => ProtectionTaskSubject.Of(protection, world, ids),
            RecoveryPlanTask plan => PlanTaskSubject.Of(plan, world, ids),
            _ => throw new ArgumentOutOfRangeException(nameof(task)),
        };
        return new TaskInfo
        {
            Id = ids.Task(task.Id, task.Site),
            Description = $"{char.ToUpperInvariant(subject.Word[0])}{subject.Word[1..]}",
            DescriptionId = $"dr.task.{subject.Operation}",
            Entity = subject.Entity,
            EntityName = subject.EntityName,
            Status = state switch
            {
                ServiceTaskState.Queued => TaskStatusWord.Queued,
                ServiceTaskState.Running => TaskStatusWord.Running,
                ServiceTaskState.Success => TaskStatusWord.Success,
                _ => task.Error is RunCancelled ? TaskStatusWord.Cancelled : TaskStatusWord.Error,
            },
            Error = task.Error is { } error ? ErrorOf(error) : null,
            Result = state == ServiceTaskState.Success ? subject.Result : null,
            Progress = !task.IsRunning ? 100 : task.PercentAt(world.Now),
            QueuedTime = task.Created.ToUnixTimeMilliseconds(),
            StartTime = state == ServiceTaskState.Queued ? null : task.Started.ToUnixTimeMilliseconds(),
            CompleteTime = task.Ended?.ToUnixTimeMilliseconds(),
        };
    }

    private static TaskError ErrorOf(Fault error)
    {
        // One in the words of another API comes from a task that a run waited for.
        if (error is ForeignFault asked && asked.Type.StartsWith(SrmFault.Prefix, StringComparison.Ordinal))
        {
            return JsonSerializer.Deserialize(asked.Json, SrmJson.Newest.TaskError)!;
        }

        SrmFailure failure = error.ToFailure();
        return new TaskError(failure.Message, failure.Code);
    }
}
