using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Model;

namespace VasaSim.Core.Cloud.Operations.Laws;

/// <summary>Resume: what came to a stop by a pause goes on.</summary>
internal sealed class ResumeLaw : CloudLaw
{
    public override IReadOnlyList<ReplicationState> Needs => Receiving;

    public override bool? NeedsPause(CloudCommand command) => true;

    public override VmReplication Apply(CloudContext context) =>
        DataFlows.Change(context.World, context.Replication, r => r with { Flow = r.Flow with { IsPaused = false } });
}
