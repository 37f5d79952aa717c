using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Lab;
using VasaSim.Core.Replicas;

namespace VasaSim.Core.Cloud.Flow;

/// <summary>
/// Which instances are kept. A rule cuts time into stretches, counted from the first instance there ever was. Of the
/// newest stretches that have an instance, as many as the rule says, it keeps the first one. The latest is always kept. So
/// the first of a stretch stays from its coming until the stretch is too old, and what is let go never is wanted again.
/// </summary>
internal sealed class RetentionLaw
{
    private readonly IReadOnlyList<(Rhythm Stretches, int Count)> _rules;

    /// <summary>The law of a replication's rules.</summary>
    /// <param name="rules">The rules; what keeps nothing is no rule.</param>
    /// <param name="distance">What the distance of a rule is.</param>
    /// <param name="first">The time of the first instance; null: there is none to keep.</param>
    public RetentionLaw(IReadOnlyList<RetentionRule> rules, RetentionDistance distance, DateTimeOffset? first) =>
        _rules = first is null ? [] :
        [
            .. rules.Where(r => r is { NumberOfInstances: > 0, Distance: > 0 })
                .Select(r => (new Rhythm(first.Value, LengthOf(r, distance)), r.NumberOfInstances)),
        ];

    /// <summary>Those that are kept, of instances that are in the order of their times.</summary>
    public IReadOnlyList<ReplicaInstance> Keep(IReadOnlyList<ReplicaInstance> instances)
    {
        if (instances.Count < 2)
        {
            return instances;
        }

        bool[] keep = new bool[instances.Count];
        keep[^1] = true;
        foreach ((Rhythm stretches, int count) in _rules)
        {
            int left = count;
            for (int i = instances.Count - 1; i >= 0 && left > 0; i--)
            {
                if (i == 0 || stretches.NumberAt(instances[i - 1].Time) != stretches.NumberAt(instances[i].Time))
                {
                    keep[i] = true;
                    left--;
                }
            }
        }

        return keep.Contains(false) ? [.. instances.Where((_, i) => keep[i])] : instances;
    }

    /// <summary>The numbers of those of the first planned transfers whose instances can be among the kept; the others need not be made.</summary>
    public IReadOnlyCollection<long> Wanted(PlannedTransfers planned, long count)
    {
        SortedSet<long> wanted = [];
        if (count > 0)
        {
            wanted.Add(count - 1);
        }

        foreach ((Rhythm stretches, int most) in _rules)
        {
            long number = count - 1;
            for (int left = most; left > 0 && number >= 0; left--)
            {
                DateTimeOffset begin = stretches.TimeOf(stretches.NumberAt(planned[number].From));
                number = planned.BegunBy(begin.AddTicks(-1));
                wanted.Add(number--);
            }
        }

        return wanted;
    }

    private static TimeSpan LengthOf(RetentionRule rule, RetentionDistance distance)
    {
        long milliseconds = rule.Distance * 60_000L / (distance == RetentionDistance.Span ? rule.NumberOfInstances : 1);
        return TimeSpan.FromMilliseconds(Math.Max(1, milliseconds));
    }
}
