using VasaSim.Core;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Sms.Translation;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Faces.Sms;

/// <summary>What a task has come to.</summary>
internal static class TaskHandlers
{
    // Callers before this version do not know the state `queued`.
    private static readonly ApiVersion _queuedSince = ApiVersion.Parse("6.5");

    public static void Register(HandlerTable handlers) => handlers
        .On<QuerySmsTaskInfoRequest>(static (call, _, world) => Outcome.Result(Describe(world, Task(call, world), call.Version)))
        .On<QuerySmsTaskResultRequest>(static (call, _, world) => Outcome.Result(ResultOf(world, Task(call, world))));

    private static ReplicationTask Task(Call call, World world) => world.FindTask(call.Target.Value)!;

    private static SmsTaskInfo Describe(World world, ReplicationTask task, ApiVersion version)
    {
        ReplicationTaskState state = task.StateAt(world.Now);
        if (state == ReplicationTaskState.Queued && version < _queuedSince)
        {
            state = ReplicationTaskState.Running;
        }

        return new SmsTaskInfo
        {
            Key = task.Id,
            Task = SmsObjects.Task(task.Id),
            Object = SmsObjects.Provider(task.Provider),
            Error = state == ReplicationTaskState.Error ? task.Error!.ToLocalized() : null,
            Result = ResultOf(world, task),
            StartTime = state == ReplicationTaskState.Queued ? null : task.Started,
            CompletionTime = task.IsRunning ? null : task.Due,
            State = StateText(state),
            Progress = task.ProgressAt(world.Now),
        };
    }

    private static VmodlArray? ResultOf(World world, ReplicationTask task)
    {
        bool isTest = task.Operation is ReplicationOperation.TestStart or ReplicationOperation.TestStop;
        return task.StateAt(world.Now) == ReplicationTaskState.Success && !(isTest && world.Knobs.TestResultVoid)
            ? task.Outcomes.ToWire()
            : null;
    }

    private static string StateText(ReplicationTaskState state) => state switch
    {
        ReplicationTaskState.Queued => "queued",
        ReplicationTaskState.Running => "running",
        ReplicationTaskState.Success => "success",
        ReplicationTaskState.Error => "error",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
