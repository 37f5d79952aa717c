namespace VasaSim.Server.Control;

/// <summary>The rules, and the file that they were read from.</summary>
/// <param name="File">The file; null when the simulator was started without one.</param>
/// <param name="Loaded">Real time when the file was last put in force; null without a file.</param>
/// <param name="Count">How many rules are in force; of an event, how many the file last put in force.</param>
/// <param name="Problems">What is wrong with the file as it is now, each as <c>file:line:column  message</c>.</param>
public sealed record RuleFileReport(string? File, DateTimeOffset? Loaded, int Count, IReadOnlyList<string> Problems);
