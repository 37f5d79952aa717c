using VasaSim.Server.Faces.Vcda.Wire;

namespace VasaSim.Server.Faces.Vcda.Requests;

/// <summary>The settings that starting and changing a replication have in common.</summary>
internal abstract record SettingsRequest
{
    /// <summary>Description for people.</summary>
    public string? Description { get; init; }

    /// <summary>Minutes.</summary>
    public int? Rpo { get; init; }

    /// <summary>An SLA profile, whose settings are used instead of these.</summary>
    public string? SlaProfileId { get; init; }

    /// <summary>How data travels.</summary>
    public DataConnectionKind? DataConnectionType { get; init; }

    /// <summary>Whether the guest is quiesced.</summary>
    public bool? Quiesced { get; init; }

    /// <summary>Which instances are kept besides the latest.</summary>
    public RetentionRequest? RetentionPolicy { get; init; }

    /// <summary>When the initial sync is to begin, in milliseconds of Unix time; past, 0 or negative: at once.</summary>
    public long? InitialSyncTime { get; init; }
}

/// <summary>Which instances are kept besides the latest; without rules none.</summary>
internal sealed record RetentionRequest(IReadOnlyList<RetentionRuleRequest?>? Rules);

/// <summary>So many instances, so many minutes apart.</summary>
internal sealed record RetentionRuleRequest(int? NumberOfInstances, int? Distance);
