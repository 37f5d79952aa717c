using VasaSim.Server.Control;

namespace VasaSim.Server.Journal;

/// <summary>Something that happened and that whoever listens is told of.</summary>
internal abstract record SimulatorEvent;

/// <summary>A request of the product port was answered.</summary>
internal sealed record CallEvent(JournalEntry Entry) : SimulatorEvent;

/// <summary>A request of the control port that may have changed something was answered.</summary>
/// <param name="Time">Simulated time of the answer.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path.</param>
/// <param name="Status">The HTTP status, below 400.</param>
internal sealed record ControlEvent(DateTimeOffset Time, string Method, string Path, int Status) : SimulatorEvent;

/// <summary>The file of rules has a new version, which is in force or has problems.</summary>
/// <param name="Time">Simulated time.</param>
/// <param name="Report">What became of it.</param>
internal sealed record RuleFileEvent(DateTimeOffset Time, RuleFileReport Report) : SimulatorEvent;
