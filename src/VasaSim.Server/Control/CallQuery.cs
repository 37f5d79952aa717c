using VasaSim.Server.Journal;

namespace VasaSim.Server.Control;

/// <summary>Reads from an address which calls are meant.</summary>
internal static class CallQuery
{
    public static CallMatch MatchOf(RequestQuery query) => new(
    [
        .. CallCondition.Names
            .Select(name => new CallCondition(name, [.. query.Texts(name).Where(text => text.Length > 0)]))
            .Where(condition => condition.Globs.Count > 0),
    ]);
}
