namespace VasaSim.Server.Control;

/// <summary><c>live</c> or <c>ready</c>.</summary>
public sealed record HealthReport(string Status);
