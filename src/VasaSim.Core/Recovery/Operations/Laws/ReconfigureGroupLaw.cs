using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Queries;

namespace VasaSim.Core.Recovery.Operations.Laws;

/// <summary>Changes a group. Machines that go lose their protection; those that come are configured after it.</summary>
internal sealed class ReconfigureGroupLaw : ProtectionLaw
{
    public override TimeSpan Duration(TaskDurations durations) => durations.ProtectionGroup;

    public override IReadOnlyList<MachineAtWork> Machines(ProtectionContext context) =>
        [.. Going(context).Select(p => new MachineAtWork(p.Machine, p.MachineName))];

    public override Fault? Check(ProtectionContext context)
    {
        ReconfigureGroupCommand command = (ReconfigureGroupCommand)context.Command;
        return GroupCheck.Name(context.World, command.Name, context.Group.Id)
            ?? (command.Members is not { } members ? null
                : members.Kind != context.Group.Members.Kind ? new WrongReplicationKind(context.Group.Members.Kind)
                : GroupCheck.Members(context.World, Changed(context)));
    }

    public override void Apply(ProtectionContext context)
    {
        foreach (MachineProtection protection in Going(context))
        {
            context.World.Remove(protection);
        }

        context.World.Put(Changed(context));
    }

    private static ProtectionGroup Changed(ProtectionContext context)
    {
        ReconfigureGroupCommand command = (ReconfigureGroupCommand)context.Command;
        return context.Group with { Name = command.Name, Description = command.Description, Members = command.Members ?? context.Group.Members };
    }

    // Those that the group had by what it named, and that what it names now does not have.
    private static MachineProtection[] Going(ProtectionContext context)
    {
        HashSet<string> staying = [.. new GroupRoster(context.World).Of(Changed(context)).Where(m => m.IsReplicated).Select(m => m.Id)];
        return [.. context.Members.Where(m => m.IsReplicated && !staying.Contains(m.Id)).Select(m => m.Protection).OfType<MachineProtection>()];
    }
}
