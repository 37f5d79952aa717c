using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Model;
using VasaSim.Core.Replication;

namespace VasaSim.Core.Cloud.Operations.Laws;

/// <summary>Pause: no data comes over until it is resumed.</summary>
internal sealed class PauseLaw : CloudLaw
{
    public override IReadOnlyList<ReplicationState> Needs { get; } = [StateChart.Sync.From];

    public override bool? NeedsPause(CloudCommand command) => false;

    public override VmReplication Apply(CloudContext context) =>
        DataFlows.Change(context.World, context.Replication, r => r with { Flow = r.Flow with { IsPaused = true } });
}
