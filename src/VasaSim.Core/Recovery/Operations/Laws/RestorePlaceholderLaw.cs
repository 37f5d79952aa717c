using VasaSim.Core.Faults;
using VasaSim.Core.Lab;

namespace VasaSim.Core.Recovery.Operations.Laws;

/// <summary>Makes the placeholder of a protected machine anew.</summary>
internal sealed class RestorePlaceholderLaw : ProtectionLaw
{
    public override TimeSpan Duration(TaskDurations durations) => durations.RestorePlaceholder;

    public override Fault? Check(ProtectionContext context) =>
        context.Member is { Machine: not null, Protection: not null } ? null : new ProtectionNotFound(ProtectionThing.Machine, context.Machine!);

    public override void Apply(ProtectionContext context) =>
        context.World.Put(Protecting.Placed(context.World, context.Group, context.Member!.Machine!, context.Member.Protection!));
}
