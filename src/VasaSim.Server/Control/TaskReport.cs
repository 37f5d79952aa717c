using VasaSim.Core;
using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Faults;
using VasaSim.Core.Recovery.Operations;
using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Core.Tasks;
using VasaSim.Server.Faces.Sms.Translation;
using VasaSim.Server.Faces.Vcda.Translation;
using VasaSim.Server.Faces.Vcda.Wire;

namespace VasaSim.Server.Control;

/// <summary>A task of the service. Times are simulated.</summary>
public sealed record TaskReport
{
    /// <summary>Managed object id, such as <c>smsTask-7</c>; for tasks of clouds and of recovery a UUID.</summary>
    public required string Id { get; init; }

    /// <summary>Wire name of the method that started it; for tasks of clouds and of recovery a name such as <c>cloud.sync</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>The managed object id of the provider it is about; null where it is about none, or about one that is not registered yet.</summary>
    public required string? Provider { get; init; }

    /// <summary>The groups of the call in its order, such as <c>fd-b1/rg-01-t</c>; none for tasks of providers, the replication for those of clouds, what those of recovery are about.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary><c>queued</c>, <c>running</c>, <c>success</c> or <c>error</c>.</summary>
    public required string State { get; init; }

    /// <summary>How much is done, 1 to 99 percent; null when it does not run or has hardly begun.</summary>
    public required int? Progress { get; init; }

    /// <summary>When the call was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it begins, or began, to run.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it ends, or ended; null while it does not end by itself.</summary>
    public required DateTimeOffset? Due { get; init; }

    /// <summary>Whether it is stopped now.</summary>
    public required bool Held { get; init; }

    /// <summary>It ends when clients have asked for it this many times more; null: it does not wait for that.</summary>
    public required int? Polls { get; init; }

    /// <summary>Whether clients are told that there is no such task.</summary>
    public required bool Forgotten { get; init; }

    /// <summary>What it failed with as a whole, or null.</summary>
    public required FaultReport? Error { get; init; }

    internal static TaskReport Of(World world, ServiceTask task) => new()
    {
        Id = task.Id,
        Operation = task switch
        {
            CloudTask cloud => NameOf(cloud.Operation),
            ProtectionTask protection => NameOf(protection.Operation),
            RecoveryPlanTask plan => NameOf(plan.Operation),
            _ => task.ToMethod(),
        },
        Provider = task switch
        {
            ReplicationTask replication => replication.Provider,
            ProviderTask provider => provider.Provider ?? provider.Registered,
            _ => null,
        },
        Groups = task switch
        {
            ReplicationTask replication => [.. replication.Groups.Select(g => g.ToString())],
            CloudTask cloud => [cloud.Replication],
            ProtectionTask protection => [protection.Group],
            RecoveryPlanTask plan => [plan.Plan],
            _ => [],
        },
        State = task.StateAt(world.Now).ToWire(),
        Progress = task.ProgressAt(world.Now),
        Created = task.Created,
        Started = task.Started,
        Due = task.Due < TaskPace.Never ? task.Due : null,
        Held = task.IsRunning && task.Pace.IsHeldAt(world.Now),
        Polls = task.IsRunning ? task.Polls : null,
        Forgotten = task.Forgotten,
        Error = FaultReport.Of(world, task),
    };

    private static string NameOf(ProtectionOperation operation) => operation switch
    {
        ProtectionOperation.CreateGroup => "recovery.createGroup",
        ProtectionOperation.ReconfigureGroup => "recovery.reconfigureGroup",
        ProtectionOperation.DeleteGroup => "recovery.deleteGroup",
        ProtectionOperation.Configure => "recovery.configureProtection",
        ProtectionOperation.RemoveProtection => "recovery.removeProtection",
        ProtectionOperation.RemoveFromGroup => "recovery.removeFromGroup",
        ProtectionOperation.RestorePlaceholders => "recovery.restorePlaceholder",
        ProtectionOperation.CreateFolder => "recovery.createFolder",
        ProtectionOperation.RenameFolder => "recovery.renameFolder",
        ProtectionOperation.MoveItem => "recovery.moveItem",
        ProtectionOperation.DeleteFolder => "recovery.deleteFolder",
        ProtectionOperation.AddPlaceholderDatastores => "recovery.addPlaceholderDatastores",
        ProtectionOperation.RemovePlaceholderDatastore => "recovery.removePlaceholderDatastore",
        ProtectionOperation.FindPlaceholderDatastores => "recovery.findPlaceholderDatastores",
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    private static string NameOf(PlanOperation operation) => operation switch
    {
        PlanOperation.Create => "recovery.createPlan",
        PlanOperation.Reconfigure => "recovery.reconfigurePlan",
        PlanOperation.Delete => "recovery.deletePlan",
        PlanOperation.FindReports => "recovery.findReports",
        PlanOperation.Test => "recovery.test",
        PlanOperation.Cleanup => "recovery.cleanup",
        PlanOperation.Recover => "recovery.recovery",
        PlanOperation.Reprotect => "recovery.reprotect",
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    private static string NameOf(CloudOperation operation) => operation switch
    {
        CloudOperation.Start => "cloud.start",
        CloudOperation.Reconfigure => "cloud.reconfigure",
        CloudOperation.Stop => "cloud.stop",
        CloudOperation.Sync => "cloud.sync",
        CloudOperation.Pause => "cloud.pause",
        CloudOperation.Resume => "cloud.resume",
        CloudOperation.Failover => "cloud.failover",
        CloudOperation.FailoverTest => "cloud.failoverTest",
        CloudOperation.FailoverTestCleanup => "cloud.failoverTestCleanup",
        CloudOperation.Migrate => "cloud.migrate",
        CloudOperation.Reverse => "cloud.reverse",
        CloudOperation.ChangeStorageProfile => "cloud.changeStorageProfile",
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };
}

/// <summary>A fault.</summary>
/// <param name="Type">The wire name of its type; the code of the error of a task of clouds, for a fault that only recovery has, its own name.</param>
/// <param name="Message">Its text for people.</param>
public sealed record FaultReport(string Type, string Message)
{
    internal static FaultReport? Of(World world, ServiceTask task) => task.Error switch
    {
        null => null,
        { } error when task is CloudTask => Of(error.ToError(world.Knobs.Cloud)),
        ProtectionFault fault => new FaultReport(fault.GetType().Name, fault.ToText()),
        { } fault => new FaultReport(fault.ToWire().TypeInfo.Name, fault.ToText()),
    };

    private static FaultReport Of(ApiError error) => new(error.Code, error.Msg);
}

/// <summary>All tasks in the order of starting.</summary>
public sealed record TaskList(IReadOnlyList<TaskReport> Tasks);
