using VasaSim.Server.Faces.Vcda.Wire;

namespace VasaSim.Server.Faces.Vcda.Requests;

/// <summary>To start a replication.</summary>
internal sealed record StartRequest : SettingsRequest
{
    /// <summary>What to replicate.</summary>
    public ReplicationSource? Source { get; init; }

    /// <summary>Where to.</summary>
    public ReplicationDestination? Destination { get; init; }

    /// <summary>How disks are made.</summary>
    public TargetDiskKind? TargetDiskType { get; init; }

    /// <summary>Whether to move what is replicated, not to protect it.</summary>
    public bool? IsMigration { get; init; }
}

/// <summary>To change settings; what is left out stays.</summary>
internal sealed record ReconfigureRequest : SettingsRequest
{
    /// <summary>Settings of the source; taken and not used.</summary>
    public System.Text.Json.JsonElement? SourceReconfigure { get; init; }

    /// <summary>Settings of the destination; taken and not used.</summary>
    public System.Text.Json.JsonElement? DestinationReconfigure { get; init; }
}
