using VasaSim.Core.Storage;

namespace VasaSim.Core.Time;

/// <summary>
/// How simulated time follows from real time: <c>Anchor + (real − RealAnchor) × Scale</c>. Kept with the world, so
/// that time goes on where it was after a restart.
/// </summary>
public sealed record ClockState : Entity
{
    /// <summary>The simulated time at <see cref="RealAnchor"/>.</summary>
    public required DateTimeOffset Anchor { get; init; }

    /// <summary>The real time that belongs to <see cref="Anchor"/>.</summary>
    public required DateTimeOffset RealAnchor { get; init; }

    /// <summary>How many simulated seconds pass in a real one; 0 while frozen.</summary>
    public required double Scale { get; init; }

    /// <summary>The scale to go on with after a freeze.</summary>
    public double ScaleWhenRunning { get; init; } = 1;

    /// <summary>True while time stands still.</summary>
    public bool IsFrozen => Scale == 0;

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.Clock, "clock");
}
