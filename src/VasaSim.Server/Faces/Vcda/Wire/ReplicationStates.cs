namespace VasaSim.Server.Faces.Vcda.Wire;

/// <summary>What a source does.</summary>
/// <param name="State">What it does.</param>
/// <param name="StateAge">Milliseconds since it does.</param>
/// <param name="Progress">How far a transfer is; null when none runs.</param>
internal sealed record SourceStateInfo(SourceActivity State, long StateAge, TransferProgressInfo? Progress);

/// <summary>How far a transfer is.</summary>
internal sealed record TransferProgressInfo(
    int Progress, long BytesToTransfer, long BytesTransferred, long ChecksumTotalBytes, long ChecksumComparedBytes);

/// <summary>What a destination does.</summary>
internal sealed record DestinationStateInfo
{
    /// <summary>Whole minutes that the latest instance is older than the RPO allows.</summary>
    public required int CurrentRpoViolation { get; init; }

    /// <summary>Whether the replica is being moved.</summary>
    public required bool IsMovingReplica { get; init; }

    /// <summary>What is wrong; null: nothing.</summary>
    public required ApiError? LastError { get; init; }

    /// <summary>The newest instance; null before the first.</summary>
    public required ReplicationInstance? LatestInstance { get; init; }

    /// <summary>What was recovered.</summary>
    public required RecoveryInfo RecoveryInfo { get; init; }

    /// <summary>Bytes that it takes.</summary>
    public required long SpaceRequirement { get; init; }

    /// <summary>What it does.</summary>
    public required DestinationActivity State { get; init; }

    /// <summary>Milliseconds since it does.</summary>
    public required long StateAge { get; init; }
}
