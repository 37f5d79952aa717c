using VasaSim.Core.Recovery.Plans.Model;

namespace VasaSim.Core.Recovery.Plans.Queries;

/// <summary>Where a callout of a plan is.</summary>
/// <param name="Machine">The machine that it belongs to; null: it belongs to the plan.</param>
/// <param name="BeforePowerOn">Of a machine: whether it comes before its power on.</param>
/// <param name="Index">Its position among the callouts that are there, from 0.</param>
public sealed record CalloutPlace(string? Machine, bool BeforePowerOn, int Index)
{
    /// <summary>The place of a callout.</summary>
    public static CalloutPlace Of(RecoveryPlan plan, PlanCallout callout)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(callout);
        MachineRecovery? machine = plan.Machines.FirstOrDefault(m => Has(m.Before) || Has(m.After));
        bool before = machine is not null && Has(machine.Before);
        IEnumerable<PlanCallout> neighbours = machine is null ? plan.Callouts.Where(c => c.Run == callout.Run && c.Before == callout.Before)
            : before ? machine.Before : machine.After;
        return new CalloutPlace(machine?.Machine, before, neighbours.TakeWhile(c => c.Id != callout.Id).Count());

        bool Has(IReadOnlyList<PlanCallout> callouts) => callouts.Any(c => c.Id == callout.Id);
    }
}
