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

    private static ServiceTask Task(VmodlCall call, World world) =>
        TaskControl.Asked(world, TaskQueries.FindKnown(world, call.Target.Value)!);

    private static SmsTaskInfo Describe(World world, ServiceTask task, ApiVersion version)
    {
        ServiceTaskState state = task.StateAt(world.Now);
        if (state == ServiceTaskState.Queued && version < _queuedSince)
        {
            state = ServiceTaskState.Running;
        }

        return new SmsTaskInfo
        {
            Key = task.Id,
            Task = SmsObjects.Task(task.Id),
            Object = ObjectOf(task),
            Error = state == ServiceTaskState.Error ? task.Error!.ToLocalized() : null,
            Result = ResultOf(world, task),
            StartTime = state == ServiceTaskState.Queued ? null : task.Started,
            CompletionTime = task.IsRunning ? null : task.Due,
            State = state.ToWire(),
            Progress = task.ProgressAt(world.Now),
        };
    }

    private static ManagedObjectReference ObjectOf(ServiceTask task) =>
        ((task as ReplicationTask)?.Provider ?? (task as ProviderTask)?.ProviderCalled) is { } provider
            ? SmsObjects.Provider(provider)
            : SmsObjects.StorageManager;

    private static object? ResultOf(World world, ServiceTask task) => task switch
    {
        _ when task.StateAt(world.Now) != ServiceTaskState.Success => null,
        ReplicationTask { Operation: ReplicationOperation.TestStart or ReplicationOperation.TestStop } when world.Knobs.TestResultVoid => null,
        ReplicationTask replication => replication.Outcomes.ToWire(),
        ProviderTask { Registered: { } provider } => SmsObjects.Provider(provider),
        _ => null,
    };
}
