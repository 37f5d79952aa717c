using System.Text.RegularExpressions;
using VasaSim.Core.Replicas;

namespace VasaSim.Core.Queries;

/// <summary>Which replicas a query asks for. All conditions must hold.</summary>
public sealed record ReplicaFilter
{
    /// <summary>Not older than this.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Older than this.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>At most this many: the oldest after <see cref="From"/>, otherwise the newest.</summary>
    public int? Number { get; init; }

    /// <summary>The name must match as a whole.</summary>
    public Regex? Name { get; init; }

    /// <summary>One of the tags must match one of these as a whole.</summary>
    public IReadOnlyList<Regex> Tags { get; init; } = [];

    /// <summary>Whether replicas one by one are preferred to a summary when nothing else is asked.</summary>
    public bool PreferDetails { get; init; }

    /// <summary>Whether there is no condition at all.</summary>
    public bool IsEmpty => From is null && To is null && Number is null && Name is null && Tags.Count == 0;

    /// <summary>The replicas that meet the conditions, oldest first.</summary>
    public IReadOnlyList<Replica> Apply(IReadOnlyList<Replica> oldestFirst)
    {
        IEnumerable<Replica> matching = oldestFirst.Where(Matches);
        if (Number is { } number)
        {
            matching = From is not null ? matching.Take(number) : matching.TakeLast(number);
        }

        return [.. matching];
    }

    private bool Matches(Replica replica) =>
        (From is not { } from || replica.Time >= from)
        && (To is not { } to || replica.Time < to)
        && (Name is null || Name.IsMatch(replica.Name))
        && (Tags.Count == 0 || replica.Tags.Any(tag => Tags.Any(pattern => pattern.IsMatch(tag))));
}
