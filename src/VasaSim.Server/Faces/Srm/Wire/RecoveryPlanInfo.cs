namespace VasaSim.Server.Faces.Srm.Wire;

/// <summary>A recovery plan. There are none yet.</summary>
internal sealed record RecoveryPlanInfo : Resource
{
    public required string Id { get; init; }

    public required string Status { get; init; }

    public required string ProtectedSiteName { get; init; }

    public required string RecoverySiteName { get; init; }

    public required string ProtectedVcGuid { get; init; }

    public required string RecoveryVcGuid { get; init; }

    public required string Name { get; init; }

    public required string? Description { get; init; }

    public required string Location { get; init; }

    public required string LocationName { get; init; }

    public required int Progress { get; init; }

    public required bool IsRunning { get; init; }
}
