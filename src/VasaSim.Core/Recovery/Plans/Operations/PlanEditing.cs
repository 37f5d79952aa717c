using VasaSim.Core.Faults;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Operations;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Queries;

namespace VasaSim.Core.Recovery.Plans.Operations;

/// <summary>Makes, changes and deletes plans.</summary>
internal static class PlanEditing
{
    /// <summary>What stands against a plan that is to be made; null: nothing.</summary>
    public static Fault? Check(World world, CreatePlanCommand command)
    {
        if (new[] { command.ProtectedSite, command.RecoverySite }.FirstOrDefault(id => world.Sites.All(s => s.Id != id)) is { } stranger)
        {
            return new ProtectionNotFound(ProtectionThing.Site, stranger);
        }

        if (command.ProtectedSite == command.RecoverySite)
        {
            return new InvalidArgument("protectedSite");
        }

        return command.Folder != DrFolder.PlanRoot && world.Recovery.FindFolder(command.Folder)?.Root != DrFolder.PlanRoot
            ? new ProtectionNotFound(ProtectionThing.Folder, command.Folder)
            : Name(world, command.Name, null) ?? Groups(world, command.Groups);
    }

    /// <summary>What stands against a change of a plan, but for its state; null: nothing.</summary>
    public static Fault? Check(World world, RecoveryPlan plan, PlanCommand command) => command switch
    {
        ReconfigurePlanCommand change => Check(world, plan, change),
        MachineRecoveryCommand machine => MachineRecoveryEditing.Check(world, plan, machine),
        EditCalloutCommand edit => Callout(plan, edit.Callout.Id),
        RemoveCalloutCommand remove => Callout(plan, remove.Id),
        _ => null,
    };

    /// <summary>Does what a task is for.</summary>
    /// <returns>The fault when it cannot be done any more; null when it is done.</returns>
    public static Fault? Do(World world, RecoveryPlanTask task)
    {
        if (task.Pending is CreatePlanCommand create)
        {
            if (Check(world, create) is { } unmade)
            {
                return unmade;
            }

            world.Put(Made(world, task.Plan, create));
            return null;
        }

        if (world.Recovery.FindPlan(task.Plan) is not { } plan)
        {
            return new ProtectionNotFound(ProtectionThing.Plan, task.Plan);
        }

        if (Check(world, plan, task.Pending!) is { } fault)
        {
            return fault;
        }

        if (task.Pending is DeletePlanCommand)
        {
            world.Remove(plan);
        }
        else
        {
            bool together = ReplicatedPair.AreConnected(world, plan.Groups);
            world.Put(Changed(world, plan, task.Pending!) with { ChangedApart = together ? [] : [.. plan.ChangedApart.Union([task.Site])] });
        }

        return null;
    }

    private static RecoveryPlan Made(World world, string id, CreatePlanCommand command) => new()
    {
        Id = id,
        Ordinal = Protecting.NextNumber(world),
        Name = command.Name,
        Description = command.Description,
        Folder = command.Folder,
        ProtectedSite = command.ProtectedSite,
        RecoverySite = command.RecoverySite,
        Groups = [.. command.Groups.Distinct()],
        TestNetworks = command.TestNetworks,
    };

    private static RecoveryPlan Changed(World world, RecoveryPlan plan, PlanCommand command) => command switch
    {
        ReconfigurePlanCommand change => Changed(plan, change),
        MachineRecoveryCommand { Settings: var settings } => MachineRecoveryEditing.Changed(world, plan, settings),
        AddCalloutCommand add => plan with { Callouts = With(plan.Callouts, add.Callout with { Id = Protecting.NextId(world, "callout").Id }, add.Next) },
        EditCalloutCommand { Callout: var callout } => Changed(plan, callout.Id, c => callout with { Run = c.Run, Before = c.Before }),
        RemoveCalloutCommand { Id: var id } => Changed(plan, id, _ => null),
        _ => plan,
    };

    private static PlanCallout[] With(IReadOnlyList<PlanCallout> callouts, PlanCallout added, string? next)
    {
        int before = callouts.TakeWhile(c => c.Id != next).Count();
        return [.. callouts.Take(before), added, .. callouts.Skip(before)];
    }

    // A machine whose callouts change has other settings then.
    private static RecoveryPlan Changed(RecoveryPlan plan, string callout, Func<PlanCallout, PlanCallout?> change)
    {
        return plan with
        {
            Callouts = Each(plan.Callouts),
            Machines =
            [
                .. plan.Machines.Select(m => m.Callouts.Any(c => c.Id == callout)
                    ? m with { Before = Each(m.Before), After = Each(m.After), Version = m.Version + 1 }
                    : m),
            ],
        };

        PlanCallout[] Each(IReadOnlyList<PlanCallout> callouts) => [.. callouts.Select(c => c.Id == callout ? change(c) : c).OfType<PlanCallout>()];
    }

    private static RecoveryPlan Changed(RecoveryPlan plan, ReconfigurePlanCommand change)
    {
        bool turned = change.ProtectedSite == plan.RecoverySite;
        return plan with
        {
            Name = change.Name ?? plan.Name,
            Description = change.Description ?? plan.Description,
            ProtectedSite = turned ? plan.RecoverySite : plan.ProtectedSite,
            RecoverySite = turned ? plan.ProtectedSite : plan.RecoverySite,
            Groups = change.Groups is { } groups ? [.. groups.Distinct()] : plan.Groups,
            TestNetworks = change.TestNetworks ?? plan.TestNetworks,
            Suspended = change.Suspended ?? plan.Suspended,
        };
    }

    private static Fault? Check(World world, RecoveryPlan plan, ReconfigurePlanCommand change)
    {
        IReadOnlyList<string> groups = change.Groups ?? plan.Groups;
        bool wrongSite = change.ProtectedSite is { } site
            && (site != plan.ProtectedSite && (site != plan.RecoverySite || groups.Count > 0));
        return wrongSite
            ? new InvalidArgument("protectedSite")
            : (change.Name is { } name ? Name(world, name, plan.Id) : null)
                ?? Groups(world, change.Groups ?? [])
                ?? (change.Suspended?.FirstOrDefault(m => world.FindVirtualMachine(m)?.Site != plan.RecoverySite) is { } machine
                    ? new ProtectionNotFound(ProtectionThing.Machine, machine)
                    : null);
    }

    private static Fault? Callout(RecoveryPlan plan, string id) =>
        plan.Callouts.Concat(plan.Machines.SelectMany(m => m.Callouts)).Any(c => c.Id == id) ? null : new ProtectionNotFound(ProtectionThing.Callout, id);

    private static Fault? Name(World world, string name, string? except) =>
        world.Recovery.Plans.Any(p => p.Name == name && p.Id != except) ? new NameInUse(name) : null;

    private static Fault? Groups(World world, IReadOnlyList<string> groups) =>
        groups.FirstOrDefault(g => world.Recovery.FindGroup(g) is null) is { } stranger ? new ProtectionNotFound(ProtectionThing.Group, stranger) : null;
}
