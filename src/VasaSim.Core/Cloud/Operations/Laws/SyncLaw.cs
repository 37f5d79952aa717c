using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Model;

namespace VasaSim.Core.Cloud.Operations.Laws;

/// <summary>Sync: transfers what changed and makes an instance of it; the next one comes an RPO later.</summary>
internal sealed class SyncLaw : CloudLaw
{
    public override IReadOnlyList<ReplicationState> Needs => Receiving;

    public override bool? NeedsPause(CloudCommand command) => false;

    public override bool Syncs(CloudCommand command) => true;

    public override VmReplication Apply(CloudContext context) =>
        DataFlows.Synced(context.World, context.Replication, context.Since, context.Bytes);
}
