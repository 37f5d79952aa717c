namespace VasaSim.Server.Faces.Vcda.Wire;

/// <summary>A task. While it runs and after it failed there is no result; <see cref="EndTime"/> is -1 while it runs.</summary>
internal sealed record TaskInfo
{
    /// <summary>UUID.</summary>
    public required string Id { get; init; }

    /// <summary>Who started it.</summary>
    public required string User { get; init; }

    /// <summary>What it does, and to what.</summary>
    public required WorkflowInfo WorkflowInfo { get; init; }

    /// <summary>Whole percent, 0 to 100.</summary>
    public required int Progress { get; init; }

    /// <summary>How it is.</summary>
    public required TaskState State { get; init; }

    /// <summary>When it last got on, in milliseconds of Unix time.</summary>
    public required long LastUpdated { get; init; }

    /// <summary>When it was called.</summary>
    public required long StartTime { get; init; }

    /// <summary>When it ended; -1: it runs.</summary>
    public required long EndTime { get; init; }

    /// <summary>The name of the result's type; null when there is none.</summary>
    public required string? ResultType { get; init; }

    /// <summary>The replication as it was at the end; null until a success, and for a stop.</summary>
    public required TaskResult? Result { get; init; }

    /// <summary>Why it failed; null when it did not.</summary>
    public required ApiError? Error { get; init; }

    /// <summary>What went wrong on the way and did not end it.</summary>
    public required IReadOnlyList<ApiError> Warnings { get; init; }

    /// <summary>The site it runs on.</summary>
    public required string Site { get; init; }
}
