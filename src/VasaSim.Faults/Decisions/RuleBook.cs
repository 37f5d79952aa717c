using VasaSim.Faults.Rules;

namespace VasaSim.Faults.Decisions;

/// <summary>
/// The rules in force with their counts. Asked at each point of a call it decides which apply. What it decides follows
/// from the seed, the rule, the values of its key and the number of the call for them, so the order in which clients
/// happen to arrive does not matter. Safe for threads.
/// </summary>
public sealed class RuleBook(long worldSeed, IRuleCatalog? catalog = null, DecisionTape? tape = null)
{
    private readonly Lock _gate = new();
    private RuleSet _set = RuleSet.Empty;
    private IReadOnlyList<RuleEntry> _entries = [];
    private volatile RuleIndex _index = new([], null);

    /// <summary>The rules as they were given.</summary>
    public RuleSet Set
    {
        get
        {
            lock (_gate)
            {
                return _set;
            }
        }
    }

    /// <summary>What chance is drawn from.</summary>
    public long Seed => Set.Seed ?? worldSeed;

    /// <summary>The rules with what became of them, in the order of the set.</summary>
    public IReadOnlyList<RuleEntry> Entries
    {
        get
        {
            lock (_gate)
            {
                return _entries;
            }
        }
    }

    /// <summary>The decisions made so far; null when they are not kept.</summary>
    public DecisionRecorder? Recorder { get; init; }

    /// <summary>The rules in force with the decisions that they made so far.</summary>
    public DecisionTape ToTape()
    {
        lock (_gate)
        {
            return new DecisionTape(_set, _set.Seed ?? worldSeed, Recorder?.Decisions ?? []);
        }
    }

    /// <summary>Whether no rule is ever asked about a call.</summary>
    public bool IsEmpty => _index.IsEmpty;

    /// <summary>Whether any rule is asked at a point of a call.</summary>
    public bool IsAsked(CallPhase phase) => _index.Has(phase);

    /// <summary>
    /// Puts other rules in force, all at once. A rule that was there before and is the same keeps its counts and its age.
    /// </summary>
    /// <param name="change">Gives the new set from the one there is.</param>
    /// <param name="now">The simulated time.</param>
    /// <returns>The new set.</returns>
    public RuleSet Change(Func<RuleSet, RuleSet> change, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_gate)
        {
            RuleSet set = change(_set);
            Dictionary<string, RuleEntry> before = _entries.ToDictionary(e => e.Definition, StringComparer.Ordinal);
            List<RuleEntry> entries = [];
            foreach (Rule rule in set.Rules)
            {
                RuleEntry entry = new(rule, rule.Limits ?? set.Limits, now);
                entries.Add(before.TryGetValue(entry.Definition, out RuleEntry? same) && same.Limits == entry.Limits && set.Seed == _set.Seed ? same : entry);
            }

            Recorder?.Keep([.. entries.Intersect(_entries).Select(e => e.Rule.Id)]);
            (_set, _entries, _index) = (set, entries, new RuleIndex(entries, catalog));
            return set;
        }
    }

    /// <summary>Begins again: no rule was ever asked.</summary>
    public void Restart(DateTimeOffset now)
    {
        lock (_gate)
        {
            foreach (RuleEntry entry in _entries)
            {
                entry.Restart(now);
            }

            Recorder?.Clear();
        }
    }

    /// <summary>Whether a rule has to be asked about a call at a point of it; if not, none applies.</summary>
    public bool MayApply(CallPhase phase, CallFacts facts) => _index is var index && index.Has(phase) && index.For(phase, facts).Count > 0;

    /// <summary>Decides which rules apply to a call.</summary>
    /// <param name="phase">The point of the call.</param>
    /// <param name="facts">The call; null when a client connects.</param>
    /// <param name="now">The simulated time.</param>
    /// <param name="decisions">Gets what was decided, in order.</param>
    /// <returns>The rules that apply, in order; usually none.</returns>
    public IReadOnlyList<Hit> Decide(CallPhase phase, CallFacts? facts, DateTimeOffset now, List<Decision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        if (!IsAsked(phase))
        {
            return [];
        }

        lock (_gate)
        {
            IReadOnlyList<RuleEntry> candidates = facts is null ? _index.At(phase) : _index.For(phase, facts);
            List<Hit>? hits = null;
            foreach (RuleEntry entry in candidates)
            {
                IReadOnlyList<int> groups = [];
                if (facts is not null && Matching.FirstUnmet(entry.Rule.Match, facts, out groups) is not null)
                {
                    continue;
                }

                if (entry.Rule.Do.BatchLimit is { } limit && facts?.Groups.Count <= limit.Enforced)
                {
                    continue;
                }

                bool illegal = entry.Rule.AllowIllegal && facts is not null && catalog?.IsLegal(entry.Rule, facts.Face, facts.Operation) == false;
                int first = decisions.Count;
                Hit? hit = new DecisionOfRule(entry, phase, _set.Seed ?? worldSeed, tape, now, illegal).Make(facts, groups, decisions);
                for (int i = first; i < decisions.Count; i++)
                {
                    Recorder?.Add(decisions[i]);
                }

                entry.Note(hit is not null);
                if (hit is null)
                {
                    continue;
                }

                (hits ??= []).Add(hit);
                if (hit.Action.IsTerminal && !entry.Rule.Continue)
                {
                    break;
                }
            }

            return hits ?? [];
        }
    }

    /// <summary>
    /// Takes decisions back that turned out to be about nothing: what was to happen after a call's success, when it
    /// failed.
    /// </summary>
    public void Withdraw(IReadOnlyList<Decision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        lock (_gate)
        {
            foreach (IGrouping<string, Decision> ofRule in decisions.GroupBy(d => d.Rule))
            {
                _entries.FirstOrDefault(e => e.Rule.Id == ofRule.Key)?.Withdraw(ofRule);
            }

            Recorder?.Remove(decisions);
        }
    }
}
