using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;

namespace VasaSim.Core.Tests.Cloud;

/// <summary>
/// What the flow of one replication brings, found by making every instance one by one, with outages of the link on the
/// way, and pruning after each. It shares no code with the laws.
/// </summary>
internal sealed class NaiveFlow(Scenario scenario)
{
    private readonly List<(long Number, DateTimeOffset Time, long Bytes, DateTimeOffset There)> _instances = [];
    private DateTimeOffset? _first;
    private long _made;

    /// <summary>Number, time, bytes and duration of those there are at a time.</summary>
    public IReadOnlyList<(long, DateTimeOffset, long, TimeSpan)> InstancesAt(DateTimeOffset now)
    {
        _instances.Clear();
        (_first, _made) = (null, 0);
        long initial = scenario.InitialBytes;
        long carried = 0;
        DateTimeOffset? synced = null;
        DateTimeOffset from = CloudWorld.T0;
        while (true)
        {
            long bytes = synced is { } last ? (long)((decimal)scenario.Rate * (long)(from - last).TotalMilliseconds / 1000) : initial - carried;
            long sending = (long)((decimal)bytes * 1000 / scenario.Bandwidth);
            DateTimeOffset there = from.AddMilliseconds(sending) + scenario.Lag;
            Interval? outage = scenario.Outages.Where(o => from <= o.From && o.From < there).Cast<Interval?>().FirstOrDefault();
            if (outage is { } down)
            {
                if (down.From > now)
                {
                    break;
                }

                long passed = (long)(down.From - from).TotalMilliseconds;
                carried += synced is not null ? 0 : passed >= sending && passed > 0 ? bytes : sending == 0 ? 0 : (long)((decimal)bytes * passed / sending);
                from = down.To!.Value;
                continue;
            }

            if (there > now)
            {
                break;
            }

            Arrive(from, bytes + (synced is null ? carried : 0), there);
            synced = from;
            DateTimeOffset next = from.AddMinutes(scenario.Rpo) > there ? from.AddMinutes(scenario.Rpo) : there;
            // One that is idle when the link goes down begins when it is up.
            Interval? idle = scenario.Outages.Where(o => there <= o.From && o.From < next).Cast<Interval?>().FirstOrDefault();
            from = idle?.To ?? next;
        }

        return [.. _instances.Select(i => (i.Number, i.Time, i.Bytes, i.There - i.Time))];
    }

    private void Arrive(DateTimeOffset time, long bytes, DateTimeOffset there)
    {
        _first ??= time;
        _instances.Add((++_made, time, bytes, there));
        HashSet<long> kept = [_made];
        foreach (RetentionRule rule in scenario.Rules)
        {
            long length = scenario.Distance == RetentionDistance.Spacing ? rule.Distance * 60_000L : rule.Distance * 60_000L / rule.NumberOfInstances;
            kept.UnionWith(_instances
                .GroupBy(i => (long)(i.Time - _first.Value).TotalMilliseconds / length)
                .OrderByDescending(g => g.Key)
                .Take(rule.NumberOfInstances)
                .Select(g => g.MinBy(i => i.Time).Number));
        }

        _instances.RemoveAll(i => !kept.Contains(i.Number));
    }
}
