using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Model;

namespace VasaSim.Core.Cloud.Flow;

/// <summary>
/// Begins, changes and ends the flow of a replication's data at the world's time. Each gives back the replication as it
/// is to be put into the world; none puts it there.
/// </summary>
internal static class DataFlows
{
    /// <summary>The replication with a new flow that begins with an initial sync, at once or at the time that its settings say.</summary>
    /// <param name="world">The world, at the time of the begin.</param>
    /// <param name="replication">The replication; its flow is replaced.</param>
    /// <param name="bytes">What the initial sync has to transfer; a seed makes it less than the disks.</param>
    public static VmReplication Begin(World world, VmReplication replication, long bytes) => throw new NotImplementedException();

    /// <summary>Changes a replication on the way: what there is of it is computed first, then it goes on as the change wants it.</summary>
    /// <param name="world">The world, at the time of the change.</param>
    /// <param name="replication">The replication.</param>
    /// <param name="change">Changes its settings, machine or pause (<see cref="DataFlow.IsPaused"/>).</param>
    public static VmReplication Change(World world, VmReplication replication, Func<VmReplication, VmReplication> change) =>
        throw new NotImplementedException();

    /// <summary>How much a sync that begins now would transfer, and how long that takes over the link.</summary>
    public static (long Bytes, TimeSpan Time) Sync(World world, VmReplication replication) => throw new NotImplementedException();

    /// <summary>A sync that began at a time is over: there is an instance of that time, and the next one comes an RPO after it.</summary>
    public static VmReplication Synced(World world, VmReplication replication, DateTimeOffset began, long bytes) =>
        throw new NotImplementedException();

    /// <summary>The flow is over for good: no more instances.</summary>
    public static VmReplication Finish(World world, VmReplication replication) => throw new NotImplementedException();

    /// <summary>Ends what replications over a link computed with what it was, and goes on with what it is.</summary>
    /// <param name="world">The world, which has the link as it was.</param>
    /// <param name="changed">The link as it is to be; this puts it into the world.</param>
    public static void PutLink(World world, Link changed) => throw new NotImplementedException();
}
