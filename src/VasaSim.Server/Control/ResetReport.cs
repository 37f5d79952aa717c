namespace VasaSim.Server.Control;

/// <summary>What a reset dropped.</summary>
/// <param name="Groups">Groups of the world before.</param>
/// <param name="Tasks">Tasks of the world before.</param>
/// <param name="Milliseconds">How long the reset took.</param>
/// <param name="Clock">The clock of the new world.</param>
public sealed record ResetReport(int Groups, int Tasks, long Milliseconds, ClockReport Clock);
