using VasaSim.Core.Faults;
using VasaSim.Core.Model;

namespace VasaSim.Core.Recovery.Plans.Runs;

/// <summary>A call that a run of a plan made to the Storage Monitoring Service.</summary>
public sealed record MadeCall
{
    /// <summary>The provider that was called.</summary>
    public required string Provider { get; init; }

    /// <summary>The wire name of the method.</summary>
    public required string Method { get; init; }

    /// <summary>The groups, in the order of the call.</summary>
    public required IReadOnlyList<GroupId> Groups { get; init; }

    /// <summary>Who started the run.</summary>
    public required string User { get; init; }

    /// <summary>When it was made, in simulated time.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>What was to become of it; null: nothing but what would.</summary>
    public CallRuling? Ruling { get; init; }

    /// <summary>The id of the task that it started; null: none.</summary>
    public string? Task { get; init; }

    /// <summary>What it was answered instead of a task; null: a task.</summary>
    public Fault? Fault { get; init; }
}
