using System.Globalization;
using VasaSim.Core.Alarms;
using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Operations;

namespace VasaSim.Core.Lab;

/// <summary>
/// What follows from a new world before anybody asks anything: the alarms it begins with, how the data of its cloud
/// replications flows, and that protection groups protect their machines.
/// </summary>
public static class WorldBeginning
{
    /// <summary>Settles a new world. It changes at least the world's clock, so that there is something to store.</summary>
    public static void Settle(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        world.Put(world.Clock);
        foreach (ProviderDefinition definition in world.Info.Lab.Providers)
        {
            if (world.FindProvider(definition.Provider.Id) is { } provider)
            {
                AlarmBook.Begin(world, provider, [.. definition.Alarms.SelectMany(a => Spread(a, world.Info.StartTime))]);
            }
        }

        foreach (VmReplication replication in world.Cloud.Replications.ToArray())
        {
            world.Put(Begun(world, replication));
        }

        Protecting.ProtectAll(world);
    }

    // One that was synced has its first instance, which came as fast as the link lets it.
    private static VmReplication Begun(World world, VmReplication replication)
    {
        DataFlow flow = replication.Flow;
        if (flow.SyncedTo is { } synced)
        {
            long bytes = world.Cloud.FindMachine(replication.Source.Site, replication.Machine)!.Disks.Sum(disk => disk.Bytes);
            TimeSpan took = LinkSpeed.Of(world.FindLink(replication.Source.Site, replication.Destination.Site)).TimeToBring(bytes);
            ReplicaInstance first = ReplicaInstances.Make(world, replication, flow.NextSequence, synced, bytes, synced + took);
            flow = flow with { Kept = [first], FirstInstance = synced, NextSequence = flow.NextSequence + 1 };
        }

        return DataFlows.Change(world, replication with { Flow = flow }, r => r);
    }

    private static IEnumerable<AlarmCondition> Spread(AlarmDefinition alarm, DateTimeOffset start)
    {
        for (int i = 1; i <= alarm.Count; i++)
        {
            yield return alarm.Condition with
            {
                EntityId = alarm.Count == 1 ? alarm.Condition.EntityId : string.Create(CultureInfo.InvariantCulture, $"{alarm.Condition.EntityId}-{i}"),
                Since = start,
                IsFixed = true,
            };
        }
    }
}
