using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Model;
using VasaSim.Core.Replication;

namespace VasaSim.Core.Cloud.Flow;

/// <summary>Decides how a flow that was folded goes on, as its settings, its machine and its link are now.</summary>
internal static class FlowCourse
{
    /// <summary>The replication whose flow goes on from the world's time.</summary>
    /// <param name="world">The world.</param>
    /// <param name="replication">The replication, its flow told as of the world's time.</param>
    public static VmReplication GoOn(World world, VmReplication replication)
    {
        VmReplication going = Step(world, replication);
        // What takes no time is over at once. The next transfer begins an RPO later, so that this comes to an end.
        while (going.Flow.Transfer is { } transfer && transfer.Due <= world.Now)
        {
            going = Step(world, going with { Flow = FlowMoment.Of(world, going).Fold() });
        }

        return going;
    }

    /// <summary>The flow without its transfer: what of an initial one was sent is carried, the rest of what it would have brought waits again.</summary>
    public static DataFlow Stopped(this DataFlow flow)
    {
        if (flow.Transfer is not { } transfer)
        {
            return flow;
        }

        long sent = transfer.SentBy(flow.AsOf);
        return flow with
        {
            Transfer = null,
            Transferred = flow.Transferred.And(transfer.RestUntil(flow.AsOf)),
            Carried = transfer.IsInitial ? flow.Carried + sent : 0,
            Backlog = transfer.IsInitial ? transfer.Bytes - sent : Math.Min(flow.Backlog + transfer.Bytes, long.MaxValue),
        };
    }

    private static VmReplication Step(World world, VmReplication replication)
    {
        CloudMachine? machine = world.Cloud.FindMachine(replication.Source.Site, replication.Machine);
        bool runs = machine is { PoweredOn: true };
        Link? link = world.FindLink(replication.Source.Site, replication.Destination.Site);
        LinkSpeed speed = LinkSpeed.Of(link);
        DataFlow flow = replication.Flow;
        FlowMode mode = ModeOf(replication, world.Now, runs, link?.Up ?? true);
        bool resumes = flow.Mode is FlowMode.Interrupted or FlowMode.Paused;
        flow = mode == FlowMode.Transferring ? flow with { Transfer = Faster(flow, speed) } : flow.Stopped();
        flow = flow with { WriteRate = runs ? machine!.ChangeRate : 0, Speed = speed };
        if (mode == FlowMode.Transferring && flow.Transfer is null)
        {
            flow = Next(world, replication with { Flow = flow }, runs, atOnce: resumes || !runs);
            mode = flow.Schedule is null ? FlowMode.Transferring : FlowMode.Scheduled;
        }

        return replication with { Flow = flow with { Mode = mode, Since = mode == flow.Mode ? flow.Since : world.Now } };
    }

    // Transferring stands for what flows, in whichever way.
    private static FlowMode ModeOf(VmReplication replication, DateTimeOffset now, bool runs, bool linked) => replication.Flow switch
    {
        { Mode: FlowMode.Finished } => FlowMode.Finished,
        { IsPaused: true } => FlowMode.Paused,
        { SyncedTo: null, Transfer: null, Carried: 0 } when replication.Settings.InitialSyncTime > now => FlowMode.Waiting,
        { SyncedTo: not null, Transfer: null, Backlog: < 1 } when !runs => FlowMode.PoweredOff,
        _ => linked ? FlowMode.Transferring : FlowMode.Interrupted,
    };

    private static Transfer? Faster(DataFlow flow, LinkSpeed speed) =>
        flow.Speed == speed ? flow.Transfer : flow.Transfer?.At(speed, flow.AsOf);

    private static DataFlow Next(World world, VmReplication replication, bool runs, bool atOnce)
    {
        DataFlow flow = replication.Flow;
        bool isInitial = flow.SyncedTo is null;
        TimeSpan rpo = replication.Settings.RpoTime;
        // What comes while a call syncs is put off: should the call fail, it comes an RPO later.
        DateTimeOffset earliest = FlowMoment.SyncOf(world, replication) is null ? world.Now : world.Now + rpo;
        DateTimeOffset due = isInitial || atOnce ? world.Now : flow.SyncedTo!.Value + rpo;
        DateTimeOffset from = due > earliest ? due : earliest;
        decimal written = isInitial ? 0 : Throughput.Written(flow.WriteRate, from - world.Now);
        long first = (long)Math.Min(flow.Backlog + written, long.MaxValue);
        long each = (long)Throughput.Written(flow.WriteRate, rpo);
        flow = flow with { Backlog = from > world.Now ? flow.Backlog : 0 };
        return !isInitial && runs && flow.Speed.TimeToBring(Math.Max(first, each)) <= rpo
            ? flow with { Schedule = new InstanceSchedule(from, rpo, first, each) }
            : flow with { Transfer = Transfer.Over(flow.Speed, from, first, isInitial) };
    }
}
