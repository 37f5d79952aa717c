using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Model;

namespace VasaSim.Core.Cloud.Flow;

/// <summary>
/// Begins, changes and ends the flow of a replication's data at the world's time. Each gives back the replication as it
/// is to be put into the world; none puts it there, but those that change what many replications share.
/// </summary>
internal static class DataFlows
{
    /// <summary>The replication with a new flow that begins with an initial sync, at once or at the time that its settings say.</summary>
    /// <param name="world">The world, at the time of the begin.</param>
    /// <param name="replication">The replication; its flow is replaced.</param>
    /// <param name="bytes">What the initial sync has to transfer; a seed makes it less than the disks.</param>
    public static VmReplication Begin(World world, VmReplication replication, long bytes)
    {
        DataFlow flow = new() { Mode = FlowMode.Waiting, Since = world.Now, AsOf = world.Now, Backlog = bytes };
        return FlowCourse.GoOn(world, replication with { Flow = flow });
    }

    /// <summary>
    /// Changes a replication on the way: what there is of it is computed first, then it goes on as the change wants it, and
    /// as link and machine are in the world by then.
    /// </summary>
    /// <param name="world">The world, at the time of the change.</param>
    /// <param name="replication">The replication.</param>
    /// <param name="change">Changes its settings, machine or pause (<see cref="DataFlow.IsPaused"/>).</param>
    public static VmReplication Change(World world, VmReplication replication, Func<VmReplication, VmReplication> change) =>
        FlowCourse.GoOn(world, change(Folded(world, replication)));

    /// <summary>
    /// How much a sync that begins now would transfer, and how long that takes over the link: what was written since the
    /// last transfer began, when that one, if it still runs, is over.
    /// </summary>
    public static (long Bytes, TimeSpan Time) Sync(World world, VmReplication replication)
    {
        FlowMoment moment = FlowMoment.Of(world, replication);
        TimeSpan rest = moment.OnItsWay is { } running ? running.Due - world.Now : TimeSpan.Zero;
        long bytes = (long)moment.Backlog;
        return (bytes, rest + replication.Flow.Speed.TimeToBring(bytes));
    }

    /// <summary>
    /// A sync that began at a time is over: there is an instance of that time, and the next one comes an RPO after it. A
    /// transfer that began before it and is not over yet is not wanted any more.
    /// </summary>
    public static VmReplication Synced(World world, VmReplication replication, DateTimeOffset began, long bytes)
    {
        DataFlow told = new FlowMoment(world, replication, world.Now, held: began).Fold();
        DataFlow flow = told.Stopped();
        ReplicaInstance made = ReplicaInstances.Make(world, replication, flow.NextSequence, began, bytes, world.Now);
        return FlowCourse.GoOn(world, replication with
        {
            Flow = flow with
            {
                Kept = [.. flow.Kept, made],
                FirstInstance = flow.FirstInstance ?? began,
                NextSequence = flow.NextSequence + 1,
                SyncedTo = began,
                Backlog = Math.Max(0, told.Backlog - bytes),
                Carried = 0,
                Transferred = flow.Transferred.And(new TransferredStretch(began, world.Now, bytes)),
            },
        });
    }

    /// <summary>The flow is over for good: no more instances, and no pause, which nothing could end any more.</summary>
    public static VmReplication Finish(World world, VmReplication replication)
    {
        DataFlow flow = Folded(world, replication).Flow.Stopped();
        return replication with { Flow = flow with { Mode = FlowMode.Finished, IsPaused = false, Since = world.Now } };
    }

    /// <summary>Ends what replications over a link computed with what it was, and goes on with what it is.</summary>
    /// <param name="world">The world, which has the link as it was.</param>
    /// <param name="changed">The link as it is to be; this puts it into the world.</param>
    public static void PutLink(World world, Link changed)
    {
        world.Put(changed);
        GoOn(world, world.Cloud.Replications.Where(r => Link.KeyOf(r.Source.Site, r.Destination.Site) == changed.Key));
    }

    /// <summary>The same for a machine: its power, its disks, how much it writes.</summary>
    /// <param name="world">The world, which has the machine as it was.</param>
    /// <param name="changed">The machine as it is to be; this puts it into the world.</param>
    public static void PutMachine(World world, CloudMachine changed)
    {
        world.Put(changed);
        GoOn(world, world.Cloud.ReplicationsOf(changed.Site, changed.Id));
    }

    private static void GoOn(World world, IEnumerable<VmReplication> replications)
    {
        foreach (VmReplication replication in replications.ToArray())
        {
            world.Put(Change(world, replication, r => r));
        }
    }

    private static VmReplication Folded(World world, VmReplication replication) =>
        replication with { Flow = FlowMoment.Of(world, replication).Fold() };
}
