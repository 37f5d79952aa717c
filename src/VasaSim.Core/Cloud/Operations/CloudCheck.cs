using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Faults;
using VasaSim.Core.Replication;

namespace VasaSim.Core.Cloud.Operations;

/// <summary>
/// What stands against an operation on a replication, first hit wins: running operation, wrong state, pause, link, and
/// then what the operation itself needs. As with groups of arrays the order is our choice, and the same for all.
/// </summary>
internal static class CloudCheck
{
    /// <summary>The first that does; null: nothing.</summary>
    public static Fault? Run(CloudLaw law, CloudContext context)
    {
        VmReplication replication = context.Replication;
        if (context.World.Tasks.WorkingOn(replication.Id) is { } running)
        {
            return running.Operation == CloudOperation.Sync ? new SyncOngoing(running.Id) : new ProviderBusy();
        }

        if (!law.Needs.Contains(replication.State))
        {
            return new InvalidReplicationState(law.Needs, replication.State);
        }

        if (law.NeedsPause(context.Command) is { } pause && pause != replication.Flow.IsPaused)
        {
            return pause ? new ReplicationNotPaused() : new ReplicationPaused();
        }

        return (law.NeedsLink(context.Command) ? CheckLink(context.World, replication.Source, replication.Destination, context.Since) : null)
            ?? (law.Syncs(context.Command) && context.Machine is null ? new CloudNotFound(CloudThing.Machine, replication.Machine) : null)
            ?? law.Check(context);
    }

    /// <summary>Whether two sites can reach each other, and could ever since a time.</summary>
    public static Fault? CheckLink(World world, ReplicationEnd source, ReplicationEnd destination, DateTimeOffset since) =>
        LinkCheck.IsUp(world, source.Site, destination.Site) && !LinkCheck.WasCut(world, source.Site, destination.Site, since)
            ? null
            : new PeerNotReachable();
}
