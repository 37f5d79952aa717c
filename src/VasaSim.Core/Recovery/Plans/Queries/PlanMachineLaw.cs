using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Queries;

namespace VasaSim.Core.Recovery.Plans.Queries;

/// <summary>How far a plan is with a machine: what its run, or its last one, did to what replicates it.</summary>
internal static class PlanMachineLaw
{
    /// <summary>The status.</summary>
    public static PlanMachineStatus Of(World world, RecoveryPlan plan, PlanMachine machine)
    {
        if (PlanStateLaw.Of(world, plan) == PlanState.UnknownState)
        {
            return PlanMachineStatus.Unknown;
        }

        if (plan.Run is not { LeftNoTrace: false } run || !run.Groups.Contains(machine.Group.Id))
        {
            return PlanMachineStatus.ReadyToRecover;
        }

        if (world.Tasks.WorkingOnPlan(plan.Id) is { IsRun: true, Begun: true })
        {
            return Pick(run.Kind, PlanMachineStatus.TestInProgress, PlanMachineStatus.CleanupInProgress,
                PlanMachineStatus.RecoveryInProgress, PlanMachineStatus.ReprotectInProgress);
        }

        HashSet<string> names = [machine.Group.Id, .. NamesOf(world, machine)];
        bool About(StepProblem problem) => problem.What is null || names.Contains(problem.What);
        if (run.Steps.SelectMany(s => s.Errors).Any(About))
        {
            return Pick(run.Kind, PlanMachineStatus.TestError, PlanMachineStatus.CleanupError, PlanMachineStatus.RecoveryError, PlanMachineStatus.ReprotectError);
        }

        bool warned = run.Steps.SelectMany(s => s.Warnings).Any(About);
        if (!IsDone(run, machine.Id))
        {
            return Pick(run.Kind, PlanMachineStatus.TestIncomplete, PlanMachineStatus.CleanupIncomplete,
                PlanMachineStatus.RecoveryIncomplete, PlanMachineStatus.ReprotectIncomplete);
        }

        return Pick(
            run.Kind,
            warned ? PlanMachineStatus.TestWarning : PlanMachineStatus.TestSucceeded,
            PlanMachineStatus.ReadyToRecover,
            warned ? PlanMachineStatus.RecoveryWarning : PlanMachineStatus.RecoverySucceeded,
            PlanMachineStatus.ReadyToRecover);
    }

    private static PlanMachineStatus Pick(
        RunKind run, PlanMachineStatus test, PlanMachineStatus cleanup, PlanMachineStatus recovery, PlanMachineStatus reprotect) => run switch
        {
            RunKind.Test => test,
            RunKind.Cleanup => cleanup,
            RunKind.Recovery => recovery,
            _ => reprotect,
        };

    // A test or recovery is done with a machine at the end of the step of its priority; the others with all at their end.
    private static bool IsDone(PlanRun run, string machine) => run.Kind is RunKind.Test or RunKind.Recovery
        ? run.Steps.Any(s => s.Kind is >= StepKind.RecoverPriority1 and <= StepKind.RecoverPriority5
            && s.Status is StepStatus.Success or StepStatus.Warning && s.Machines.Contains(machine))
        : run.Ended is not null;

    private static IEnumerable<string> NamesOf(World world, PlanMachine machine) => HbrReplication.Of(world, machine.Group, machine.Id) is { } own ? [own.Id] : ReplicatedPair.Of(world, machine.Group)
        .Where(p => p.Source.Members.Concat(p.Target.Members).Any(m => m.Vm == machine.Member.Name))
        .SelectMany(p => new[] { p.Source.Id.ToString(), p.Target.Id.ToString() });
}
