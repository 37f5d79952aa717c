using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Lab;

namespace VasaSim.Core.Tests.Cloud;

/// <summary>Which instances the retention rules leave.</summary>
public sealed class RetentionTests
{
    private static readonly DateTimeOffset _t0 = CloudWorld.T0;

    [Fact]
    public void Without_rules_only_the_latest_is_kept() => Assert.Equal([90], After(95, new CloudKnobs()));

    [Fact]
    public void A_rule_keeps_the_first_of_each_stretch_and_the_latest_is_kept_besides() =>
        Assert.Equal([30, 60, 90], After(95, new CloudKnobs(), new RetentionRule(3, 30)));

    [Fact]
    public void The_stretch_that_is_not_over_counts() =>
        Assert.Equal([60, 90, 110], After(112, new CloudKnobs(), new RetentionRule(2, 30)));

    [Fact]
    public void Rules_add_up() =>
        Assert.Equal([0, 60, 120, 140, 150], After(155, new CloudKnobs(), new RetentionRule(3, 60), new RetentionRule(2, 10)));

    [Fact]
    public void With_the_knob_a_distance_is_what_all_are_spread_over() =>
        Assert.Equal([30, 60, 90], After(95, new CloudKnobs { RetentionDistance = RetentionDistance.Span }, new RetentionRule(3, 90)));

    [Fact]
    public void Rules_that_keep_nothing_are_none() =>
        Assert.Equal([90], After(95, new CloudKnobs(), new RetentionRule(0, 10), new RetentionRule(10, 0)));

    [Fact]
    public void What_a_stricter_rule_let_go_does_not_come_back()
    {
        CloudWorld lab = new();
        lab.Begin(new ReplicationSettings { Rpo = 10, Retention = [new RetentionRule(10, 10)] });
        lab.AdvanceTo(_t0.AddMinutes(35));

        lab.Change(r => r with { Settings = r.Settings with { Retention = [new RetentionRule(2, 30)] } });
        Assert.Equal([0, 30], lab.Minutes());
        lab.Change(r => r with { Settings = r.Settings with { Retention = [new RetentionRule(10, 10)] } });
        lab.AdvanceTo(_t0.AddMinutes(45));

        Assert.Equal([0, 30, 40], lab.Minutes());
    }

    private static IReadOnlyList<double> After(int minutes, CloudKnobs knobs, params RetentionRule[] rules)
    {
        CloudWorld lab = new(knobs);
        lab.Begin(new ReplicationSettings { Rpo = 10, Retention = rules });
        lab.AdvanceTo(_t0.AddMinutes(minutes));
        return lab.Minutes();
    }
}
