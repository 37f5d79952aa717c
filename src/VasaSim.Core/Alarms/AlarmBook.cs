using VasaSim.Core.Model;

namespace VasaSim.Core.Alarms;

/// <summary>
/// The alarms of providers. They are brought up to date when somebody looks: trouble that is new gets an alarm with the
/// next number, an alarm whose trouble is gone is cleared, and trouble that got worse or better is another alarm.
/// </summary>
public static class AlarmBook
{
    /// <summary>Brings the alarms of a provider up to date.</summary>
    /// <returns>Those that are active, in order of their numbers.</returns>
    public static IReadOnlyList<StorageAlarm> Update(World world, Provider provider)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(provider);
        Dictionary<object, AlarmCondition> conditions = [];
        foreach (AlarmCondition condition in AlarmLaws.Of(world, provider))
        {
            conditions[condition.Identity] = condition;
        }

        List<StorageAlarm> active = [];
        foreach (StorageAlarm alarm in world.AlarmsOf(provider.Id).ToArray())
        {
            if (conditions.Remove(alarm.Condition.Identity, out AlarmCondition? same))
            {
                active.Add(same == alarm.Condition ? alarm : Put(world, alarm with { Condition = same }));
            }
            else if (alarm.Condition.IsFixed)
            {
                active.Add(alarm);
            }
            else
            {
                world.Remove(alarm);
            }
        }

        active.AddRange(Raise(world, provider, [.. conditions.Values]));
        return active;
    }

    /// <summary>Raises the alarms of a new world: what its laws say, and then those that the lab has.</summary>
    public static void Begin(World world, Provider provider, IReadOnlyList<AlarmCondition> fixedOnes)
    {
        Update(world, provider);
        Raise(world, world.FindProvider(provider.Id)!, fixedOnes);
    }

    private static List<StorageAlarm> Raise(World world, Provider provider, IReadOnlyCollection<AlarmCondition> conditions)
    {
        if (conditions.Count == 0)
        {
            return [];
        }

        long next = provider.LastAlarm;
        world.Put(provider with { LastAlarm = next + conditions.Count });
        return [.. conditions.Select(c => Put(world, new StorageAlarm { Provider = provider.Id, Id = ++next, Condition = c }))];
    }

    private static StorageAlarm Put(World world, StorageAlarm alarm)
    {
        world.Put(alarm);
        return alarm;
    }
}
