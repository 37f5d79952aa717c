namespace VasaSim.Server.Faces.Vcda.Wire;

/// <summary>How a machine is replicated.</summary>
/// <param name="Description">Description for people.</param>
/// <param name="Rpo">Minutes.</param>
/// <param name="DataConnectionType">How data travels.</param>
/// <param name="Quiesced">Whether the guest is quiesced.</param>
/// <param name="RetentionPolicy">Which instances are kept besides the latest.</param>
/// <param name="InitialSyncTime">When the initial sync was to begin; 0: at once.</param>
/// <param name="ExcludedDiskKeys">Disks that are not replicated.</param>
internal sealed record VmReplicationSettings(
    string? Description, int Rpo, DataConnectionKind DataConnectionType, bool Quiesced, RetentionPolicy RetentionPolicy, long InitialSyncTime, IReadOnlyList<int> ExcludedDiskKeys);

/// <summary>Which instances are kept besides the latest.</summary>
internal sealed record RetentionPolicy(IReadOnlyList<RetentionRule> Rules);

/// <summary>So many instances, so many minutes apart.</summary>
internal sealed record RetentionRule(int NumberOfInstances, int Distance);
