using FsCheck;
using FsCheck.Fluent;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Lab;
using Interval = VasaSim.Core.Model.Interval;

namespace VasaSim.Core.Tests.Cloud;

/// <summary>A machine, a link with its outages, the settings of a replication, and when somebody looks.</summary>
internal sealed record Scenario
{
    public required int Rpo { get; init; }

    public required long Rate { get; init; }

    public required long Bandwidth { get; init; }

    public required TimeSpan Lag { get; init; }

    public required long InitialBytes { get; init; }

    public required RetentionDistance Distance { get; init; }

    public required IReadOnlyList<RetentionRule> Rules { get; init; }

    /// <summary>When the link is down, oldest first.</summary>
    public required IReadOnlyList<Interval> Outages { get; init; }

    /// <summary>When somebody looks, oldest first.</summary>
    public required IReadOnlyList<DateTimeOffset> Looks { get; init; }

    public static Arbitrary<Scenario> Any()
    {
        Gen<RetentionRule> rule = from n in Gen.Choose(1, 6) from d in Gen.Choose(1, 400) select new RetentionRule(n, d);
        Gen<int[]> moments = Gen.Choose(0, 4 * 24 * 3600).ArrayOf(6);
        return Arb.From(
            from rpo in Gen.Choose(5, 60)
            from whole in Gen.Elements(1, 1000, 1000)
            from rate in Gen.Choose(0, 999).Select(r => r * whole)
            from percent in Gen.Elements(1, 20, 60, 95, 100, 130, 1_000_000)
            from lag in Gen.Elements(0, 0, 1500, 70_000, 400_000)
            from initial in Gen.Choose(0, 20_000_000).Select(b => b * (long)whole)
            from distance in Gen.Elements(RetentionDistance.Spacing, RetentionDistance.Span)
            from rules in Gen.Choose(0, 3).SelectMany(n => rule.ArrayOf(n))
            from outages in moments
            from kind in Gen.Elements(1000, 60_000, 300_000)
            from looks in moments
            select new Scenario
            {
                Rpo = rpo,
                Rate = rate,
                Bandwidth = Math.Max(1, rate * (long)percent / 100),
                Lag = TimeSpan.FromMilliseconds(lag),
                InitialBytes = initial,
                Distance = distance,
                Rules = rules,
                // On whole minutes often enough to meet a transfer's begin or end. Each may cost a part of a byte, so they
                // are there when as many are written in a millisecond as are whole.
                Outages = whole == 1 ? [] : Pairs([.. outages.Select(s => s * 1000L / kind * kind).Distinct().Order()]),
                Looks = [.. looks.Order().Select(s => CloudWorld.T0.AddSeconds(s))],
            });
    }

    private static Interval[] Pairs(long[] ms) =>
        [.. Enumerable.Range(0, ms.Length / 2).Select(i => new Interval(CloudWorld.T0.AddMilliseconds(ms[2 * i]), CloudWorld.T0.AddMilliseconds(ms[(2 * i) + 1])))];
}
