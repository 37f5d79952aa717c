using System.Globalization;
using VasaSim.Core.Model;

namespace VasaSim.Core.Replicas;

/// <summary>
/// The replicas of a schedule, by arithmetic: the one numbered n has the time <c>First + n × Every</c>, and is there
/// when the schedule was not paused then, the link was up while it was transferred, the transfer is over, and fewer
/// than <c>Keep</c> newer ones are there.
/// </summary>
internal static class ScheduledReplicas
{
    private const string IdPrefix = "pit-";
    private const string IdFormat = "yyyyMMdd'T'HHmmssfff'Z'";

    /// <summary>The numbers and times of those there are, newest first.</summary>
    public static IEnumerable<(long Number, DateTimeOffset Time)> NewestFirst(ReplicaSchedule schedule, Link? link, DateTimeOffset now)
    {
        TimeSpan lag = link?.Lag ?? default;
        IReadOnlyList<Interval> outages = link?.Outages ?? [];
        DateTimeOffset linked = schedule.LinkedSince ?? DateTimeOffset.MinValue;
        Rhythm rhythm = new(schedule.First, schedule.Every);
        int kept = 0;
        long number = rhythm.NumberAt(now - lag);
        while (number >= 0 && kept < schedule.Keep)
        {
            DateTimeOffset time = rhythm.TimeOf(number);
            if (Blocking(schedule.Pauses, time, time) is { } pause)
            {
                number = Math.Min(number - 1, rhythm.NumberAt(pause.From));
            }
            else if (time > linked && Blocking(outages, time, time + lag) is { } outage)
            {
                DateTimeOffset before = outage.From - lag;
                number = Math.Min(number - 1, rhythm.NumberAt(before > linked ? before : linked));
            }
            else
            {
                kept++;
                yield return (number--, time);
            }
        }
    }

    /// <summary>The replica with a number.</summary>
    public static Replica Describe(ReplicaSchedule schedule, long number, DateTimeOffset time) =>
        new(IdOf(time), NameOf(schedule.Name, time), time, TagsOf(schedule, number)) { Scheduled = true };

    /// <summary>The time that an id of a scheduled replica stands for, or null when it is no such id.</summary>
    public static DateTimeOffset? TimeOf(string id) =>
        id.StartsWith(IdPrefix, StringComparison.Ordinal) && DateTimeOffset.TryParseExact(
            id.AsSpan(IdPrefix.Length),
            IdFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out DateTimeOffset time) ? time : null;

    private static string IdOf(DateTimeOffset time) => IdPrefix + time.UtcDateTime.ToString(IdFormat, CultureInfo.InvariantCulture);

    private static Interval? Blocking(IReadOnlyList<Interval> intervals, DateTimeOffset from, DateTimeOffset to)
    {
        foreach (Interval interval in intervals)
        {
            if (interval.Overlaps(from, to))
            {
                return interval;
            }
        }

        return null;
    }

    private static string NameOf(string pattern, DateTimeOffset time)
    {
        int open = pattern.IndexOf('{', StringComparison.Ordinal);
        int close = pattern.IndexOf('}', StringComparison.Ordinal);
        return open < 0 || close < open
            ? pattern
            : string.Concat(
                pattern.AsSpan(0, open),
                time.UtcDateTime.ToString(pattern[(open + 1)..close], CultureInfo.InvariantCulture),
                pattern.AsSpan(close + 1));
    }

    private static string[] TagsOf(ReplicaSchedule schedule, long number) =>
        [.. schedule.Tags.Where(t => number % t.Nth == 0).Select(t => t.Tag)];
}
