using VasaSim.Faults.Rules;

namespace VasaSim.Faults.Decisions;

/// <summary>Decisions of an earlier run, which are made again instead of being drawn. Does not change.</summary>
public sealed class DecisionTape
{
    private readonly Dictionary<(string Rule, CallPhase Phase, string Key, long Nth), Decision> _decisions = [];

    /// <summary>Makes a tape.</summary>
    /// <param name="rules">The rules that were in force.</param>
    /// <param name="seed">The seed that was drawn from.</param>
    /// <param name="decisions">What was decided.</param>
    public DecisionTape(RuleSet rules, long seed, IEnumerable<Decision> decisions)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(decisions);
        Rules = rules with { Seed = seed };
        foreach (Decision decision in decisions)
        {
            _decisions[(decision.Rule, decision.Phase, decision.Key, decision.Nth)] = decision;
        }
    }

    /// <summary>The rules that were in force, with the seed that was drawn from: what is not on the tape is drawn from it too.</summary>
    public RuleSet Rules { get; }

    /// <summary>The seed that was drawn from.</summary>
    public long Seed => Rules.Seed!.Value;

    /// <summary>What was decided.</summary>
    public IReadOnlyCollection<Decision> Decisions => _decisions.Values;

    internal Decision? Find(string rule, CallPhase phase, string key, long nth) => _decisions.GetValueOrDefault((rule, phase, key, nth));
}
