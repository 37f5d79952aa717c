using VasaSim.Core.Model;

namespace VasaSim.Core.Replicas;

/// <summary>Makes and deletes the replicas of calls.</summary>
internal static class ReplicaMaker
{
    /// <summary>The tag of a replica that a sync made.</summary>
    public const string SyncTag = "sync";

    /// <summary>The tag of a replica that a prepare made.</summary>
    public const string PrepareTag = "prepare";

    /// <summary>The tag of the safety replica taken just before a failover.</summary>
    public const string BeforeFailoverTag = "before-failover";

    /// <summary>Makes a replica, and lets the group's oldest go when it has more than the lab keeps.</summary>
    public static PointInTimeReplica Make(World world, GroupId group, string name, DateTimeOffset time, string tag)
    {
        Counters counters = world.Counters with { Replicas = world.Counters.Replicas + 1 };
        world.Put(counters);
        PointInTimeReplica replica = new()
        {
            Group = group,
            Id = $"pit-{counters.Replicas}",
            Name = name,
            Time = time,
            Tags = [tag],
            Ordinal = counters.Replicas,
        };
        world.Put(replica);
        while (world.MadeReplicas(group).Count > world.Knobs.PitKeep && world.Replicas.OldestOf(group) is { } oldest)
        {
            world.Remove(oldest);
        }

        return replica;
    }

    /// <summary>Deletes one replica that a call made; a scheduled one stays.</summary>
    public static void Delete(World world, GroupId group, string id)
    {
        if (world.MadeReplicas(group).FirstOrDefault(r => r.Id == id) is { } replica)
        {
            world.Remove(replica);
        }
    }

    /// <summary>Deletes all replicas that calls made of a group.</summary>
    public static void DeleteAll(World world, GroupId group)
    {
        foreach (PointInTimeReplica replica in world.MadeReplicas(group).ToArray())
        {
            world.Remove(replica);
        }
    }
}
