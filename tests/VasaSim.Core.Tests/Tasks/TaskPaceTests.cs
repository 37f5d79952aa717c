using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Tasks;

/// <summary>How a task gets on: ten seconds for all of it.</summary>
public sealed class TaskPaceTests
{
    private static readonly TaskPace _pace = new() { From = Inventory.T0, Whole = TimeSpan.FromSeconds(10) };

    [Fact]
    public void It_goes_at_an_even_speed()
    {
        Assert.Equal([0, 0, 25, 100, 100], Percents(_pace, -1, 0, 2.5, 10, 11));
        Assert.Equal([At(0), At(2.5), At(10)], new[] { 0d, 25, 100 }.Select(_pace.ReachesAt));
        Assert.False(_pace.IsHeldAt(At(5)));
    }

    [Fact]
    public void A_stop_comes_between()
    {
        TaskPace pace = _pace with { Hold = new TaskHold(40, TimeSpan.FromSeconds(60)) };

        Assert.Equal([30, 40, 40, 40, 50, 100], Percents(pace, 3, 4, 5, 64, 65, 70));
        Assert.Equal([At(3), At(4), At(65), At(70)], new[] { 30d, 40, 50, 100 }.Select(pace.ReachesAt));
        Assert.Equal([false, true, true, false], new[] { 3.999, 4, 63.999, 64 }.Select(s => pace.IsHeldAt(At(s))));
    }

    [Fact]
    public void A_stop_without_end_is_never_passed()
    {
        TaskPace pace = _pace with { Hold = new TaskHold(40, null) };

        Assert.Equal([20, 40, 40], Percents(pace, 2, 4, 1_000_000));
        Assert.Equal(TaskPace.Never, pace.ReachesAt(41));
        Assert.True(pace.IsHeldAt(At(1_000_000)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(2.345)]
    [InlineData(4)]
    [InlineData(30)]
    [InlineData(64)]
    [InlineData(66)]
    public void Told_from_another_moment_on_it_is_the_same(double moment)
    {
        foreach (TimeSpan? length in new TimeSpan?[] { null, TimeSpan.FromSeconds(60) })
        {
            TaskPace pace = _pace with { Hold = new TaskHold(40, length) };
            TaskPace rebased = pace.RebasedAt(At(moment));

            double[] later = [moment, moment + 1, moment + 10, moment + 50, moment + 70];
            Assert.All(Percents(pace, later).Zip(Percents(rebased, later)), p => Assert.Equal(p.First, p.Second, 1e-9));
            Assert.Equal(pace.ReachesAt(100), rebased.ReachesAt(100));
        }
    }

    [Fact]
    public void What_is_slower_takes_longer_from_where_it_stands()
    {
        TaskPace slow = _pace.RebasedAt(At(5)).Slowed(3);

        Assert.Equal([50, 60, 100], Percents(slow, 5, 8, 20));
        Assert.Equal(At(20), slow.ReachesAt(100));
    }

    [Fact]
    public void What_takes_no_time_stops_all_the_same()
    {
        TaskPace pace = new() { From = Inventory.T0, Whole = TimeSpan.Zero, Hold = new TaskHold(40, TimeSpan.FromSeconds(60)) };

        Assert.Equal([40, 40, 100], Percents(pace, 0, 59, 60));
        Assert.Equal(At(60), pace.ReachesAt(100));
    }

    [Fact]
    public void What_ends_beyond_the_calendar_never_ends()
    {
        Assert.Equal(TaskPace.Never, _pace.Slowed(double.MaxValue).ReachesAt(100));
        Assert.Equal(TaskPace.Never, (_pace with { Hold = new TaskHold(1, TimeSpan.MaxValue) }).Slowed(1e9).ReachesAt(100));
    }

    private static double[] Percents(TaskPace pace, params double[] seconds) => [.. seconds.Select(s => pace.PercentAt(At(s)))];

    private static DateTimeOffset At(double seconds) => Inventory.T0.AddSeconds(seconds);
}
