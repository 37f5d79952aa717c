using System.Collections.Concurrent;
using VasaSim.Faults.Rules;

namespace VasaSim.Faults.Decisions;

/// <summary>
/// Finds the rules that may be for a call without asking each of them: by the point of the call and the operation, then
/// by the one condition that names single groups, providers or users. Does not change; safe for threads.
/// </summary>
internal sealed class RuleIndex
{
    private readonly ConcurrentDictionary<string, Bucket>[] _buckets = [.. Enum.GetValues<CallPhase>().Select(_ => new ConcurrentDictionary<string, Bucket>())];
    private readonly RuleEntry[][] _byPhase;
    private readonly IRuleCatalog? _catalog;

    /// <summary>Makes the index of the rules that are enabled.</summary>
    /// <param name="entries">All rules, in the order of the set.</param>
    /// <param name="catalog">Knows which operations a rule is for.</param>
    public RuleIndex(IEnumerable<RuleEntry> entries, IRuleCatalog? catalog)
    {
        _catalog = catalog;
        RuleEntry[] asked = [.. entries.Where(e => e.Rule.Enabled).OrderByDescending(e => e.Rule.Priority)];
        for (int i = 0; i < asked.Length; i++)
        {
            asked[i].Order = i;
        }

        _byPhase = [.. Enum.GetValues<CallPhase>().Select(p => asked.Where(e => e.Rule.Phase == p).ToArray())];
        IsEmpty = asked.All(e => e.Rule.Phase == CallPhase.Connect);
    }

    /// <summary>Whether no rule is ever asked about a call.</summary>
    public bool IsEmpty { get; }

    /// <summary>Whether any rule is asked at a point of a call.</summary>
    public bool Has(CallPhase phase) => _byPhase[(int)phase].Length > 0;

    /// <summary>The rules of a point that have no call to ask about.</summary>
    public IReadOnlyList<RuleEntry> At(CallPhase phase) => _byPhase[(int)phase];

    /// <summary>The rules that may be for a call, in the order in which they are asked.</summary>
    public IReadOnlyList<RuleEntry> For(CallPhase phase, CallFacts facts) => _buckets[(int)phase]
        .GetOrAdd(facts.Operation, operation => new Bucket(_byPhase[(int)phase].Where(e => IsFor(e.Rule, operation))))
        .For(facts);

    private bool IsFor(Rule rule, string operation) =>
        rule.Match.Operation?.Any(g => g.Fits(operation)) != false && _catalog?.IsFor(rule, operation) != false;

    private sealed class Bucket
    {
        private readonly List<RuleEntry> _others = [];
        private readonly Dictionary<string, List<RuleEntry>> _byGroup = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<RuleEntry>> _byProvider = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<RuleEntry>> _byUser = new(StringComparer.Ordinal);

        public Bucket(IEnumerable<RuleEntry> rules)
        {
            foreach (RuleEntry entry in rules)
            {
                Match match = entry.Rule.Match;
                if (!Put(_byGroup, match.Groups?.Id, entry) && !Put(_byProvider, match.Provider, entry) && !Put(_byUser, match.User, entry))
                {
                    _others.Add(entry);
                }
            }
        }

        public IReadOnlyList<RuleEntry> For(CallFacts facts)
        {
            HashSet<RuleEntry>? named = null;
            if (_byGroup.Count > 0)
            {
                foreach (GroupFacts group in facts.Groups)
                {
                    Take(_byGroup, group.Id, ref named);
                    Take(_byGroup, group.FullId, ref named);
                }
            }

            if (_byProvider.Count > 0)
            {
                Take(_byProvider, facts.Provider, ref named);
                Take(_byProvider, facts.ProviderName, ref named);
            }

            if (_byUser.Count > 0)
            {
                Take(_byUser, facts.User, ref named);
            }

            return named is null ? _others : [.. _others.Concat(named).OrderBy(e => e.Order)];
        }

        private static bool Put(Dictionary<string, List<RuleEntry>> index, IReadOnlyList<Glob>? names, RuleEntry entry)
        {
            if (names is null || !names.All(n => n.IsLiteral))
            {
                return false;
            }

            foreach (Glob name in names)
            {
                if (!index.TryGetValue(name.Pattern, out List<RuleEntry>? entries))
                {
                    index[name.Pattern] = entries = [];
                }

                entries.Add(entry);
            }

            return true;
        }

        private static void Take(Dictionary<string, List<RuleEntry>> index, string? name, ref HashSet<RuleEntry>? found)
        {
            if (name is not null && index.TryGetValue(name, out List<RuleEntry>? entries))
            {
                (found ??= []).UnionWith(entries);
            }
        }
    }
}
