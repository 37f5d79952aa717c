using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Replicas;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Replication.Laws;

/// <summary>
/// Failover: the replicas become usable devices at the target. Planned, the source takes part and the newest data is
/// used; unplanned, the source is not touched and the newest replica that arrived is used.
/// </summary>
internal sealed class FailoverLaw : RecoveryLaw
{
    public override StateStep Step => StateChart.Failover;

    public override GroupOutcome? Repeat(LawContext context)
    {
        ReplicationGroup group = context.Group;
        bool done = group.State == Step.To || IsReversedAtOnce(group);
        return done && AsksForTheSame(context) ? Result(context.World, group) : null;
    }

    // A group that a failover reversed at once is a source, yet the same failover again is no mistake.
    public override bool IsWrongEnd(ReplicationGroup group) => base.IsWrongEnd(group) && !IsReversedAtOnce(group);

    public override Fault? Check(LawContext context)
    {
        if (context.Command.IsPlanned)
        {
            if (SourceCheck.MustSend(context) is { } fault)
            {
                return fault;
            }

            if (context.World.Knobs.RequirePrepare && context.Source is { Prepared: false, State: var state })
            {
                return new InvalidReplicationState([ReplicationState.Source], state);
            }
        }

        return base.Check(context);
    }

    // A failover must go through even when a policy cannot be set (documented): a warning says so.
    public override IEnumerable<Fault> Warnings(LawContext context) =>
        [.. PolicyProblems(context), .. StrayPolicies(context)];

    public override GroupOutcome Apply(LawContext context)
    {
        World world = context.World;
        string? used = context.Command.IsPlanned && context.Selection.Replica is null ? null : Used(context)?.Id;
        string? before = context.Provider.SupportsReplicas
            ? ReplicaMaker.Make(world, context.Group.Id, ReplicaMaker.BeforeFailoverTag, context.Now, ReplicaMaker.BeforeFailoverTag).Id
            : null;
        ReplicationGroup group = context.Group with
        {
            State = Step.To,
            Members = RecoveredDevices.ForFailover(world, context.Group),
            Schedule = context.Group.Schedule?.StopAt(context.Now),
            Recovery = new GroupRecovery(context.Now, context.Selection.Replica, used, before),
        };
        world.Put(group);
        Partners.TellSource(world, group);
        if (group.AutoReverse && GroupCheck.IsReachable(world, group.Id.FaultDomain, group.Source!.Value.FaultDomain))
        {
            return ReverseAtOnce(world, group);
        }

        return Result(world, group);
    }

    // The safety replica goes with the reverse, as documented, so the result does not name it.
    private static GroupRecovered ReverseAtOnce(World world, ReplicationGroup group)
    {
        IReadOnlyList<RecoveredMember> devices = RecoveredDevices.Describe(world, group);
        ReplicationGroup source = Partners.Swap(world, group, ReverseIds.Keep) with
        {
            Recovery = group.Recovery! with { ReplicaBefore = null, Devices = devices },
        };
        world.Put(source);
        return Result(world, source);
    }

    private static bool IsReversedAtOnce(ReplicationGroup group) =>
        group is { State: ReplicationState.Source, AutoReverse: true, Recovery: not null };

    private static GroupRecovered Result(World world, ReplicationGroup group) => new(
        group.Id,
        group.State,
        group.Recovery!.At,
        group.Recovery.RequestedReplica,
        group.Recovery.ReplicaBefore,
        group.State == ReplicationState.Source ? group.Recovery.Devices : RecoveredDevices.Describe(world, group));
}
