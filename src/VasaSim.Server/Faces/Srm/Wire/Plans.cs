using System.Text.Json.Serialization;
using VasaSim.Core.Recovery.Plans.Queries;
using VasaSim.Server.Faces.Rest;

namespace VasaSim.Server.Faces.Srm.Wire;

/// <summary>A recovery plan.</summary>
internal sealed record RecoveryPlanInfo : Resource
{
    public required string Id { get; init; }

    [JsonConverter(typeof(UpperWordConverter<PlanState>))]
    public required PlanState Status { get; init; }

    public required string ProtectedSiteName { get; init; }

    public required string RecoverySiteName { get; init; }

    public required string ProtectedVcGuid { get; init; }

    public required string RecoveryVcGuid { get; init; }

    public required string Name { get; init; }

    public required string? Description { get; init; }

    /// <summary>The id of the folder that it is in.</summary>
    public required string Location { get; init; }

    public required string LocationName { get; init; }

    /// <summary>How much of the run is done, or of the last one was, 0 to 100.</summary>
    public required int Progress { get; init; }

    public required bool IsRunning { get; init; }
}

/// <summary>What a recovery plan to be made is.</summary>
internal sealed record RecoveryPlanCreateSpec
{
    /// <summary>The id of the folder; null: the root.</summary>
    public string? Location { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public string? ProtectedVcGuid { get; init; }

    public IReadOnlyList<string>? ProtectionGroups { get; init; }

    public IReadOnlyList<TestNetworkMappingsSpec>? TestNetworkMappings { get; init; }
}

/// <summary>What a recovery plan is to become; null leaves a thing, a list takes the place of the one there is.</summary>
internal sealed record RecoveryPlanEditSpec
{
    public string? Name { get; init; }

    public string? Description { get; init; }

    public string? ProtectedVcGuid { get; init; }

    public IReadOnlyList<string>? ProtectionGroups { get; init; }

    public IReadOnlyList<TestNetworkMappingsSpec>? TestNetworkMappings { get; init; }

    public IReadOnlyList<string>? VmsToSuspend { get; init; }
}

/// <summary>What is wanted of a test.</summary>
internal sealed record TestPlanSpec(bool? SyncData);

/// <summary>What is wanted of the cleanup after a test.</summary>
internal sealed record CleanupTestPlanSpec(bool? Forced);

/// <summary>What is wanted of a recovery.</summary>
internal sealed record RecoverPlanSpec(bool? SkipProtectionSiteOperations, bool? MigrateEligibleVms, bool? SyncData, bool? PlannedFailover);

/// <summary>What is wanted of a reprotect.</summary>
internal sealed record ReprotectPlanSpec(bool? Forced);
