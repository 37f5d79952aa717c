using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Queries;

namespace VasaSim.Core.Recovery.Plans.Runs;

/// <summary>The steps of a run, before it begins.</summary>
internal static class StepList
{
    private static readonly StepKind[] _priorities =
        [StepKind.RecoverPriority1, StepKind.RecoverPriority2, StepKind.RecoverPriority3, StepKind.RecoverPriority4, StepKind.RecoverPriority5];

    /// <summary>The kinds of a run's steps in their order.</summary>
    public static IReadOnlyList<StepKind> Kinds(RunKind run) => run switch
    {
        RunKind.Test =>
        [
            StepKind.PresyncStorage, StepKind.RestoreHosts, StepKind.SuspendMachines, StepKind.PrepareStorage, StepKind.ConfigureStorage,
            .. _priorities,
        ],
        RunKind.Recovery =>
        [
            StepKind.PresyncStorage, StepKind.ShutDownMachines, StepKind.ResumeMachines, StepKind.RestoreHosts, StepKind.PrepareProtectedStorage,
            StepKind.SyncStorage, StepKind.SuspendMachines, StepKind.PrepareStorage, StepKind.ConfigureStorage, .. _priorities,
        ],
        RunKind.Cleanup => [StepKind.PowerOffTestMachines, StepKind.ResumeMachines, StepKind.RestoreStorage],
        _ => [StepKind.ReverseReplication, StepKind.CreatePlaceholders, StepKind.FinalizeStorage],
    };

    /// <summary>The steps that a run of a plan would have now.</summary>
    public static IReadOnlyList<PlanStep> Of(World world, RecoveryPlan plan, RunKind run)
    {
        IReadOnlyList<PlanMachine> machines = PlanMachine.Of(world, plan);
        return
        [
            .. Kinds(run).SelectMany(k => Of(plan, run, k, machines)),
            .. CalloutsAt(plan, run, null),
        ];
    }

    private static IEnumerable<PlanStep> Of(RecoveryPlan plan, RunKind run, StepKind kind, IReadOnlyList<PlanMachine> machines)
    {
        int priority = Array.IndexOf(_priorities, kind) + 1;
        MachineRecovery[] recovered = priority == 0 ? [] : [.. machines.Select(m => plan.RecoveryOf(m.Id)).Where(m => m.Priority == priority)];
        string[] named = priority > 0 ? InOrder(recovered)
            : kind is StepKind.SuspendMachines or StepKind.ResumeMachines ? [.. plan.Suspended]
            : kind is StepKind.ShutDownMachines or StepKind.PowerOffTestMachines or StepKind.CreatePlaceholders ? [.. machines.Select(m => m.Id)]
            : [];
        return
        [
            .. CalloutsAt(plan, run, kind),
            .. recovered.SelectMany(m => m.Before).Select(Step),
            new PlanStep { Kind = kind, Machines = named },
            .. recovered.Where(m => m.PowerOn).SelectMany(m => m.After).Select(Step),
        ];
    }

    // A machine comes after those that it needs; what needs each other in a circle stays as it is.
    private static string[] InOrder(MachineRecovery[] machines)
    {
        List<string> order = [];
        List<MachineRecovery> left = [.. machines];
        while (left.Count > 0)
        {
            MachineRecovery next = left.FirstOrDefault(m => m.DependsOn.All(d => d == m.Machine || left.All(l => l.Machine != d))) ?? left[0];
            left.Remove(next);
            order.Add(next.Machine);
        }

        return [.. order];
    }

    private static IEnumerable<PlanStep> CalloutsAt(RecoveryPlan plan, RunKind run, StepKind? before) =>
        plan.Callouts.Where(c => c.Run == run && c.Before == before).Select(Step);

    private static PlanStep Step(PlanCallout callout) => new() { Kind = StepKind.Callout, Callout = callout };
}
