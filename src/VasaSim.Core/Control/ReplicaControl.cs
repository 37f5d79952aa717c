using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Core.Replicas;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Control;

/// <summary>What a tester does to the replicas of a group.</summary>
public static class ReplicaControl
{
    /// <summary>Makes a replica now, as a sync does that takes no time; whatever the provider is like.</summary>
    /// <returns>The replica, or why the law refuses; nothing was changed then.</returns>
    public static Result<Replica> Make(World world, ReplicationGroup group, string name)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(group);
        if (ProviderDirectory.ActiveFor(world, group.Id.FaultDomain) is { SupportsReplicas: false })
        {
            return new NotSupportedByProvider();
        }

        return ReplicationAtOnce.Run(world, group, ReplicationOperation.Sync, name).TryGet(out GroupOutcome? outcome, out Fault? fault)
            ? ReplicaCatalog.Find(world, group, ((GroupSynced)outcome).Replica!)!
            : fault;
    }

    /// <summary>
    /// Lets a replica go that a call made. One of a schedule stays: those are computed from the schedule, which cannot
    /// leave one out without an older one taking its place.
    /// </summary>
    /// <returns>Whether it is gone.</returns>
    public static bool Expire(World world, ReplicationGroup group, Replica replica)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(replica);
        if (!replica.Scheduled)
        {
            ReplicaMaker.Delete(world, group.Id, replica.Id);
        }

        return !replica.Scheduled;
    }
}
