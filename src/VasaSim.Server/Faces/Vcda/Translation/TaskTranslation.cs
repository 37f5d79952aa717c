using VasaSim.Core;
using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Tasks;
using VasaSim.Server.Faces.Vcda.Wire;

namespace VasaSim.Server.Faces.Vcda.Translation;

/// <summary>Says tasks in the API's words.</summary>
internal static class TaskTranslation
{
    private const long NotYet = -1;

    /// <summary>The task as it is now.</summary>
    public static TaskInfo ToWire(this CloudTask task, World world, ReplicationTranslation replications)
    {
        TaskState state = StateOf(task, world);
        TaskResult? result = state != TaskState.Succeeded || task.Result.Count == 0 ? null
            : task.OfVapp ? replications.Vapp(task.Result)
            : replications.Single(task.Result[0]);
        return new TaskInfo
        {
            Id = task.Id,
            User = task.User,
            WorkflowInfo = new WorkflowInfo(WorkflowOf(task.Operation), ResourceTypeOf(task), task.Replication, task.ResourceName),
            Progress = task.PercentAt(world.Now),
            State = state,
            LastUpdated = (task.Ended ?? world.Now).ToWire(),
            StartTime = task.Created.ToWire(),
            EndTime = task.Ended?.ToWire() ?? NotYet,
            ResultType = result?.GetType().Name,
            Result = result,
            Error = task.Error?.ToError(world.Knobs.Cloud),
            Warnings = [.. task.Warnings.Select(w => w.ToError(world.Knobs.Cloud))],
            Site = task.Site,
        };
    }

    /// <summary>How a task is.</summary>
    public static TaskState StateOf(CloudTask task, World world) => task.StateAt(world.Now) switch
    {
        ServiceTaskState.Queued => TaskState.Queued,
        ServiceTaskState.Running => TaskState.Running,
        ServiceTaskState.Success => TaskState.Succeeded,
        _ => TaskState.Failed,
    };

    /// <summary>What a task works on, in the API's words.</summary>
    public static string ResourceTypeOf(CloudTask task) => task.OfVapp ? "vappReplication" : "vmReplication";

    private static string WorkflowOf(CloudOperation operation) => operation switch
    {
        CloudOperation.Start => "start",
        CloudOperation.Reconfigure => "reconfigure",
        CloudOperation.Stop => "stop",
        CloudOperation.Sync => "sync",
        CloudOperation.Pause => "pause",
        CloudOperation.Resume => "resume",
        CloudOperation.Failover => "failover",
        CloudOperation.FailoverTest => "failoverTest",
        CloudOperation.FailoverTestCleanup => "failoverTestCleanup",
        CloudOperation.Migrate => "migrate",
        CloudOperation.Reverse => "reverse",
        CloudOperation.ChangeStorageProfile => "changeStorageProfile",
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };
}
