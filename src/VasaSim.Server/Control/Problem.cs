using System.Text.Json.Serialization;

namespace VasaSim.Server.Control;

/// <summary>An error of the control API, as RFC 9457 has it.</summary>
public sealed record Problem
{
    /// <summary>The kind of problem; <c>about:blank</c>, the status says it all.</summary>
    public string Type { get; init; } = "about:blank";

    /// <summary>The status in words.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What is wrong and what to do.</summary>
    public required string Detail { get; init; }

    /// <summary>What would have been legal, in the path or as the state of a group.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Legal { get; init; }

    /// <summary>Everything that is wrong with the body.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ProblemItem>? Errors { get; init; }

    /// <summary>What is not ready.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<NotReadyPart>? Parts { get; init; }
}

/// <summary>One thing that is wrong with a body.</summary>
/// <param name="Pointer">JSON pointer to the value; empty for the body as a whole.</param>
/// <param name="Detail">What is wrong.</param>
/// <param name="Legal">What is legal there; null when the detail says it.</param>
public sealed record ProblemItem(string Pointer, string Detail, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Legal = null)
{
    /// <summary>The line of a text that is not JSON.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Line { get; init; }
}

/// <summary>A part that is not ready, and why.</summary>
public sealed record NotReadyPart(string Part, string Detail);
