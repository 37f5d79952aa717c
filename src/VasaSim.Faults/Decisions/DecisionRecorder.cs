namespace VasaSim.Faults.Decisions;

/// <summary>Keeps decisions in the order in which they were made, up to a number. Belongs to one <see cref="RuleBook"/>, which guards it.</summary>
public sealed class DecisionRecorder(int most)
{
    private readonly List<Decision> _decisions = [];

    /// <summary>How many decisions are not kept, because there were too many.</summary>
    public long Dropped { get; private set; }

    /// <summary>The decisions, each once for its rule, point, key and number.</summary>
    public IReadOnlyList<Decision> Decisions => [.. _decisions];

    internal void Add(Decision decision)
    {
        if (_decisions.Count < most)
        {
            _decisions.Add(decision);
        }
        else
        {
            Dropped++;
        }
    }

    internal void Remove(IReadOnlyList<Decision> decisions) => _decisions.RemoveAll(decisions.Contains);

    // Rules that were replaced are not those that a later run begins with.
    internal void Keep(HashSet<string> rules) => _decisions.RemoveAll(d => !rules.Contains(d.Rule));

    internal void Clear()
    {
        _decisions.Clear();
        Dropped = 0;
    }
}
