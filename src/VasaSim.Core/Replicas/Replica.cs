namespace VasaSim.Core.Replicas;

/// <summary>A point-in-time replica as clients see it, made by a call or by the schedule.</summary>
/// <param name="Id">Id, unique within the group.</param>
/// <param name="Name">Name.</param>
/// <param name="Time">The moment whose data it holds.</param>
/// <param name="Tags">Tags.</param>
public sealed record Replica(string Id, string Name, DateTimeOffset Time, IReadOnlyList<string> Tags)
{
    /// <summary>True when the array made it by its schedule, false when a call did.</summary>
    public bool Scheduled { get; init; }
}
