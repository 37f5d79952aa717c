using VasaSim.Configuration;

namespace VasaSim.Faults.Rules;

/// <summary>What came of reading.</summary>
/// <param name="Value">What was read; null when something is wrong.</param>
/// <param name="Problems">Everything that is wrong, in the order of the text.</param>
public sealed record RuleFileResult<T>(T? Value, IReadOnlyList<FileProblem> Problems)
    where T : class;
