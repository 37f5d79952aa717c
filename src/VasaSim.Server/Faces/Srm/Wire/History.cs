using System.Text.Json.Serialization;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Server.Faces.Rest;

namespace VasaSim.Server.Faces.Srm.Wire;

/// <summary>What is kept of a run of a recovery plan.</summary>
internal sealed record HistoryReport : Resource
{
    /// <summary>The name that the plan had.</summary>
    public required string PlanName { get; init; }

    public required string Username { get; init; }

    public required ReportOperation OperationType { get; init; }

    /// <summary>Milliseconds of Unix time.</summary>
    public required long StartTimeMs { get; init; }

    /// <summary>The duration for people: <c>2 m 30 s</c>.</summary>
    public required string HumanFriendlyDuration { get; init; }

    public required long DurationMs { get; init; }

    [JsonConverter(typeof(UpperWordConverter<RunResult>))]
    public required RunResult ResultState { get; init; }

    public required int ErrorCount { get; init; }

    public required int WarningCount { get; init; }

    /// <summary>Its number, by which it is asked for.</summary>
    public required long RunKey { get; init; }

    public required IReadOnlyList<string>? ErrorsList { get; init; }

    public required IReadOnlyList<string>? WarningsList { get; init; }
}

/// <summary>What a run did.</summary>
[JsonConverter(typeof(UpperWordConverter<ReportOperation>))]
internal enum ReportOperation
{
    Test,
    Cleanup,
    Failover,
    Reprotect,
}
