using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Model;
using VasaSim.Core.Replication;

namespace VasaSim.Core.Cloud.Operations.Laws;

/// <summary>Stop: the replication goes, and with it a test's copy, of which nobody would know any more. What was failed over stays.</summary>
internal sealed class StopLaw : CloudLaw
{
    public override IReadOnlyList<ReplicationState> Needs => Any;

    public override VmReplication? Apply(CloudContext context)
    {
        if (context.Replication.State == StateChart.TestStop.From)
        {
            CloudInventory.DiscardCopy(context.World, context.Replication);
        }

        return null;
    }
}
