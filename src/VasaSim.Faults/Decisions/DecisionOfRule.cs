using VasaSim.Faults.Actions;
using VasaSim.Faults.Rules;

namespace VasaSim.Faults.Decisions;

/// <summary>What one rule decides for one call that it matches.</summary>
internal readonly struct DecisionOfRule(RuleEntry entry, CallPhase phase, long seed, DecisionTape? tape, DateTimeOffset now, bool illegal)
{
    /// <summary>Decides for each value of the key.</summary>
    /// <returns>What applies, or null.</returns>
    public Hit? Make(CallFacts? facts, IReadOnlyList<int> groups, List<Decision> decisions)
    {
        When when = entry.Rule.When;
        bool eachGroup = when.KeyParts.Contains(KeyPart.Group) && groups.Count > 0;
        List<Decision> fired = [];
        List<int> hit = [];
        foreach (IReadOnlyList<int> some in eachGroup ? groups.Select(g => (IReadOnlyList<int>)[g]) : [groups])
        {
            string key = facts is null ? "" : KeyOf(when.KeyParts, facts, eachGroup ? some[0] : null);
            Decision decision = Decide(key, entry.Count(key));
            IReadOnlyList<int> picked = decision.Fired ? Pick(some, facts, decision) : [];
            decision = decision with { Illegal = decision.Fired && illegal, Groups = [.. picked.Select(i => facts!.Groups[i].FullId)] };
            decisions.Add(decision);
            if (decision.Fired && (fired.Count == 0 || decision.Step == fired[0].Step))
            {
                fired.Add(decision);
                hit.AddRange(picked);
            }
        }

        if (fired.Count == 0)
        {
            return null;
        }

        Decision first = fired[0];
        RuleAction action = first.Step is { } step ? entry.Rule.Do.Sequence![step].Do : entry.Rule.Do;
        return new Hit(entry.Rule, action, hit, first.Fault, Drawn("measure", first));
    }

    private Decision Decide(string key, long nth)
    {
        Decision decision = new() { Rule = entry.Rule.Id, Phase = phase, Key = key, Nth = nth };
        if (tape?.Find(entry.Rule.Id, phase, key, nth) is { } taped)
        {
            return taped.Fired ? Completed(taped) : taped;
        }

        When when = entry.Rule.When;
        double? drawn = when.Chance is null ? null : Drawn("chance", decision);
        string? unmet = entry.SpentBy(now)
            ?? (when.Window?.Has(now, entry.Added) == false ? "when.window" : null)
            ?? (when.Calls?.Has(nth) == false ? "when.calls" : null)
            ?? (when.Every is { } every && nth % every != 0 ? "when.every" : null)
            ?? (drawn >= when.Chance ? "when.chance" : null);
        int? step = unmet is null ? StepOf(nth) : null;
        RuleAction action = step is { } at ? entry.Rule.Do.Sequence![at].Do : entry.Rule.Do;
        if (step is { } passing && entry.Rule.Do.Sequence![passing].Pass is not null)
        {
            unmet = "do.sequence";
        }

        return decision with
        {
            Drawn = drawn,
            Fired = unmet is null,
            Unmet = unmet,
            Step = step,
            Fault = unmet is null ? action.Fault?.TypeFor(Drawn("fault", decision)) : null,
        };
    }

    // A tape may have been written by hand, or the rule may be another one by now.
    private Decision Completed(Decision taped)
    {
        int? step = taped.Step is >= 0 and var given && given < entry.Rule.Do.Sequence?.Count ? given : StepOf(taped.Nth);
        RuleAction action = step is { } at ? entry.Rule.Do.Sequence![at].Do : entry.Rule.Do;
        string? fault = action.Fault is not { } spec ? null
            : taped.Fault is { } named && spec.Types.Contains(named) ? named
            : spec.TypeFor(Drawn("fault", taped));
        return taped with { Step = step, Fault = fault };
    }

    private int? StepOf(long nth)
    {
        if (entry.Rule.Do.Sequence is not { } steps)
        {
            return null;
        }

        long left = nth;
        for (int i = 0; i < steps.Count - 1; i++)
        {
            left -= steps[i].Length;
            if (left <= 0)
            {
                return i;
            }
        }

        return steps.Count - 1;
    }

    private IReadOnlyList<int> Pick(IReadOnlyList<int> groups, CallFacts? facts, Decision decision)
    {
        if (decision.Groups.Count > 0)
        {
            return [.. groups.Where(i => decision.Groups.Contains(facts!.Groups[i].FullId))];
        }

        if (entry.Rule.Match.Groups?.Pick is not { } number || number >= groups.Count)
        {
            return groups;
        }

        long drawnFrom = seed;
        return [.. groups
            .OrderBy(i => Draw.Of(drawnFrom, decision.Rule, "pick|" + facts!.Groups[i].FullId, decision.Key, decision.Nth))
            .Take(number)
            .Order()];
    }

    private double Drawn(string what, Decision decision) => Draw.Of(seed, decision.Rule, what, decision.Key, decision.Nth);

    private static string KeyOf(IReadOnlyList<KeyPart> parts, CallFacts facts, int? group) => string.Join('|', parts
        .Where(p => p != KeyPart.Group || group is not null)
        .Select(part => part switch
        {
            KeyPart.Operation => facts.Operation,
            KeyPart.Group => facts.Groups[group!.Value].FullId,
            KeyPart.Provider => facts.Provider,
            KeyPart.Site => facts.Site,
            KeyPart.User => facts.User,
            KeyPart.Client => facts.Client,
            KeyPart.Session => facts.Session,
            KeyPart.Protocol => facts.Protocol,
            _ => throw new ArgumentOutOfRangeException(nameof(parts)),
        } ?? ""));
}
