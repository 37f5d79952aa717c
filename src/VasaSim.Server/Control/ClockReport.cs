using VasaSim.Core.Time;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>The simulated time and how it passes.</summary>
public sealed record ClockReport
{
    /// <summary>The simulated time.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary><c>real</c>, <c>frozen</c> or <c>xN</c>, as the option <c>--clock</c> has it.</summary>
    public required string Mode { get; init; }

    /// <summary>Whether time stands still.</summary>
    public required bool Frozen { get; init; }

    /// <summary>Simulated seconds in a real one while time runs; for a frozen clock, once it is resumed.</summary>
    public required double Scale { get; init; }

    internal static ClockReport Of(ClockState clock, DateTimeOffset now) => new()
    {
        Now = now,
        Mode = (clock.IsFrozen ? ClockMode.Frozen : new ClockMode(clock.Scale)).ToString(),
        Frozen = clock.IsFrozen,
        Scale = clock.Scale,
    };
}
