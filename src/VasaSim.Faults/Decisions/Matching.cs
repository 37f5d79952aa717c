using VasaSim.Faults.Rules;

namespace VasaSim.Faults.Decisions;

/// <summary>Whether a rule is for a call, and if not, for which reason first.</summary>
public static class Matching
{
    /// <summary>Tests the conditions in the order in which they are written down.</summary>
    /// <param name="match">The conditions.</param>
    /// <param name="facts">The call.</param>
    /// <param name="groups">The positions of the groups that the rule is for; not drawn yet.</param>
    /// <returns>The name of the first condition that does not hold, such as <c>groups.state</c>; null when all do.</returns>
    public static string? FirstUnmet(Match match, CallFacts facts, out IReadOnlyList<int> groups)
    {
        ArgumentNullException.ThrowIfNull(match);
        ArgumentNullException.ThrowIfNull(facts);
        groups = [];
        return KindUnmet(match, facts) ?? HeaderUnmet(match, facts) ?? GroupsUnmet(match.Groups, facts, out groups) ?? (LinkHolds(match.Link, facts) ? null : "link");
    }

    /// <summary>Tests the conditions that hold for all calls of one operation by one client to one provider, or for none.</summary>
    internal static string? KindUnmet(Match match, CallFacts facts) =>
        match.Face?.Contains(facts.Face) == false ? "face"
        : Misses(match.Operation, facts.Operation) ? "operation"
        : match.Kind?.Contains(facts.Kind) == false ? "kind"
        : match.Protocol?.Contains(facts.Protocol) == false ? "protocol"
        : Misses(match.Site, facts.Site) ? "site"
        : Misses(match.Provider, facts.Provider) && Misses(match.Provider, facts.ProviderName) ? "provider"
        : Misses(match.User, facts.User) ? "user"
        : Misses(match.Client, facts.Client) ? "client"
        : null;

    private static string? HeaderUnmet(Match match, CallFacts facts)
    {
        if (match.Header is null)
        {
            return null;
        }

        foreach ((string name, Glob value) in match.Header)
        {
            if (!value.Fits(facts.Header(name)))
            {
                return $"header.{name}";
            }
        }

        return null;
    }

    /// <summary>The one condition that does not hold while others do; null when all hold, several do not, or it is the only one.</summary>
    public static string? OnlyUnmet(Match match, CallFacts facts)
    {
        ArgumentNullException.ThrowIfNull(match);
        Match[] conditions = [.. OneByOne(match).Where(one => one != new Match())];
        string[] unmet = [.. conditions.Select(one => FirstUnmet(one, facts, out _)).OfType<string>()];
        return unmet.Length == 1 && conditions.Length > 1 ? unmet[0] : null;
    }

    private static IEnumerable<Match> OneByOne(Match match)
    {
        yield return new Match { Face = match.Face };
        yield return new Match { Operation = match.Operation };
        yield return new Match { Kind = match.Kind };
        yield return new Match { Site = match.Site };
        yield return new Match { Provider = match.Provider };
        yield return new Match { User = match.User };
        yield return new Match { Client = match.Client };
        yield return new Match { Protocol = match.Protocol };
        yield return new Match { Link = match.Link };
        foreach ((string name, Glob value) in match.Header ?? new Dictionary<string, Glob>())
        {
            yield return new Match { Header = new Dictionary<string, Glob> { [name] = value } };
        }

        if (match.Groups is not { } groups)
        {
            yield break;
        }

        // What is asked of single groups has to hold for one and the same.
        GroupMatch[] parts =
        [
            new GroupMatch { Count = groups.Count }, new GroupMatch { Over = groups.Over }, new GroupMatch { Under = groups.Under },
            groups with { Count = null, Over = null, Under = null },
        ];
        foreach (GroupMatch part in parts.Where(p => p != new GroupMatch()))
        {
            yield return new Match { Groups = part };
        }
    }

    private static string? GroupsUnmet(GroupMatch? match, CallFacts facts, out IReadOnlyList<int> selected)
    {
        selected = [];
        if (match is null)
        {
            selected = All(facts);
            return null;
        }

        int count = facts.Groups.Count;
        if (match.Count is { } exactly && count != exactly)
        {
            return "groups.count";
        }

        if (match.Over is { } over && count <= over)
        {
            return "groups.over";
        }

        if (match.Under is { } under && count >= under)
        {
            return "groups.under";
        }

        IReadOnlyList<int> left = All(facts);
        foreach ((string name, Func<GroupFacts, int, bool> holds) in Conditions(match, count))
        {
            left = [.. left.Where(i => holds(facts.Groups[i], i))];
            if (left.Count == 0)
            {
                return name;
            }
        }

        selected = left;
        return match.IsOfSingleGroups && left.Count == 0 ? "groups" : null;
    }

    private static IEnumerable<(string Name, Func<GroupFacts, int, bool> Holds)> Conditions(GroupMatch match, int count)
    {
        if (match.Id is { } ids)
        {
            yield return ("groups.id", (g, _) => ids.Any(id => id.Fits(g.Id) || id.Fits(g.FullId)));
        }

        if (match.Label is { } labels)
        {
            yield return ("groups.label", (g, _) => labels.All(l => l.Value.Fits(g.Labels.GetValueOrDefault(l.Key))));
        }

        if (match.State is { } states)
        {
            yield return ("groups.state", (g, _) => g.State is { } state && states.Contains(state));
        }

        if (match.Index is { } positions)
        {
            yield return ("groups.index", (_, i) => positions.Contains(i) || (positions.Contains(-1) && i == count - 1));
        }

        if (match.PitsOver is { } replicas)
        {
            yield return ("groups.pitsOver", (g, _) => g.CountReplicas() > replicas);
        }
    }

    private static bool LinkHolds(LinkMatch? match, CallFacts facts) => match switch
    {
        null => true,
        { Ends: { } ends } => facts.IsLinkUp(ends[0], ends[1]) == match.Up,
        _ => facts.Groups.Any(g => g.LinkUp == match.Up),
    };

    private static bool Misses(IReadOnlyList<Glob>? globs, string? value)
    {
        if (globs is null)
        {
            return false;
        }

        foreach (Glob glob in globs)
        {
            if (glob.Fits(value))
            {
                return false;
            }
        }

        return true;
    }

    private static int[] All(CallFacts facts) => facts.Groups.Count == 0 ? [] : [.. Enumerable.Range(0, facts.Groups.Count)];
}
