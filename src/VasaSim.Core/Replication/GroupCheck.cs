using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Replication;

/// <summary>
/// The checks of one group, first hit wins: running operation, wrong end, already done or wrong state, support, other
/// side, reachability, and then what the operation itself needs. The order is our choice; it is the same for every
/// operation, so that a client's handling of one fault can be tested without meeting another.
/// </summary>
internal static class GroupCheck
{
    /// <summary>Checks a group that a call names.</summary>
    /// <param name="law">The operation's law.</param>
    /// <param name="context">The group and the call.</param>
    /// <param name="self">The task that is finishing, which is no obstacle to itself; null at the call.</param>
    /// <returns>The outcome when it is decided already: a failure, or a success that was reached before. Null to go on.</returns>
    public static GroupOutcome? Run(ReplicationLaw law, LawContext context, ReplicationTask? self)
    {
        ReplicationGroup group = context.Group;
        if (law.IsWrongEnd(group))
        {
            return Fail(context, new InvalidFunctionTarget());
        }

        if (context.World.Tasks.WorkingOn(group.Id) is { } running && running.Id != self?.Id)
        {
            return Fail(context, running.Operation == ReplicationOperation.Sync ? new SyncOngoing(running.Id) : new ProviderBusy());
        }

        if (law.Repeat(context) is { } done)
        {
            return Repeated(law, context, done);
        }

        Fault? fault = law.Step.Refusal(group.State)
            ?? law.CheckSupport(context)
            ?? law.CheckPeer(context)
            ?? CheckReachable(law, context)
            ?? law.Check(context);
        return fault is null ? null : Fail(context, fault);
    }

    /// <summary>Whether two fault domains can talk, and the other one's provider answers.</summary>
    public static bool IsReachable(World world, string domain, string peer) =>
        LinkCheck.IsUp(world, domain, peer)
        && ProviderDirectory.ActiveFor(world, peer) is { } provider && ProviderDirectory.Answers(world, provider);

    private static Fault? CheckReachable(ReplicationLaw law, LawContext context)
    {
        if (!law.ContactsPeer(context.Command))
        {
            return null;
        }

        foreach (string peer in law.PeerDomains(context.Group))
        {
            string own = context.Group.Id.FaultDomain;
            if (!IsReachable(context.World, own, peer) || LinkCheck.WasCut(context.World, own, peer, context.Since))
            {
                return new PeerNotReachable();
            }
        }

        return null;
    }

    private static GroupOutcome Repeated(ReplicationLaw law, LawContext context, GroupOutcome done)
    {
        if (context.World.Knobs.RepeatMode == Lab.RepeatMode.InvalidState)
        {
            return Fail(context, law.Step.WrongState(context.Group.State));
        }

        GroupOutcome outcome = context.Command.CheckOnly ? new GroupDone(context.Group.Id) : done;
        return outcome with { Warnings = [new AlreadyDone()] };
    }

    private static GroupFailed Fail(LawContext context, Fault fault) => new(context.Group.Id, fault);
}
