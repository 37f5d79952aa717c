using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Cloud.Queries;
using VasaSim.Core.Control;
using VasaSim.Core.Lab;

namespace VasaSim.Core.Tests.Cloud;

/// <summary>Laws of the data flow that hold whatever happens.</summary>
public sealed class FlowLawsTests
{
    [Fact]
    public void What_is_computed_is_what_comes_when_every_instance_is_made_one_by_one() => Check(300, Scenario.Any(), scenario =>
    {
        CloudWorld lab = new(
            new CloudKnobs { RetentionDistance = scenario.Distance },
            CloudWorld.LinkOf(scenario.Bandwidth, scenario.Lag),
            changeRate: scenario.Rate);
        lab.Begin(new ReplicationSettings { Rpo = scenario.Rpo, Retention = scenario.Rules }, scenario.InitialBytes);
        NaiveFlow naive = new(scenario);
        foreach ((DateTimeOffset at, Action what) in Happenings(scenario, lab, naive).OrderBy(h => h.At))
        {
            lab.AdvanceTo(at);
            what();
        }
    });

    [Fact]
    public void Telling_a_flow_anew_at_any_moment_changes_nothing() => Check(300, Steps(), steps =>
    {
        CloudWorld plain = new(link: CloudWorld.LinkOf(1000), changeRate: 500);
        CloudWorld told = new(link: CloudWorld.LinkOf(1000), changeRate: 500);
        foreach (CloudWorld lab in new[] { plain, told })
        {
            lab.Begin(new ReplicationSettings { Rpo = 5, Retention = [new RetentionRule(4, 10), new RetentionRule(3, 60)] }, 1_000_000);
        }

        foreach (FlowStep step in steps)
        {
            Do(plain, step, tell: false);
            Do(told, step, tell: true);
            Assert.Equal(Picture(plain), Picture(told));
        }
    });

    [Fact]
    public void Whatever_happens_numbers_rise_times_are_whole_milliseconds_and_nothing_comes_back() => Check(300, Steps(), steps =>
    {
        CloudWorld lab = new(link: CloudWorld.LinkOf(1000), changeRate: 500);
        lab.Begin(new ReplicationSettings { Rpo = 5, Retention = [new RetentionRule(4, 10)] }, 1_000_000);
        HashSet<string> seen = [];
        HashSet<string> gone = [];
        foreach (FlowStep step in steps)
        {
            Do(lab, step, tell: false);
            IReadOnlyList<ReplicaInstance> there = lab.Instances();
            Assert.Equal(there.OrderBy(i => i.SequenceNumber).DistinctBy(i => i.SequenceNumber), there);
            Assert.Equal(there.OrderBy(i => i.Time), there);
            Assert.All(there, i => Assert.Equal(0, i.Time.Ticks % TimeSpan.TicksPerMillisecond));
            Assert.All(there, i => Assert.True(i.Time + i.TransferTime <= lab.Now));
            Assert.Equal(there.Count > 0 ? there[^1] : null, CloudQueries.Latest(lab.World, lab.Of()));
            HashSet<string> keys = [.. there.Select(i => i.Key)];
            Assert.Empty(keys.Intersect(gone));
            gone.UnionWith(seen.Except(keys));
            seen.UnionWith(keys);
            Assert.True(lab.Tables.Agenda.Next is not { } next || next.At > lab.Now);
        }
    });

    [Fact]
    public void A_world_that_was_loaded_after_every_step_goes_on_the_same_way() => Check(50, Steps(), steps =>
    {
        CloudWorld plain = new(link: CloudWorld.LinkOf(1000), changeRate: 500);
        plain.Begin(new ReplicationSettings { Rpo = 5, Retention = [new RetentionRule(4, 10)] }, 1_000_000);
        CloudWorld loaded = new(new World(plain.World.Entities, 0));
        foreach (FlowStep step in steps)
        {
            Do(plain, step, tell: false);
            Do(loaded, step, tell: false);
            DateTimeOffset now = loaded.Now;
            loaded = new(new World(loaded.World.Entities, 0));
            loaded.AdvanceTo(now);
            Assert.Equal(Picture(plain), Picture(loaded));
            Assert.Equal(JsonSerializer.Serialize(plain.Flow()), JsonSerializer.Serialize(loaded.Flow()));
        }
    });

    private static IEnumerable<(DateTimeOffset At, Action What)> Happenings(Scenario scenario, CloudWorld lab, NaiveFlow naive) =>
    [
        .. scenario.Outages.Select(o => (o.From, (Action)lab.Cut)),
        .. scenario.Outages.Select(o => (o.To!.Value, (Action)lab.Mend)),
        .. scenario.Looks.Select(at => (at, (Action)(() => Assert.Equal(
            naive.InstancesAt(at), lab.Instances().Select(i => (i.SequenceNumber, i.Time, i.TransferBytes, i.TransferTime)))))),
    ];

    private static void Do(CloudWorld lab, FlowStep step, bool tell)
    {
        int number = step.Number;
        switch (step.Kind)
        {
            case FlowStepKind.Wait when tell:
                lab.Advance(TimeSpan.FromSeconds(number / 3));
                lab.Change(r => r);
                lab.Change(r => r);
                lab.Advance(TimeSpan.FromSeconds(number - (number / 3)));
                lab.Change(r => r);
                break;
            case FlowStepKind.Wait:
                lab.Advance(TimeSpan.FromSeconds(number));
                break;
            case FlowStepKind.Link:
                lab.SetLink(new LinkPatch(Up: number % 3 > 0));
                break;
            case FlowStepKind.Speed:
                lab.SetLink(new LinkPatch(Bandwidth: 400 + (number % 1000), Lag: TimeSpan.FromSeconds(number % 50), Unlimited: number % 10 == 0));
                break;
            case FlowStepKind.Pause:
                lab.Pause(number % 3 == 0);
                break;
            case FlowStepKind.Power:
                lab.Power(number % 3 > 0);
                break;
            case FlowStepKind.Rate:
                lab.SetMachine(m => m with { ChangeRate = number % 900 });
                break;
            case FlowStepKind.Settings:
                lab.Change(r => r with { Settings = r.Settings with { Rpo = 5 + (number % 30), Retention = [new RetentionRule(1 + (number % 5), 7)] } });
                break;
            case FlowStepKind.Sync when lab.Flow() is { IsPaused: false, Mode: not FlowMode.Interrupted }:
                (long bytes, TimeSpan takes) = DataFlows.Sync(lab.World, lab.Of());
                CloudTask task = lab.BeginSync(takes + TimeSpan.FromMinutes(1), bytes);
                lab.Advance(takes);
                lab.EndSync(task);
                break;
        }
    }

    private static string Picture(CloudWorld lab)
    {
        DateTimeOffset hour = lab.Now.AddHours(-1);
        return string.Join('\n',
            JsonSerializer.Serialize(lab.Status()),
            JsonSerializer.Serialize(lab.Instances()),
            DataFlows.Sync(lab.World, lab.Of()),
            CloudQueries.Traffic(lab.World, lab.Of(), CloudWorld.T0, lab.Now, 1)[0],
            string.Join(',', CloudQueries.Traffic(lab.World, lab.Of(), hour, lab.Now, 6)));
    }

    private static Arbitrary<FlowStep[]> Steps()
    {
        Gen<FlowStepKind> change = Gen.Elements(Enum.GetValues<FlowStepKind>());
        Gen<FlowStep> step =
            from kind in Gen.Frequency((1, Gen.Constant(FlowStepKind.Wait)), (2, change))
            from number in Gen.Frequency((3, Gen.Choose(1, 2000)), (1, Gen.Choose(1, 200_000)))
            select new FlowStep(kind, number);
        return Arb.From(Gen.ArrayOf(step, 40), Shorter);
    }

    private static IEnumerable<FlowStep[]> Shorter(FlowStep[] steps)
    {
        for (int size = steps.Length / 2; size > 0; size /= 2)
        {
            for (int from = 0; from + size <= steps.Length; from += size)
            {
                yield return [.. steps[..from], .. steps[(from + size)..]];
            }
        }
    }

    private static void Check<T>(int runs, Arbitrary<T> values, Action<T> law) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(runs).WithQuietOnSuccess(true), Prop.ForAll(values, law));
}

/// <summary>Something that happens to a flow.</summary>
internal enum FlowStepKind
{
    Wait,
    Link,
    Speed,
    Pause,
    Power,
    Rate,
    Settings,
    Sync,
}

/// <summary>Something that happens to a flow, and a number that says how much of it.</summary>
internal sealed record FlowStep(FlowStepKind Kind, int Number);
