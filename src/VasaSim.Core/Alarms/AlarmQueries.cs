using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;

namespace VasaSim.Core.Alarms;

/// <summary>What a provider tells of its alarms.</summary>
public static class AlarmQueries
{
    /// <summary>One page of the active alarms of a provider that fit a filter.</summary>
    public static Result<AlarmPage> Active(World world, Provider provider, string method, AlarmFilter filter)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(filter);
        if (ProviderGate.CheckAlarms(world, provider, method) is { } refusal)
        {
            return refusal;
        }

        IReadOnlyList<StorageAlarm> alarms = AlarmBook.Update(world, provider);
        if (world.Knobs.StrictAlarmEntities && filter.Ids is { } ids && !ids.Any(id => Exists(world, alarms, filter.Entity!.Value, id)))
        {
            return new NotFound($"{filter.Entity} {ids[0].Text}");
        }

        StorageAlarm[] found = [.. alarms
            .Where(a => a.Condition.Severity != AlarmSeverity.Green && a.Id > filter.After && filter.Fits(a.Condition))
            .Take(world.Knobs.AlarmPage + 1)];
        return found.Length > world.Knobs.AlarmPage
            ? new AlarmPage(found[..^1], found[^2].Id)
            : new AlarmPage(found, null);
    }

    // What the world has no list of exists when there is an alarm about it.
    private static bool Exists(World world, IReadOnlyList<StorageAlarm> alarms, AlarmEntity entity, AlarmEntityId id) => entity switch
    {
        AlarmEntity.ReplicationGroup => id.Group is { } group && world.FindGroup(group) is not null,
        AlarmEntity.StorageLun => world.FindLun(id.Text) is not null,
        AlarmEntity.StorageArray => world.FindArray(id.Text) is not null,
        AlarmEntity.StorageContainer => world.FindContainer(id.Text) is not null,
        AlarmEntity.FaultDomain => world.FindFaultDomain(id.Text) is not null,
        _ => alarms.Any(a => a.Condition.Entity == entity && a.Condition.EntityId == id.Text),
    };
}

/// <summary>Which alarms to tell; what is null does not restrict.</summary>
public sealed record AlarmFilter
{
    /// <summary>How bad.</summary>
    public AlarmSeverity? Severity { get; init; }

    /// <summary>What sort of trouble.</summary>
    public AlarmType? Type { get; init; }

    /// <summary>About what sort of entity.</summary>
    public AlarmEntity? Entity { get; init; }

    /// <summary>About which entities; only together with their sort.</summary>
    public IReadOnlyList<AlarmEntityId>? Ids { get; init; }

    /// <summary>Only alarms with higher numbers.</summary>
    public long After { get; init; }

    internal bool Fits(AlarmCondition condition) =>
        (Severity is null || Severity == condition.Severity)
        && (Type is null || Type == condition.Type)
        && (Entity is null || Entity == condition.Entity)
        && (Ids is null || Ids.Any(i => i.Group is { } group ? group == condition.Group : condition.Group is null && i.Text == condition.EntityId));
}

/// <summary>The id of an entity: a text, or that of a group.</summary>
public sealed record AlarmEntityId(string Text, GroupId? Group = null);

/// <summary>A page of alarms.</summary>
/// <param name="Alarms">In order of their numbers.</param>
/// <param name="More">The number after which there are more; null on the last page.</param>
public sealed record AlarmPage(IReadOnlyList<StorageAlarm> Alarms, long? More);
