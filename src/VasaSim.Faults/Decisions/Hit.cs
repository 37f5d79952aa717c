using VasaSim.Faults.Actions;
using VasaSim.Faults.Rules;

namespace VasaSim.Faults.Decisions;

/// <summary>A rule that applies to a call.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Action">What happens; of a sequence, the step's.</param>
/// <param name="Groups">The positions of the groups that it happens to.</param>
/// <param name="Fault">The type of the fault, where there is one; of several the one drawn.</param>
/// <param name="Drawn">A number from 0 up to 1 for how long the answer waits, how the reply looks and which of several errors a task gets.</param>
public sealed record Hit(Rule Rule, RuleAction Action, IReadOnlyList<int> Groups, string? Fault, double Drawn);
