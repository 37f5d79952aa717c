using VasaSim.Trying.Reporting;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Trying;

/// <summary>What became of each group over the steps of a workflow. A group whose step failed takes part in no further one.</summary>
internal sealed class GroupOutcomes(IReadOnlyList<KnownGroup> groups)
{
    private readonly Dictionary<GroupKey, Progress> _progress = groups.ToDictionary(g => g.Key, g => new Progress(g, null, "-", []));

    /// <summary>The groups that no step failed for.</summary>
    public IReadOnlyList<KnownGroup> Good => [.. groups.Where(g => _progress[g.Key].Failure is null)];

    public bool AllGood => Good.Count == groups.Count;

    /// <summary>A step failed for a group.</summary>
    public void Fail(KnownGroup group, string failure) => Change(group, p => p with { Failure = p.Failure ?? failure });

    /// <summary>Something is known about a group.</summary>
    public void Detail(KnownGroup group, string detail) => Change(group, p => p with { Details = [.. p.Details, detail] });

    /// <summary>A group's state was told.</summary>
    public void State(KnownGroup group, string state) => Change(group, p => p with { State = state });

    /// <summary>A step ended.</summary>
    /// <param name="method">The method, for those that failed.</param>
    /// <param name="results">What it did.</param>
    public void Add(string method, IEnumerable<GroupResult> results)
    {
        foreach (GroupResult result in results)
        {
            if (result.Failure is { } failure)
            {
                Fail(result.Group, $"{method}: {failure}");
            }

            foreach (string detail in ResultText.Of(result.Result))
            {
                Detail(result.Group, detail);
            }
        }
    }

    /// <summary>Tells one line for each group.</summary>
    public void Tell(ITryReport report) => report.Table(
        "groups",
        ["group", "outcome", "state", "detail"],
        [.. groups.Select(g => _progress[g.Key]).Select(p => new[]
        {
            p.Group.Key.ToString(),
            p.Failure is null ? "ok" : "failed",
            p.State,
            Client.Reports.ListOf(p.Failure is { } failure ? [failure, .. p.Details] : p.Details),
        })]);

    private void Change(KnownGroup group, Func<Progress, Progress> change) => _progress[group.Key] = change(_progress[group.Key]);

    private sealed record Progress(KnownGroup Group, string? Failure, string State, IReadOnlyList<string> Details);
}
