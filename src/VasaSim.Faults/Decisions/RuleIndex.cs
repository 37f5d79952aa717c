using System.Collections.Concurrent;
using VasaSim.Faults.Rules;

namespace VasaSim.Faults.Decisions;

/// <summary>
/// Finds the rules that may be for a call without asking each of them. What stays the same from call to call of a client,
/// such as the operation, the user and the provider, is tested once and remembered; of the rules that are left, those
/// that name single groups are found by the groups. Safe for threads.
/// </summary>
internal sealed class RuleIndex
{
    // Clients that call themselves something else each time must not fill the memory.
    private const int MostKinds = 4096;

    private readonly ConcurrentDictionary<KindOfCall, Bucket>[] _buckets = [.. Enum.GetValues<CallPhase>().Select(_ => new ConcurrentDictionary<KindOfCall, Bucket>())];
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

    /// <summary>The rules that may be for a call, in the order in which they are asked; those left out are not.</summary>
    public IReadOnlyList<RuleEntry> For(CallPhase phase, CallFacts facts)
    {
        ConcurrentDictionary<KindOfCall, Bucket> buckets = _buckets[(int)phase];
        KindOfCall kind = new(facts.Face, facts.Operation, facts.Protocol, facts.Provider, facts.User, facts.Client);
        if (!buckets.TryGetValue(kind, out Bucket? bucket))
        {
            if (buckets.Count >= MostKinds)
            {
                buckets.Clear();
            }

            bucket = new Bucket(_byPhase[(int)phase].Where(e => Matching.KindUnmet(e.Rule.Match, facts) is null && _catalog?.IsFor(e.Rule, facts.Face, facts.Operation) != false));
            buckets[kind] = bucket;
        }

        return bucket.For(facts);
    }

    private readonly record struct KindOfCall(string Face, string Operation, string Protocol, string? Provider, string? User, string? Client);

    private sealed class Bucket
    {
        private readonly List<RuleEntry> _others = [];
        private readonly Dictionary<string, List<RuleEntry>> _byGroup = new(StringComparer.Ordinal);

        public Bucket(IEnumerable<RuleEntry> rules)
        {
            foreach (RuleEntry entry in rules)
            {
                if (entry.Rule.Match.Groups?.Id is not { } ids || !ids.All(id => id.IsLiteral))
                {
                    _others.Add(entry);
                    continue;
                }

                foreach (Glob id in ids)
                {
                    if (!_byGroup.TryGetValue(id.Pattern, out List<RuleEntry>? entries))
                    {
                        _byGroup[id.Pattern] = entries = [];
                    }

                    entries.Add(entry);
                }
            }
        }

        public IReadOnlyList<RuleEntry> For(CallFacts facts)
        {
            if (_byGroup.Count == 0)
            {
                return _others;
            }

            HashSet<RuleEntry>? named = null;
            foreach (GroupFacts group in facts.Groups)
            {
                Take(group.Id, ref named);
                Take(group.FullId, ref named);
            }

            return named is null ? _others : [.. _others.Concat(named).OrderBy(e => e.Order)];
        }

        private void Take(string group, ref HashSet<RuleEntry>? found)
        {
            if (_byGroup.TryGetValue(group, out List<RuleEntry>? entries))
            {
                (found ??= []).UnionWith(entries);
            }
        }
    }
}
