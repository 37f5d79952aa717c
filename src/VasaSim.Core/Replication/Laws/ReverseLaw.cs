using VasaSim.Core.Model;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Replication.Laws;

/// <summary>Reverse: the recovered side becomes the source, and the old source its target.</summary>
internal sealed class ReverseLaw : ReplicationLaw
{
    public override StateStep Step => StateChart.Reverse;

    public override bool IsWrongEnd(ReplicationGroup group) => group.State == ReplicationState.RemoteFailedOver;

    public override bool ContactsPeer(ReplicationCommand command) => true;

    public override GroupOutcome? Repeat(LawContext context) =>
        context.Group is { State: ReplicationState.Source, Reversed: true }
            ? new GroupReversed(context.Group.Id, context.Group.Id.DeviceGroup)
            : null;

    public override GroupOutcome Apply(LawContext context)
    {
        ReplicationGroup source = Partners.Swap(context.World, context.Group, context.Provider.ReverseIds);
        return new GroupReversed(context.Group.Id, source.Id.DeviceGroup);
    }
}
