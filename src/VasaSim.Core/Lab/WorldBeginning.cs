using System.Globalization;
using VasaSim.Core.Alarms;
using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Model;

namespace VasaSim.Core.Lab;

/// <summary>
/// What follows from a new world before anybody asks anything: the alarms it begins with, and how the data of its cloud
/// replications flows.
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
    }

    // What the lab wants of the flow stands in it, see WorldBuilderReplications.
    private static VmReplication Begun(World world, VmReplication waiting)
    {
        long bytes = world.Cloud.FindMachine(waiting.Source.Site, waiting.Machine)!.Disks.Sum(disk => disk.Bytes);
        VmReplication begun = DataFlows.Begin(world, waiting, bytes);
        if (waiting.Flow.SyncedTo is { } synced)
        {
            begun = DataFlows.Synced(world, begun, synced, bytes);
        }

        return waiting.Flow.IsPaused
            ? DataFlows.Change(world, begun, r => r with { Flow = r.Flow with { IsPaused = true } })
            : begun;
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
