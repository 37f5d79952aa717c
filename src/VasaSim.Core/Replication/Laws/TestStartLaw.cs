using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Replication.Laws;

/// <summary>Test start: writable copies of a replica are surfaced; source and replication are untouched.</summary>
internal sealed class TestStartLaw : RecoveryLaw
{
    public override StateStep Step => StateChart.TestStart;

    public override GroupOutcome? Repeat(LawContext context) =>
        context.Group.State == Step.To && AsksForTheSame(context) ? Result(context.World, context.Group) : null;

    // A test must not go through with the wrong policies (documented); a failover must.
    public override Fault? Check(LawContext context) => base.Check(context) ?? PolicyProblems(context).FirstOrDefault();

    public override IEnumerable<Fault> Warnings(LawContext context) => StrayPolicies(context);

    public override GroupOutcome Apply(LawContext context)
    {
        ReplicationGroup group = context.Group with
        {
            State = Step.To,
            Tests = context.Group.Tests + 1,
            Members = RecoveredDevices.ForTest(context.World, context.Group, context.Group.Tests + 1),
            Recovery = new GroupRecovery(context.Now, context.Selection.Replica, Used(context)?.Id, null),
        };
        context.World.Put(group);
        return Result(context.World, group);
    }

    private static GroupRecovered Result(World world, ReplicationGroup group) => new(
        group.Id,
        group.State,
        group.Recovery!.At,
        group.Recovery.RequestedReplica,
        null,
        RecoveredDevices.Describe(world, group));
}
