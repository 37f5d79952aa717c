namespace VasaSim.Server.Control;

/// <summary>The first event: what happened before is in the journal.</summary>
/// <param name="Last">The number of the last call there was; those after it follow.</param>
public sealed record BeginReport(long Last);

/// <summary>Events were lost, since whoever reads them is slow.</summary>
/// <param name="Lost">How many.</param>
public sealed record LostReport(long Lost);

/// <summary>A request of the control port that may have changed something.</summary>
/// <param name="Time">Simulated time of the answer.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path.</param>
/// <param name="Status">The HTTP status.</param>
public sealed record ControlChangeReport(DateTimeOffset Time, string Method, string Path, int Status);

/// <summary>The file of rules has a new version.</summary>
/// <param name="Time">Simulated time.</param>
/// <param name="File">The file.</param>
/// <param name="Count">How many rules it last put in force.</param>
/// <param name="Problems">What is wrong with the new version; none when it is in force.</param>
public sealed record RuleChangeReport(DateTimeOffset Time, string File, int Count, IReadOnlyList<string> Problems);
