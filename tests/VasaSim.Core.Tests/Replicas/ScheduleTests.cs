using VasaSim.Core.Control;
using VasaSim.Core.Model;
using VasaSim.Core.Replicas;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Replicas;

/// <summary>The replicas of a schedule, by arithmetic.</summary>
public sealed class ScheduleTests
{
    private const string Target = "fd-b1/rg-01-t";
    private static readonly DateTimeOffset _t0 = Inventory.T0;

    [Fact]
    public void The_newest_few_are_there_at_every_time()
    {
        TestWorld lab = new();
        Assert.Equal([-3, -2, -1, 0], Hours(lab));

        lab.Advance(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(1));
        Assert.Equal([-3, -2, -1, 0], Hours(lab));
        lab.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal([-2, -1, 0, 1], Hours(lab));
        lab.Advance(TimeSpan.FromHours(100.5));
        Assert.Equal([98, 99, 100, 101], Hours(lab));
    }

    [Fact]
    public void Before_the_first_one_there_is_none()
    {
        TestWorld lab = With(s => s with { First = _t0.AddHours(2), Keep = 4 });
        Assert.Empty(lab.Replicas(Target));

        lab.Advance(TimeSpan.FromHours(3));

        Assert.Equal([2, 3], Hours(lab));
    }

    [Fact]
    public void Name_tags_and_id_follow_from_number_and_time()
    {
        TestWorld lab = new();

        IReadOnlyList<Replica> web = lab.Replicas("fd-b1/rg-02-t");

        Assert.Equal(24, web.Count);
        Assert.Equal("web-20250114-13", web[0].Name);
        Assert.Equal("pit-20250114T130000000Z", web[0].Id);
        Assert.Equal([0, 6, 12, 18], web.Select((r, i) => (r, i)).Where(x => x.r.Tags.Contains("app-consistent")).Select(x => x.i));
        Assert.All(web, r => Assert.Contains("scheduled", r.Tags));
        lab.Advance(TimeSpan.FromHours(1));
        Assert.Equal(web.Skip(1).Select(TestWorld.Json), lab.Replicas("fd-b1/rg-02-t").SkipLast(1).Select(TestWorld.Json));
    }

    [Fact]
    public void The_lag_of_the_link_delays_them_without_changing_them()
    {
        TestWorld lab = new();
        WorldControl.SetLink(lab.World, "fd-a1", "fd-b1", new(Lag: TimeSpan.FromMinutes(10)));

        lab.Advance(TimeSpan.FromMinutes(69));
        Assert.Equal(0, Hours(lab)[^1]);
        lab.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, Hours(lab)[^1]);
    }

    [Fact]
    public void An_outage_is_a_gap_and_older_ones_stay_longer()
    {
        TestWorld lab = new();
        lab.Advance(TimeSpan.FromMinutes(30));
        lab.Cut();
        lab.Advance(TimeSpan.FromHours(3));
        Assert.Equal([-3, -2, -1, 0], Hours(lab));
        lab.Mend();
        lab.Advance(TimeSpan.FromHours(1));

        Assert.Equal([-2, -1, 0, 4], Hours(lab));
    }

    [Fact]
    public void A_transfer_that_an_outage_hits_never_arrives()
    {
        TestWorld lab = new();
        WorldControl.SetLink(lab.World, "fd-a1", "fd-b1", new(Lag: TimeSpan.FromMinutes(10)));
        lab.Advance(TimeSpan.FromMinutes(65));
        lab.Cut();
        lab.Advance(TimeSpan.FromMinutes(1));
        lab.Mend();
        lab.Advance(TimeSpan.FromHours(1.5));

        Assert.Equal([-2, -1, 0, 2], Hours(lab));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(false, 10)]
    [InlineData(true, 0)]
    [InlineData(true, 10)]
    public void What_arrived_at_the_moment_of_a_cut_or_stop_stays(bool stop, int lag)
    {
        TestWorld lab = new();
        WorldControl.SetLink(lab.World, "fd-a1", "fd-b1", new(Lag: TimeSpan.FromMinutes(lag)));
        lab.AdvanceTo(_t0.AddHours(1).AddMinutes(stop ? 0 : lag));
        string[] seen = [.. lab.Replicas(Target).Select(r => r.Id)];
        if (stop)
        {
            lab.World.Put(lab.Group(Target) with { Schedule = lab.Group(Target).Schedule!.StopAt(lab.Now) });
        }
        else
        {
            lab.Cut();
        }

        Assert.Equal(seen, lab.Replicas(Target).Select(r => r.Id));
    }

    [Fact]
    public void A_schedule_goes_on_in_its_rhythm_after_a_stop()
    {
        TestWorld lab = new();
        ReplicaSchedule schedule = lab.Group(Target).Schedule!;
        schedule = schedule.StopAt(_t0.AddMinutes(30)).StopAt(_t0.AddMinutes(40)).ResumeAt(_t0.AddHours(2)).ResumeAt(_t0.AddHours(9));
        lab.World.Put(lab.Group(Target) with { Schedule = schedule });
        lab.Advance(TimeSpan.FromHours(3));

        Assert.Equal([new Interval(_t0.AddMinutes(30), _t0.AddHours(2))], schedule.Pauses);
        Assert.Equal([-1, 0, 2, 3], Hours(lab));
    }

    [Fact]
    public void One_that_only_the_lab_made_neither_resumes_nor_moves()
    {
        ReplicaSchedule schedule = Inventory.Fixed(3, TimeSpan.FromHours(1));

        Assert.Same(schedule, schedule.ResumeAt(_t0.AddDays(1)));
        Assert.Null(schedule.BeginAt(_t0.AddDays(1)));
        Assert.Equal(_t0.AddDays(1) + TimeSpan.FromHours(1), Inventory.Hourly(3).BeginAt(_t0.AddDays(1))!.First);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Three_thousand_years_of_silence_are_not_walked_through(bool outage)
    {
        TestWorld lab = With(s => s with { Every = TimeSpan.FromMilliseconds(1), First = _t0 - TimeSpan.FromSeconds(1), Keep = 100 });
        if (outage)
        {
            lab.Cut();
        }
        else
        {
            lab.World.Put(lab.Group(Target) with { Schedule = lab.Group(Target).Schedule!.StopAt(lab.Now) });
        }

        lab.AdvanceTo(_t0.AddYears(3000));

        // Whoever looks at each of the hundred million million that were not made does not come back.
        Assert.Equal(100, lab.Replicas(Target).Count);
        Assert.Equal(_t0, ReplicaCatalog.Newest(lab.World, lab.Group(Target))!.Time);
        Assert.NotNull(ReplicaCatalog.Find(lab.World, lab.Group(Target), "pit-20250115T120000000Z"));
    }

    [Fact]
    public void Each_replica_is_found_by_its_id_and_nothing_else_is()
    {
        TestWorld lab = new();
        ReplicationGroup group = lab.Group(Target);

        Assert.All(lab.Replicas(Target), r => Assert.Equal(TestWorld.Json(r), TestWorld.Json(ReplicaCatalog.Find(lab.World, group, r.Id))));
        Assert.All(
            new[] { "", "pit-", "pit-1", "x", "pit-20250115T080000000Z", "pit-20250115T130000000Z", "pit-20250115T120000001Z", "pit-20251315T120000000Z", "20250115T120000000Z" },
            id => Assert.Null(ReplicaCatalog.Find(lab.World, group, id)));
        Assert.Equal(lab.Replicas(Target)[^1].Id, ReplicaCatalog.Newest(lab.World, group)!.Id);
    }

    [Fact]
    public void Many_outages_are_many_gaps()
    {
        TestWorld lab = With(s => s with { Every = TimeSpan.FromMinutes(1), First = _t0, Keep = 1000 });
        for (int i = 0; i < 50; i++)
        {
            lab.Advance(TimeSpan.FromSeconds(90));
            lab.Cut();
            lab.Advance(TimeSpan.FromSeconds(60));
            lab.Mend();
            lab.Advance(TimeSpan.FromSeconds(30));
        }

        // Of every three minutes one falls into an outage: the one after two minutes.
        Assert.Equal(Enumerable.Range(0, 151).Where(m => m % 3 != 2).Select(m => _t0.AddMinutes(m)), lab.Replicas(Target).Select(r => r.Time));
    }

    private static int[] Hours(TestWorld lab) => [.. lab.Replicas(Target).Select(r => (int)(r.Time - _t0).TotalHours)];

    private static TestWorld With(Func<ReplicaSchedule, ReplicaSchedule> change) =>
        new(change: e => e is ReplicationGroup { Id.DeviceGroup: "rg-01-t" } g ? g with { Schedule = change(g.Schedule!) } : e);
}
