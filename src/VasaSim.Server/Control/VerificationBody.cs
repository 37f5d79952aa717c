using VasaSim.Server.Journal;

namespace VasaSim.Server.Control;

/// <summary>Reads what is expected of the journal.</summary>
internal static class VerificationBody
{
    private const string LegalBounds = "an object with atLeast and atMost, or with exactly";
    private static readonly string _legalMatch = "an object with any of the keys " + string.Join(", ", CallCondition.Names);

    /// <summary>Reads a body and closes it.</summary>
    public static Verification Read(JsonBody body)
    {
        Verification verification = new()
        {
            Since = body.Whole("since", 0, long.MaxValue) ?? 0,
            Match = ObjectAt(body, "match", _legalMatch) is { } match ? MatchOf(match) : CallMatch.All,
            Calls = BoundsOf(body, "calls"),
            GroupsPerCall = BoundsOf(body, "groupsPerCall"),
            NeverWhileRunning = NeverWhileRunning(body),
            Order = [.. (body.Children("order", _legalMatch) ?? []).Select(MatchOf)],
        };
        if (body.Problems.Count == 0 && verification is { Calls: null, GroupsPerCall: null, NeverWhileRunning: false, Order.Count: 0 })
        {
            body.Problem("calls", "there is nothing to verify", "at least one of calls, groupsPerCall, neverWhile, order");
        }

        body.Close();
        return verification;
    }

    private static CallMatch MatchOf(JsonBody match)
    {
        CallCondition[] conditions = [.. CallCondition.Names
            .Select(name => (Name: name, Globs: match.OneOrMoreTexts(name)))
            .Where(c => c.Globs is not null)
            .Select(c => new CallCondition(c.Name, c.Globs!))];
        match.Close();
        return new CallMatch(conditions);
    }

    private static Bounds? BoundsOf(JsonBody body, string key)
    {
        if (ObjectAt(body, key, LegalBounds) is not { } part)
        {
            return null;
        }

        int problems = body.Problems.Count;
        Bounds bounds = new(part.Whole("atLeast", 0, int.MaxValue), part.Whole("atMost", 0, int.MaxValue), part.Whole("exactly", 0, int.MaxValue));
        part.Close();
        if (body.Problems.Count == problems && (bounds is { AtLeast: null, AtMost: null, Exactly: null }
            || (bounds.Exactly is not null && (bounds.AtLeast ?? bounds.AtMost) is not null)
            || bounds.AtLeast > bounds.AtMost))
        {
            body.Problem(key, "this fits no number, or asks for none", LegalBounds);
        }

        return bounds;
    }

    private static bool NeverWhileRunning(JsonBody body)
    {
        if (ObjectAt(body, "neverWhile", "an object with running") is not { } part)
        {
            return false;
        }

        bool running = part.Flag("running") ?? false;
        part.Close();
        return running;
    }

    private static JsonBody? ObjectAt(JsonBody body, string key, string legal)
    {
        JsonBody? part = body.Child(key);
        if (part is null && body.Has(key))
        {
            body.Problem(key, "the value is not legal", legal);
        }

        return part;
    }
}
