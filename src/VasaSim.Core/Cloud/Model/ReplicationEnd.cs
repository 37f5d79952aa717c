namespace VasaSim.Core.Cloud.Model;

/// <summary>Where a replication comes from or goes to.</summary>
public sealed record ReplicationEnd
{
    /// <summary>The cloud site.</summary>
    public required string Site { get; init; }

    /// <summary>The organization; null on-premises.</summary>
    public string? Org { get; init; }

    /// <summary>The virtual data center; null on-premises.</summary>
    public string? Vdc { get; init; }

    /// <summary>The storage profile; null on-premises, and at a source.</summary>
    public string? StorageProfile { get; init; }

    /// <summary>The placement policy asked for.</summary>
    public string? PlacementPolicy { get; init; }

    /// <summary>The sizing policy asked for.</summary>
    public string? SizingPolicy { get; init; }

    /// <summary>The vApp of the machine; null on-premises, and at a destination.</summary>
    public string? Vapp { get; init; }

    /// <summary>The vApp's name; on-premises the name of the vApp to import into. Kept, since the vApp may go.</summary>
    public string? VappName { get; init; }
}
