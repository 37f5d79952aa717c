using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Replication.Laws;

/// <summary>Promote: the test copies become the failover; device ids do not change (documented).</summary>
internal sealed class PromoteLaw : TargetLaw
{
    public override StateStep Step => StateChart.Promote;

    public override bool ContactsPeer(ReplicationCommand command) => command.IsPlanned;

    public override GroupOutcome? Repeat(LawContext context) =>
        context.Group.State == Step.To ? Result(context.World, context.Group) : null;

    public override Fault? CheckSupport(LawContext context) =>
        context.Group.PromoteCapable ? null : new NotSupportedByProvider();

    public override Fault? Check(LawContext context) =>
        context.Command.IsPlanned ? SourceCheck.MustSend(context) : null;

    public override GroupOutcome Apply(LawContext context)
    {
        ReplicationGroup group = context.Group with
        {
            State = Step.To,
            Schedule = context.Group.Schedule?.StopAt(context.Now),
            Recovery = context.Group.Recovery! with { At = context.Now },
        };
        context.World.Put(group);
        Partners.TellSource(context.World, group);
        return Result(context.World, group);
    }

    // The result has no type of its own; the one of a failover says what there is to say, with the replica of the test.
    private static GroupRecovered Result(World world, ReplicationGroup group) => new(
        group.Id,
        group.State,
        group.Recovery!.At,
        group.Recovery.UsedReplica,
        null,
        RecoveredDevices.Describe(world, group));
}
