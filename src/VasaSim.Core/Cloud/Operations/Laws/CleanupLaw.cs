using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Model;
using VasaSim.Core.Replication;

namespace VasaSim.Core.Cloud.Operations.Laws;

/// <summary>Cleanup: a test's copy goes.</summary>
internal sealed class CleanupLaw : CloudLaw
{
    public override IReadOnlyList<ReplicationState> Needs { get; } = [StateChart.TestStop.From];

    public override VmReplication Apply(CloudContext context) => Cleaned(context.World, context.Replication);

    /// <summary>The replication without its copy, which goes from the world.</summary>
    public static VmReplication Cleaned(World world, VmReplication replication)
    {
        CloudInventory.DiscardCopy(world, replication);
        return replication with { State = StateChart.TestStop.To, Recovery = null };
    }
}
