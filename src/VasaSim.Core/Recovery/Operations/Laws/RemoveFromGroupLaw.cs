using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Recovery.Model;

namespace VasaSim.Core.Recovery.Operations.Laws;

/// <summary>Takes a machine out of its group. Members by replication group or datastore come and go with those.</summary>
internal sealed class RemoveFromGroupLaw : ProtectionLaw
{
    public override TimeSpan Duration(TaskDurations durations) => durations.RemoveProtection;

    public override Fault? Check(ProtectionContext context) =>
        context.Group.Members.Kind != ReplicationKind.Hbr ? new WrongReplicationKind(context.Group.Members.Kind)
        : context.Member is null ? new ProtectionNotFound(ProtectionThing.Machine, context.Machine!)
        : null;

    public override void Apply(ProtectionContext context)
    {
        if (context.Member!.Protection is { } protection)
        {
            context.World.Remove(protection);
        }

        GroupMembers members = context.Group.Members;
        context.World.Put(context.Group with { Members = members with { Machines = [.. members.Machines.Where(m => m != context.Machine)] } });
    }
}
