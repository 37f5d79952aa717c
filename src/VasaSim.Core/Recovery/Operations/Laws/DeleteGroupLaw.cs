using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Recovery.Model;

namespace VasaSim.Core.Recovery.Operations.Laws;

/// <summary>Deletes a group with the protection of all its machines.</summary>
internal sealed class DeleteGroupLaw : ProtectionLaw
{
    public override TimeSpan Duration(TaskDurations durations) => durations.ProtectionGroup;

    public override IReadOnlyList<MachineAtWork> Machines(ProtectionContext context) =>
        [.. context.Members.Select(m => new MachineAtWork(m.Id, m.Name))];

    public override Fault? Check(ProtectionContext context) => null;

    public override void Apply(ProtectionContext context)
    {
        foreach (MachineProtection protection in context.World.Recovery.ProtectionsOf(context.Group.Id).ToArray())
        {
            context.World.Remove(protection);
        }

        context.World.Remove(context.Group);
    }
}
