using System.Text.Json.Serialization;
using VasaSim.Server.Workspaces;

namespace VasaSim.Server.Control;

/// <summary>A world that was kept.</summary>
public sealed record SnapshotReport
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The simulated time in it; null when it cannot be read.</summary>
    public required DateTimeOffset? Time { get; init; }

    /// <summary>The real time at which it was made; null when it cannot be read.</summary>
    public required DateTimeOffset? Created { get; init; }

    /// <summary>How many groups it has.</summary>
    public required int Groups { get; init; }

    /// <summary>How many tasks it has.</summary>
    public required int Tasks { get; init; }

    /// <summary>Why it cannot be read; left out when it can.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Problem { get; init; }

    internal static SnapshotReport Of(Snapshot snapshot) => new()
    {
        Name = snapshot.Name,
        Time = snapshot.Time,
        Created = snapshot.Created,
        Groups = snapshot.Groups,
        Tasks = snapshot.Tasks,
        Problem = snapshot.Problem,
    };
}

/// <summary>All snapshots, by name.</summary>
public sealed record SnapshotList(IReadOnlyList<SnapshotReport> Snapshots);

/// <summary>What a restore brought back.</summary>
/// <param name="Snapshot">The snapshot.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="Clock">The clock of the restored world.</param>
public sealed record RestoreReport(SnapshotReport Snapshot, long Milliseconds, ClockReport Clock);
