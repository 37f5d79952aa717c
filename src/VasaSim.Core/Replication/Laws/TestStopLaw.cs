using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Replicas;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Replication.Laws;

/// <summary>Test stop: the copies are deleted. Without force, copies in use are reported and stay (documented).</summary>
internal sealed class TestStopLaw : TargetLaw
{
    public override StateStep Step => StateChart.TestStop;

    public override bool ContactsPeer(ReplicationCommand command) => false;

    public override GroupOutcome? Repeat(LawContext context) =>
        context.Group.State == Step.To ? new GroupDone(context.Group.Id) : null;

    public override Fault? Check(LawContext context)
    {
        DeviceId[] bound = [.. context.Group.Members.Where(m => m.Bound && m.Recovered is not null).Select(m => m.Recovered!)];
        return bound.Length > 0 && !context.Command.Force ? new ResourceInUse(bound) : null;
    }

    public override GroupOutcome Apply(LawContext context)
    {
        ReplicationGroup group = context.Group;
        if (context.World.Knobs.DeleteSyncPitOnTestStop
            && group.Recovery?.UsedReplica is { } used
            && ReplicaCatalog.Find(context.World, group, used)?.Tags.Contains(ReplicaMaker.SyncTag) == true)
        {
            ReplicaMaker.Delete(context.World, group.Id, used);
        }

        context.World.Put(group with
        {
            State = Step.To,
            Members = RecoveredDevices.None(group),
            Recovery = null,
        });
        return new GroupDone(group.Id);
    }
}
