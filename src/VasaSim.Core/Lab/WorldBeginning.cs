using System.Globalization;
using VasaSim.Core.Alarms;
using VasaSim.Core.Model;

namespace VasaSim.Core.Lab;

/// <summary>What follows from a new world before anybody asks anything: the alarms it begins with.</summary>
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
