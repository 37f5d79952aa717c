using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Model;
using VasaSim.Core.Replication;

namespace VasaSim.Core.Cloud.Operations.Laws;

/// <summary>
/// Migration: the source is powered off, all it wrote comes over, and the machine is recovered. A pause does not stand
/// against it, since this is the last transfer; a test's copy gives way.
/// </summary>
internal sealed class MigrateLaw : RecoveryLaw
{
    protected override StateStep Step => StateChart.Failover;

    public override IReadOnlyList<ReplicationState> Needs => Receiving;

    public override bool Syncs(CloudCommand command) => true;

    public override VmReplication Apply(CloudContext context)
    {
        World world = context.World;
        if (context.Replication.State == StateChart.TestStop.From)
        {
            world.Put(CleanupLaw.Cleaned(world, context.Replication));
        }

        CloudInventory.SetPower(world, context.Machine!, on: false);
        VmReplication replication = world.Cloud.FindReplication(context.Replication.Id)!;
        return FailOver(context, DataFlows.Synced(world, replication, world.Now, context.Bytes));
    }

    // Whatever instance there was before, this is about the last data.
    protected override string? Wanted(CloudContext context) => null;
}
