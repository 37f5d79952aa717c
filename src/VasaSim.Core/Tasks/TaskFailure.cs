using VasaSim.Core.Faults;

namespace VasaSim.Core.Tasks;

/// <summary>That a running task will end in error before it does its work.</summary>
/// <param name="Error">The error.</param>
/// <param name="Percent">How far it comes; null: to the end of its stop.</param>
public sealed record TaskFailure(Fault Error, double? Percent);
