using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Queries;

namespace VasaSim.Core.Recovery.Plans.Queries;

/// <summary>A machine that a plan recovers: a protected one of one of its groups.</summary>
/// <param name="Group">The group that protects it.</param>
/// <param name="Member">Who it is.</param>
public sealed record PlanMachine(ProtectionGroup Group, ProtectedMachine Member)
{
    /// <summary>The machine's id.</summary>
    public string Id => Member.Id;

    /// <summary>The machines of a plan, by the order of its groups and of the inventory.</summary>
    public static IReadOnlyList<PlanMachine> Of(World world, RecoveryPlan plan)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(plan);
        GroupRoster roster = new(world);
        return
        [
            .. plan.Groups.Select(world.Recovery.FindGroup).OfType<ProtectionGroup>()
                .SelectMany(g => roster.Of(g).Where(m => m.Protection is not null).Select(m => new PlanMachine(g, m))),
        ];
    }
}
