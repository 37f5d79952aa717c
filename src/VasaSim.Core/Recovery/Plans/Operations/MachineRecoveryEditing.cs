using VasaSim.Core.Faults;
using VasaSim.Core.Recovery.Operations;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Queries;

namespace VasaSim.Core.Recovery.Plans.Operations;

/// <summary>Changes how plans recover machines.</summary>
internal static class MachineRecoveryEditing
{
    /// <summary>What stands against a change, but for the plan's state; null: nothing.</summary>
    public static Fault? Check(World world, RecoveryPlan plan, MachineRecoveryCommand command)
    {
        MachineRecovery settings = command.Settings;
        if (PlanMachine.Of(world, plan).All(m => m.Id != settings.Machine))
        {
            return new ProtectionNotFound(ProtectionThing.Machine, settings.Machine);
        }

        MachineRecovery now = plan.RecoveryOf(settings.Machine);
        string? callout = settings.Callouts.Select(c => c.Id).FirstOrDefault(id => id.Length > 0 && now.Callouts.All(c => c.Id != id));
        return settings.Priority is < 1 or > 5 ? new InvalidArgument("priority")
            : callout is not null ? new ProtectionNotFound(ProtectionThing.Callout, callout)
            : command.Checked && settings.Version != now.Version ? new SettingsChanged(now.Version)
            : MachineDependencies.Check(world, plan, settings.Machine, settings.DependsOn);
    }

    /// <summary>The plan with the change. Callouts without an id are new, and get one.</summary>
    public static RecoveryPlan Changed(World world, RecoveryPlan plan, MachineRecovery settings) => plan with
    {
        Machines =
        [
            .. plan.Machines.Where(m => m.Machine != settings.Machine),
            settings with
            {
                Before = WithIds(world, settings.Before),
                After = WithIds(world, settings.After),
                DependsOn = [.. settings.DependsOn.Distinct()],
                Version = plan.RecoveryOf(settings.Machine).Version + 1,
            },
        ],
    };

    private static PlanCallout[] WithIds(World world, IReadOnlyList<PlanCallout> callouts) =>
        [.. callouts.Select(c => c.Id.Length > 0 ? c : c with { Id = Protecting.NextId(world, "callout").Id })];
}
