using System.Text.Json.Serialization;

namespace VasaSim.Core.Model;

/// <summary>
/// The replicas that an array makes by itself, at <see cref="First"/> and every <see cref="Every"/> after it, of
/// which the newest <see cref="Keep"/> are there.
/// </summary>
public sealed record ReplicaSchedule
{
    /// <summary>The time of the first one.</summary>
    public required DateTimeOffset First { get; init; }

    /// <summary>The distance between two.</summary>
    public required TimeSpan Every { get; init; }

    /// <summary>How many are kept.</summary>
    public required int Keep { get; init; }

    /// <summary>Name of a replica; <c>{format}</c> in it is replaced by the replica's UTC time in that .NET format.</summary>
    public required string Name { get; init; }

    /// <summary>Tags and how often they are given: 1 is each replica, 6 every sixth counted from the first.</summary>
    public IReadOnlyList<ScheduledTag> Tags { get; init; } = [];

    /// <summary>When none were made, oldest first; an open last one means the schedule is stopped.</summary>
    public IReadOnlyList<Interval> Pauses { get; init; } = [];

    /// <summary>Since when replicas come over the link they come over now; what another link lost before is among <see cref="Pauses"/>.</summary>
    public DateTimeOffset? LinkedSince { get; init; }

    /// <summary>False when the lab gave replicas but no schedule to go on with.</summary>
    public bool Continues { get; init; } = true;

    /// <summary>True while no replicas are made.</summary>
    [JsonIgnore]
    public bool IsStopped => Pauses.Count > 0 && Pauses[^1].To is null;

    /// <summary>Stops the schedule: no replica after <paramref name="at"/>.</summary>
    public ReplicaSchedule StopAt(DateTimeOffset at) =>
        IsStopped ? this : this with { Pauses = [.. Pauses, new Interval(at, null)] };

    /// <summary>Goes on after a stop, if there is anything to go on with.</summary>
    public ReplicaSchedule ResumeAt(DateTimeOffset at) =>
        IsStopped && Continues
            ? this with { Pauses = [.. Pauses.SkipLast(1), Pauses[^1] with { To = at }] }
            : this;

    /// <summary>The schedule of another group that takes over the rhythm: its first replica comes one period later.</summary>
    public ReplicaSchedule? BeginAt(DateTimeOffset at) =>
        Continues ? this with { First = at + Every, Pauses = [], LinkedSince = null } : null;

    /// <summary>The schedule when its replicas come over another link from now on: what the former one lost stays lost.</summary>
    public ReplicaSchedule RelinkAt(DateTimeOffset at, Link? former)
    {
        IEnumerable<Interval> lost = (former?.Outages ?? [])
            .Where(o => LinkedSince is null || o.To is null || o.To > LinkedSince)
            .Select(o => new Interval((o.From < LinkedSince ? LinkedSince.Value : o.From) - former!.Lag, o.To ?? at));
        return this with { LinkedSince = at, Pauses = [.. Pauses.Concat(lost).OrderBy(p => p.From)] };
    }
}

/// <summary>A tag of scheduled replicas, on every <paramref name="Nth"/> one.</summary>
public sealed record ScheduledTag(string Tag, int Nth);
