using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Queries;
using VasaSim.Core.Replication;

namespace VasaSim.Core.Recovery.Plans.Runs;

/// <summary>What a step that replicates does to machines that have a replication each: a task each, as the replication service of clouds has them.</summary>
internal static class SingleStep
{
    /// <summary>Starts the tasks of a step.</summary>
    /// <returns>The step with the tasks that it waits for, or with what was answered instead.</returns>
    public static PlanStep Begin(World world, PlanRun run, PlanStep step, ReplicationOperation operation)
    {
        PlanStep begun = step;
        foreach (ProtectionGroup group in run.Groups.Select(world.Recovery.FindGroup).OfType<ProtectionGroup>())
        {
            foreach (VmReplication replication in group.Members.Machines.Select(m => HbrReplication.Of(world, group, m)).OfType<VmReplication>())
            {
                if (OperationFor(operation, replication.State) is { } wanted)
                {
                    begun = Start(world, run, begun, wanted, replication);
                }
            }
        }

        return begun;
    }

    /// <summary>The step with what a task of it came to.</summary>
    public static PlanStep Told(PlanStep step, CloudTask task) => step with
    {
        Errors = task.Error is { } error ? [.. step.Errors, new(task.Replication, error)] : step.Errors,
        Warnings = [.. step.Warnings, .. task.Warnings.Select(w => new StepProblem(task.Replication, w))],
    };

    private static PlanStep Start(World world, PlanRun run, PlanStep step, CloudOperation operation, VmReplication replication)
    {
        Result<CloudTask> result = CloudTasks.Start(world, new CloudCall
        {
            Operation = operation,
            Replication = replication.Id,
            Command = operation is CloudOperation.FailoverTest or CloudOperation.Failover ? new RecoverCommand { PowerOn = true } : new PlainCommand(),
            User = run.User,
            Site = replication.Destination.Site,
        });
        if (!result.TryGet(out CloudTask? task, out Fault? fault))
        {
            return step with { Status = StepStatus.Running, Errors = [.. step.Errors, new(replication.Id, fault)] };
        }

        PlanStep called = step with { Status = StepStatus.Running, Tasks = [.. step.Tasks, task.Id] };
        return task.IsRunning ? called : Told(called, task);
    }

    // Nothing where an earlier run did it; nothing prepares such a replication.
    private static CloudOperation? OperationFor(ReplicationOperation operation, ReplicationState state) => (operation, state) switch
    {
        (ReplicationOperation.Sync, ReplicationState.Target) => CloudOperation.Sync,
        (ReplicationOperation.TestStart, ReplicationState.Target) => CloudOperation.FailoverTest,
        (ReplicationOperation.TestStop, ReplicationState.InTest) => CloudOperation.FailoverTestCleanup,
        (ReplicationOperation.Failover, not ReplicationState.FailedOver) => CloudOperation.Failover,
        (ReplicationOperation.Reverse, ReplicationState.FailedOver) => CloudOperation.Reverse,
        _ => null,
    };
}
