using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Queries;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Recovery.Plans.Runs;

/// <summary>
/// What a step that replicates makes the arrays do: the same calls that clients of the Storage Monitoring Service make, one
/// for each provider and at most as many groups in each as it takes.
/// </summary>
internal static class StorageStep
{
    /// <summary>The operation of a step; null: it is none that replicates.</summary>
    public static ReplicationOperation? OperationOf(RunKind run, StepKind step) => step switch
    {
        StepKind.PresyncStorage or StepKind.SyncStorage or StepKind.FinalizeStorage => ReplicationOperation.Sync,
        StepKind.PrepareProtectedStorage => ReplicationOperation.PrepareFailover,
        StepKind.PrepareStorage => run == RunKind.Test ? ReplicationOperation.TestStart : ReplicationOperation.Failover,
        StepKind.RestoreStorage => ReplicationOperation.TestStop,
        StepKind.ReverseReplication => ReplicationOperation.Reverse,
        _ => null,
    };

    /// <summary>The method that does an operation.</summary>
    public static string MethodOf(ReplicationOperation operation) => operation switch
    {
        ReplicationOperation.Sync => "SyncReplicationGroup_Task",
        ReplicationOperation.PrepareFailover => "PrepareFailoverReplicationGroup_Task",
        ReplicationOperation.TestStart => "TestFailoverReplicationGroupStart_Task",
        ReplicationOperation.TestStop => "TestFailoverReplicationGroupStop_Task",
        ReplicationOperation.Failover => "FailoverReplicationGroup_Task",
        ReplicationOperation.Reverse => "ReverseReplicateGroup_Task",
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    /// <summary>Makes the calls of a step.</summary>
    /// <returns>The step with the tasks that it waits for, or with what the calls were answered; already done where there is nothing to call for.</returns>
    public static PlanStep Begin(World world, RecoveryPlan plan, PlanRun run, PlanStep step, ReplicationOperation operation)
    {
        IReadOnlyList<ReplicatedPair> all = ReplicatedPair.Of(world, run.Groups);
        ReplicatedPair[] pairs = [.. all.Where(p => Needs(operation, p))];
        if (pairs.Length == 0)
        {
            return all.Count == 0 ? step : step with { Status = StepStatus.AlreadyDone };
        }

        PlanStep begun = step;
        foreach (IGrouping<string?, ReplicatedPair> called in pairs.GroupBy(p => ProviderDirectory.ActiveFor(world, IdIn(operation, p).FaultDomain)?.Id))
        {
            if (called.Key is not { } id || world.FindProvider(id) is not { } provider)
            {
                begun = Failed(begun, called.Select(p => IdIn(operation, p)), new ProviderNotFound());
                continue;
            }

            foreach (ReplicatedPair[] batch in called.Chunk(LimitOf(provider, MethodOf(operation))))
            {
                begun = Call(world, plan, run, begun, operation, provider, batch);
            }
        }

        return begun;
    }

    /// <summary>The step with what a task of it came to.</summary>
    public static PlanStep Told(PlanStep step, ReplicationTask task)
    {
        if (task.Error is { } error)
        {
            step = Failed(step, task.Groups, error);
        }

        foreach (GroupOutcome outcome in task.Outcomes.OfType<GroupOutcome>())
        {
            string group = outcome.Group.ToString();
            step = step with
            {
                Errors = outcome is GroupFailed failed ? [.. step.Errors, new(group, failed.Error)] : step.Errors,
                Warnings = [.. step.Warnings, .. outcome.Warnings.Select(w => new StepProblem(group, w))],
            };
        }

        return step;
    }

    private static PlanStep Call(
        World world, RecoveryPlan plan, PlanRun run, PlanStep step, ReplicationOperation operation, Provider provider, ReplicatedPair[] pairs)
    {
        GroupId[] groups = [.. pairs.Select(p => IdIn(operation, p))];
        MadeCall call = new() { Provider = provider.Id, Method = MethodOf(operation), Groups = groups, User = run.User, Time = world.Now };
        Result<ReplicationTask> result = Start(world, ref call, new ReplicationCommand
        {
            Operation = operation,
            Method = call.Method,
            Provider = provider.Id,
            Groups = [.. groups.Select(g => new GroupSelection(g))],
            ReplicaName = operation == ReplicationOperation.Sync ? plan.Name : null,
            IsPlanned = run.Kind == RunKind.Test ? run.Options.SyncData : run.Options.Planned,
            Force = run.Options.Forced && provider.ForceSupported,
            Policies = operation is ReplicationOperation.TestStart or ReplicationOperation.Failover ? PoliciesOf(world, plan, pairs) : [],
        });
        world.Note(call with { Task = result.Fault is null ? result.Value.Id : null, Fault = result.Fault });
        if (!result.TryGet(out ReplicationTask? task, out Fault? fault))
        {
            return Failed(step, groups, fault);
        }

        PlanStep called = step with { Tasks = [.. step.Tasks, task.Id] };
        return task.IsRunning ? called : Told(called, task);
    }

    private static Result<ReplicationTask> Start(World world, ref MadeCall call, ReplicationCommand command)
    {
        CallRuling? ruling = world.CallRules?.RuleOn(world, call);
        world.TaskOrder = ruling?.Order;
        Result<ReplicationTask> result = ruling?.Answer is { } answer ? answer : ReplicationTasks.Start(world, command);
        world.TaskOrder = null;
        ruling?.End(world, result.Fault is null);
        call = call with { Ruling = ruling };
        return result;
    }

    private static PlanStep Failed(PlanStep step, IEnumerable<GroupId> groups, Fault fault) =>
        step with { Errors = [.. step.Errors, .. groups.Select(g => new StepProblem(g.ToString(), fault))] };

    private static GroupId IdIn(ReplicationOperation operation, ReplicatedPair pair) =>
        operation == ReplicationOperation.PrepareFailover ? pair.Source.Id : pair.Target.Id;

    // What an earlier run did, or cannot be done where another ended, is not asked for again.
    private static bool Needs(ReplicationOperation operation, ReplicatedPair pair) => !pair.Reversed && operation switch
    {
        ReplicationOperation.Sync => pair.Target.State == ReplicationState.Target,
        ReplicationOperation.PrepareFailover => pair.Source.State == ReplicationState.Source && pair.Target.State != ReplicationState.FailedOver,
        ReplicationOperation.TestStop => pair.Target.State == ReplicationState.InTest,
        ReplicationOperation.TestStart => pair.Target.State != ReplicationState.InTest,
        ReplicationOperation.Failover => pair.Target.State != ReplicationState.FailedOver,
        _ => true,
    };

    private static int LimitOf(Provider provider, string method)
    {
        long declared = provider.MaxBatchSize.Declared ?? int.MaxValue;
        return (int)Math.Clamp(Math.Min(declared, ProviderGate.BatchLimit(provider, method) ?? int.MaxValue), 1, int.MaxValue);
    }

    // The policies that the mappings have for those of the machines.
    private static IReadOnlyList<PolicyForDevice> PoliciesOf(World world, RecoveryPlan plan, ReplicatedPair[] pairs)
    {
        Dictionary<string, string> mapped = new(StringComparer.Ordinal);
        foreach (PlanMachine machine in PlanMachine.Of(world, plan))
        {
            if (machine.Member.Machine?.StoragePolicy is { } policy
                && world.Recovery.FindMapping(MappingKind.StoragePolicy, policy, plan.RecoverySite)?.Target is { } target)
            {
                mapped.TryAdd(machine.Member.Name, target);
            }
        }

        return
        [
            .. pairs.SelectMany(p => p.Target.Members)
                .Where(m => m.Vm is not null && mapped.ContainsKey(m.Vm))
                .Select(m => new PolicyForDevice(m.Source, mapped[m.Vm!], m.Datastore)),
        ];
    }
}
