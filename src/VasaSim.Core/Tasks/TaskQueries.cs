using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Recovery;

namespace VasaSim.Core.Tasks;

/// <summary>Looks at tasks.</summary>
public static class TaskQueries
{
    /// <summary>All tasks there are in the order of starting, those that clients are not told of among them.</summary>
    public static IEnumerable<ServiceTask> All(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        return world.Tasks.All.OrderBy(t => t.Number);
    }

    /// <summary>The task as clients of the replication service of clouds know it, or null.</summary>
    public static CloudTask? FindKnownCloud(World world, string id)
    {
        ArgumentNullException.ThrowIfNull(world);
        return world.FindTask(id) is CloudTask { Forgotten: false } task ? task : null;
    }

    /// <summary>The task as clients of the Site Recovery Manager know it, or null.</summary>
    public static RecoveryTask? FindKnownRecovery(World world, string id)
    {
        ArgumentNullException.ThrowIfNull(world);
        return world.FindTask(id) is RecoveryTask { Forgotten: false } task ? task : null;
    }

    /// <summary>The task as clients of the Storage Monitoring Service know it, or null; those of clouds and of recovery are not its own.</summary>
    public static ServiceTask? FindKnown(World world, string id)
    {
        ArgumentNullException.ThrowIfNull(world);
        return world.FindTask(id) is { Forgotten: false } and not (CloudTask or RecoveryTask) and var task ? task : null;
    }
}
