using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Replicas;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Replication.Laws;

/// <summary>
/// Sync: transfers what changed at the source since the last transfer and makes a replica of it. The replica's time
/// is when the transfer began, since that is the data it holds.
/// </summary>
internal sealed class SyncLaw : TargetLaw
{
    public override StateStep Step => StateChart.Sync;

    public override bool ContactsPeer(ReplicationCommand command) => true;

    public override Fault? Check(LawContext context) => SourceCheck.MustSend(context);

    public override GroupOutcome Apply(LawContext context)
    {
        World world = context.World;
        ReplicationGroup group = context.Group;
        if (group.Members.Any(m => !m.Copied && m.Copyable))
        {
            world.Put(group with { Members = [.. group.Members.Select(m => m with { Copied = m.Copied || m.Copyable })] });
        }

        // The first transfer is what makes the relation known at the source.
        if (context.Source is { } source && !source.Targets.Contains(group.Id))
        {
            world.Put(source with { Targets = [.. source.Targets, group.Id] });
        }

        if (!context.Provider.SupportsReplicas)
        {
            return new GroupSynced(group.Id, context.Since, null, null);
        }

        PointInTimeReplica made = ReplicaMaker.Make(world, group.Id, context.Command.ReplicaName!, context.Since, ReplicaMaker.SyncTag);
        return new GroupSynced(group.Id, made.Time, made.Id, made.Name);
    }
}
