using VasaSim.Core.Faults;
using VasaSim.Core.Lab;

namespace VasaSim.Core.Recovery.Operations.Laws;

/// <summary>Ends the protection of a machine: its placeholder goes, and it stays a member.</summary>
internal sealed class RemoveProtectionLaw : ProtectionLaw
{
    public override TimeSpan Duration(TaskDurations durations) => durations.RemoveProtection;

    public override Fault? Check(ProtectionContext context) =>
        context.Member?.Protection is null ? new ProtectionNotFound(ProtectionThing.Machine, context.Machine!) : null;

    public override void Apply(ProtectionContext context) => context.World.Remove(context.Member!.Protection!);
}
