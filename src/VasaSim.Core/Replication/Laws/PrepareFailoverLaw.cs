using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Core.Replicas;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Replication.Laws;

/// <summary>
/// Prepare: a last sync, then nothing is written at the source any more, so that a planned failover loses nothing.
/// The only operation of the source site. The state's text stays SOURCE.
/// </summary>
internal sealed class PrepareFailoverLaw : ReplicationLaw
{
    public override StateStep Step => StateChart.PrepareFailover;

    // A failed-over group is not at the wrong end: once it is reversed it can be prepared.
    public override bool IsWrongEnd(ReplicationGroup group) => group.State is ReplicationState.Target or ReplicationState.InTest;

    public override bool ContactsPeer(ReplicationCommand command) => true;

    public override IEnumerable<string> PeerDomains(ReplicationGroup group) => group.Targets.Select(t => t.FaultDomain);

    public override GroupOutcome? Repeat(LawContext context) =>
        context.Group is { State: ReplicationState.Source, Prepared: true } ? new GroupDone(context.Group.Id) : null;

    public override Fault? CheckPeer(LawContext context) =>
        context.Group.Targets.Count == 0 ? new NoReplicationTarget() : null;

    public override Fault? Check(LawContext context)
    {
        DeviceId[] bound = [.. context.Group.Members.Where(m => m.Bound).Select(m => m.Source)];
        return bound.Length > 0 && context.World.Knobs.PrepareRequiresUnbound ? new ResourceInUse(bound) : null;
    }

    public override GroupOutcome Apply(LawContext context)
    {
        World world = context.World;
        ReplicationGroup group = context.Group;
        world.Put(group with { Prepared = true, Members = [.. group.Members.Select(m => m with { Bound = false })] });
        foreach (ReplicationGroup target in group.Targets.Select(world.FindGroup).OfType<ReplicationGroup>())
        {
            if (ProviderDirectory.ActiveFor(world, target.Id.FaultDomain) is { SupportsReplicas: true })
            {
                ReplicaMaker.Make(world, target.Id, ReplicaMaker.PrepareTag, context.Now, ReplicaMaker.PrepareTag);
            }

            world.Put(target with { Schedule = target.Schedule?.StopAt(context.Now) });
        }

        return new GroupDone(group.Id);
    }
}
