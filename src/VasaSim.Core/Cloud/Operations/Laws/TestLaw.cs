using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Replication;

namespace VasaSim.Core.Cloud.Operations.Laws;

/// <summary>Test failover: a copy is recovered, with new data when asked for, and replication goes on.</summary>
internal sealed class TestLaw : RecoveryLaw
{
    protected override StateStep Step => StateChart.TestStart;

    public override bool Syncs(CloudCommand command) => command is RecoverCommand { Sync: true };

    public override bool? NeedsPause(CloudCommand command) => Syncs(command) ? false : null;

    public override VmReplication Apply(CloudContext context)
    {
        VmReplication replication = Syncs(context.Command)
            ? DataFlows.Synced(context.World, context.Replication, context.Since, context.Bytes)
            : context.Replication;
        return Recover(context, replication) with { TestSettings = ((RecoverCommand)context.Command).Settings };
    }
}
