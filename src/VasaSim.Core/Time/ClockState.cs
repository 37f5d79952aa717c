using VasaSim.Core.Storage;

namespace VasaSim.Core.Time;

/// <summary>
/// How simulated time follows from real time: <c>Anchor + (real − RealAnchor) × Scale</c>. Kept with the world, so
/// that time goes on where it was after a restart. Simulated time has whole milliseconds, so that every time a client
/// is told can be said back without loss.
/// </summary>
public sealed record ClockState : Entity
{
    /// <summary>The simulated time at <see cref="RealAnchor"/>.</summary>
    public required DateTimeOffset Anchor { get; init; }

    /// <summary>The real time that belongs to <see cref="Anchor"/>.</summary>
    public required DateTimeOffset RealAnchor { get; init; }

    /// <summary>How many simulated seconds pass in a real one while time runs.</summary>
    /// <value>Default: 1.</value>
    public double Scale { get; init; } = 1;

    /// <summary>True while time stands still.</summary>
    public bool IsFrozen { get; init; }

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.Clock, "clock");

    /// <summary>The simulated time at a real time.</summary>
    public DateTimeOffset At(DateTimeOffset real) =>
        WholeMilliseconds(IsFrozen ? Anchor : Anchor + ((real - RealAnchor) * Scale));

    /// <summary>The same clock, anchored at a real time: from here on it can be changed without a jump.</summary>
    public ClockState AnchoredAt(DateTimeOffset real) => this with { Anchor = At(real), RealAnchor = real };

    /// <summary>Cuts off what is below a millisecond, and the offset.</summary>
    public static DateTimeOffset WholeMilliseconds(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
