using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Replication;

namespace VasaSim.Core.Cloud.Operations.Laws;

/// <summary>
/// Reverse: the recovered machine is replicated to where it came from. The old source machine goes, its disks are the
/// seed. For a while after the recovery only what changed since has to be transferred.
/// </summary>
internal sealed class ReverseLaw : CloudLaw
{
    public override IReadOnlyList<ReplicationState> Needs { get; } = [StateChart.Reverse.From];

    public override bool NeedsLink(CloudCommand command) => true;

    public override Fault? Check(CloudContext context)
    {
        VmReplication replication = context.Replication;
        return Recovered(context) is null
            ? new CloudNotFound(CloudThing.Machine, replication.Recovery!.Machine)
            : ReplicationStart.CheckFree(context.World, Recovered(context)!, replication.Source.Site, except: replication.Id);
    }

    public override VmReplication Apply(CloudContext context)
    {
        World world = context.World;
        VmReplication before = context.Replication;
        CloudMachine recovered = Recovered(context)!;
        VappReplication vapp = world.Cloud.FindVappReplication(before.VappReplication)!;
        VmReplication reversed = before with
        {
            Source = AsSource(world, before, vapp),
            Destination = AsDestination(world, before.Source),
            Machine = recovered.Id,
            IsReversed = !before.IsReversed,
            State = StateChart.Sync.From,
            Recovery = null,
            Settings = before.Settings with { InitialSyncTime = null },
        };
        long bytes = Bytes(context, recovered);
        world.Put(reversed);
        if (context.Machine is { } old)
        {
            CloudInventory.Remove(world, old);
        }

        if (world.Cloud.ReplicationsIn(vapp.Id).All(r => r.IsReversed == reversed.IsReversed))
        {
            world.Put(vapp with { Source = reversed.Source, Destination = reversed.Destination });
        }

        return DataFlows.Begin(world, reversed, bytes);
    }

    private static CloudMachine? Recovered(CloudContext context) =>
        context.World.Cloud.FindMachine(context.Replication.Destination.Site, context.Replication.Recovery!.Machine);

    private static long Bytes(CloudContext context, CloudMachine recovered)
    {
        long all = recovered.Disks.Sum(d => d.Bytes);
        TimeSpan since = context.World.Now - context.Replication.Recovery!.At;
        return context.Machine is null || since > context.World.Knobs.Cloud.OptimizedReverse ? all
            : recovered.PoweredOn ? (long)Math.Min(all, recovered.ChangeRate * since.TotalSeconds)
            : 0;
    }

    private static ReplicationEnd AsSource(World world, VmReplication before, VappReplication vapp) => new()
    {
        Site = before.Destination.Site,
        Org = before.Destination.Org,
        Vdc = before.Destination.Vdc,
        Vapp = before.Recovery!.Vapp,
        VappName = before.Recovery.Vapp is { } id ? world.Cloud.FindVapp(id)?.Name : vapp.Name,
    };

    private static ReplicationEnd AsDestination(World world, ReplicationEnd source) => new()
    {
        Site = source.Site,
        Org = source.Org,
        Vdc = source.Vdc,
        StorageProfile = source.Vdc is { } vdc ? world.Cloud.FindVdc(vdc)?.StorageProfiles[0].Id : null,
    };
}
