using VasaSim.Core.Tests.Worlds;
using VasaSim.Core.Time;

namespace VasaSim.Core.Tests;

/// <summary>How simulated time follows from real time.</summary>
public sealed class ClockStateTests
{
    private static readonly DateTimeOffset _real = new(2030, 6, 1, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 90, 90)]
    [InlineData(60, 90, 5400)]
    [InlineData(0.5, 90, 45)]
    [InlineData(1, 0, 0)]
    public void Time_runs_as_fast_as_its_scale(double scale, int realSeconds, int seconds)
    {
        ClockState clock = new() { Anchor = Inventory.T0, RealAnchor = _real, Scale = scale };

        Assert.Equal(Inventory.T0.AddSeconds(seconds), clock.At(_real.AddSeconds(realSeconds)));
    }

    [Fact]
    public void Frozen_time_stands_still()
    {
        ClockState clock = new() { Anchor = Inventory.T0, RealAnchor = _real, IsFrozen = true };

        Assert.Equal(Inventory.T0, clock.At(_real.AddDays(9)));
    }

    [Fact]
    public void A_change_at_a_new_anchor_makes_no_jump()
    {
        ClockState clock = new() { Anchor = Inventory.T0, RealAnchor = _real, Scale = 10 };
        DateTimeOffset later = _real.AddSeconds(7);

        ClockState frozen = clock.AnchoredAt(later) with { IsFrozen = true };
        ClockState again = frozen.AnchoredAt(later.AddHours(1)) with { IsFrozen = false, Scale = 2 };

        Assert.Equal(clock.At(later), frozen.At(later.AddHours(1)));
        Assert.Equal(Inventory.T0.AddSeconds(70 + 4), again.At(later.AddHours(1).AddSeconds(2)));
    }

    [Fact]
    public void Simulated_time_has_whole_milliseconds_and_no_offset()
    {
        DateTimeOffset odd = new(new DateTime(2025, 1, 15, 13, 0, 0).AddTicks(12_345_678), TimeSpan.FromHours(1));

        Assert.Equal((Inventory.T0.AddMilliseconds(1234), TimeSpan.Zero), (ClockState.WholeMilliseconds(odd), ClockState.WholeMilliseconds(odd).Offset));
        Assert.Equal(Inventory.T0.AddMilliseconds(1234), new ClockState { Anchor = odd, RealAnchor = _real }.At(_real));
    }
}
