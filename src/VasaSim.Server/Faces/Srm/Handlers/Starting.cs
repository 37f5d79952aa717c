using VasaSim.Core;
using VasaSim.Core.Faults;
using VasaSim.Core.Recovery.Operations;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Srm.Translation;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>Starts tasks for calls.</summary>
internal static class Starting
{
    /// <summary>Starts the one task of a call, at the site that answers unless another is said.</summary>
    public static Outcome One(
        SrmCall call, World world, ProtectionOperation operation, string? about, string? machine = null, ProtectionCommand? command = null, string? site = null) =>
        Many(call, world, operation, about, tasks => call.Entity(tasks[0], world), machine, command, site);

    /// <summary>Starts the tasks of a call, of which there may be none.</summary>
    public static Outcome Many(
        SrmCall call,
        World world,
        ProtectionOperation operation,
        string? about,
        Func<IReadOnlyList<TaskInfo>, Outcome> answer,
        string? machine = null,
        ProtectionCommand? command = null,
        string? site = null)
    {
        Result<IReadOnlyList<ProtectionTask>> started = ProtectionTasks.Start(world, new ProtectionCall
        {
            Operation = operation,
            Group = about,
            Machine = machine,
            Command = command ?? new PlainProtectionCommand(),
            User = call.Caller.User.Name,
            Site = site ?? call.Scope.Here.Name,
        });
        return started.TryGet(out IReadOnlyList<ProtectionTask>? tasks, out Fault? fault)
            ? answer([.. tasks.Select(t => t.ToWire(world, call.Ids))])
            : Outcome.Failed(fault.ToFailure(call.Path.Values));
    }

    /// <summary>Starts the task of a call about a recovery plan, or of one that makes a plan.</summary>
    public static Outcome Plan(SrmCall call, World world, RecoveryPlan? plan, PlanCommand command)
    {
        Result<RecoveryPlanTask> started = PlanTasks.Start(world, new PlanCall
        {
            Plan = plan?.Id,
            Command = command,
            User = call.Caller.User.Name,
            Site = call.Scope.Here.Name,
        });
        return started.TryGet(out RecoveryPlanTask? task, out Fault? fault)
            ? call.Entity(task.ToWire(world, call.Ids), world)
            : Outcome.Failed(fault.ToFailure(call.Path.Values));
    }
}
