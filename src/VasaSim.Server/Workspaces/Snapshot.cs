using VasaSim.Core.Model;
using VasaSim.Core.Storage;
using VasaSim.Core.Tasks;
using VasaSim.Core.Time;

namespace VasaSim.Server.Workspaces;

/// <summary>What is known of a world that was kept.</summary>
internal sealed record Snapshot
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The simulated time in it; null when it cannot be read.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>The real time at which it was made; null when it cannot be read.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>How many groups it has.</summary>
    public int Groups { get; init; }

    /// <summary>How many tasks it has.</summary>
    public int Tasks { get; init; }

    /// <summary>Why it cannot be read; null when it can.</summary>
    public string? Problem { get; init; }

    public static Snapshot Of(string name, IReadOnlyList<Entity> entities)
    {
        ClockState? clock = entities.OfType<ClockState>().SingleOrDefault();
        return clock is null || !entities.OfType<WorldInfo>().Any() || !entities.OfType<Counters>().Any()
            ? new Snapshot { Name = name, Problem = "There is no world in it." }
            : new Snapshot
            {
                Name = name,
                Time = clock.Anchor,
                Created = clock.RealAnchor,
                Groups = entities.OfType<ReplicationGroup>().Count(),
                Tasks = entities.OfType<ServiceTask>().Count(),
            };
    }
}
