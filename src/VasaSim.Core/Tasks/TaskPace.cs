using VasaSim.Core.Time;

namespace VasaSim.Core.Tasks;

/// <summary>
/// How a task gets on: from a moment and a percentage at an even speed, perhaps with a stop on the way. A change on
/// the way is a new pace that begins there (<see cref="RebasedAt"/>), so what was shown before stays true. Times are
/// whole milliseconds; one beyond the calendar is <see cref="Never"/>.
/// </summary>
public sealed record TaskPace
{
    /// <summary>The time of what does not come by itself.</summary>
    public static DateTimeOffset Never { get; } = ClockState.WholeMilliseconds(DateTimeOffset.MaxValue);

    /// <summary>Since when it goes so.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>How much was done then, in percent.</summary>
    /// <value>Default: nothing.</value>
    public double Done { get; init; }

    /// <summary>How long all of it, 100 percent, would take; zero when it is done at once.</summary>
    public required TimeSpan Whole { get; init; }

    /// <summary>Where it stops on the way, not before <see cref="Done"/>; null: nowhere.</summary>
    public TaskHold? Hold { get; init; }

    /// <summary>When the stop is over; <see cref="From"/> without one.</summary>
    public DateTimeOffset HoldEndsAt() => Hold switch
    {
        null => From,
        { For: { } length } hold => After(ReachesAt(hold.Percent), length.Ticks),
        _ => Never,
    };

    /// <summary>Whether it is stopped at a time.</summary>
    public bool IsHeldAt(DateTimeOffset now) => Hold is { } hold && now >= ReachesAt(hold.Percent) && now < HoldEndsAt();

    /// <summary>When it comes to a percentage.</summary>
    public DateTimeOffset ReachesAt(double percent) => Hold is { } hold && percent > hold.Percent
        ? After(HoldEndsAt(), TicksBetween(hold.Percent, percent))
        : After(From, TicksBetween(Done, percent));

    /// <summary>How much is done at a time, up to 100 percent.</summary>
    public double PercentAt(DateTimeOffset now)
    {
        if (now < From)
        {
            return Done;
        }

        (DateTimeOffset from, double done) = (From, Done);
        if (Hold is { } hold && now >= ReachesAt(hold.Percent))
        {
            (from, done) = (HoldEndsAt(), hold.Percent);
            if (now < from)
            {
                return done;
            }
        }

        return Whole > TimeSpan.Zero ? Math.Min(100, done + (100 * (now - from) / Whole)) : 100;
    }

    /// <summary>The same, told from a moment on; one that has not begun stays as it is.</summary>
    public TaskPace RebasedAt(DateTimeOffset now)
    {
        if (now <= From)
        {
            return this;
        }

        TaskHold? left = Hold;
        if (Hold is { } hold && now >= ReachesAt(hold.Percent))
        {
            DateTimeOffset end = HoldEndsAt();
            left = now < end ? hold with { For = hold.For is null ? null : end - now } : null;
        }

        return this with { From = now, Done = PercentAt(now), Hold = left };
    }

    /// <summary>Takes <paramref name="factor"/> times as long from <see cref="From"/> on; stops are as long as before.</summary>
    public TaskPace Slowed(double factor) => this with { Whole = TimeSpan.FromTicks(Ticks(Whole.Ticks * factor)) };

    private static DateTimeOffset After(DateTimeOffset time, double ticks) => ClockState.WholeMilliseconds(
        new(Math.Clamp(time.UtcTicks + Ticks(ticks), 0, Never.UtcTicks), TimeSpan.Zero));

    // No span is longer than the calendar, so that two of them can be added.
    private static long Ticks(double ticks) => (long)Math.Clamp(Math.Round(ticks), -Never.UtcTicks, Never.UtcTicks);

    private double TicksBetween(double from, double to) => to > from ? Whole.Ticks * ((to - from) / 100) : 0;
}

/// <summary>A stop of a task.</summary>
/// <param name="Percent">Where.</param>
/// <param name="For">For how long; null: until it is released.</param>
public sealed record TaskHold(double Percent, TimeSpan? For);
