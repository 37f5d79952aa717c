using System.Text.Json.Nodes;

namespace VasaSim.Server.Faces.Srm.Wire;

/// <summary>A task. Its times are milliseconds of Unix time: numbers, and in version 1 the same in texts.</summary>
internal sealed record TaskInfo : Resource
{
    public required string Id { get; init; }

    public required string Description { get; init; }

    public required string DescriptionId { get; init; }

    /// <summary>The id of what it works on.</summary>
    public string? Entity { get; init; }

    public string? EntityName { get; init; }

    public required TaskStatusWord Status { get; init; }

    public TaskError? Error { get; init; }

    /// <summary>What it has come to, once it has succeeded.</summary>
    public JsonNode? Result { get; init; }

    /// <summary>0 to 100; 100 at every end, of which some clients wait.</summary>
    public required int Progress { get; init; }

    public long? QueuedTime { get; init; }

    public long? StartTime { get; init; }

    public long? CompleteTime { get; init; }
}

/// <summary>Why a task failed.</summary>
internal sealed record TaskError(string? Message, string? Details);
