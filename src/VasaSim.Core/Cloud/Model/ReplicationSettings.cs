namespace VasaSim.Core.Cloud.Model;

/// <summary>How a machine is replicated.</summary>
public sealed record ReplicationSettings
{
    /// <summary>Description for people.</summary>
    public string? Description { get; init; }

    /// <summary>How old the newest instance may be, in minutes; also how often one is made.</summary>
    /// <value>Default: 60.</value>
    public int Rpo { get; init; } = 60;

    /// <summary>The same as a time; a minute at least, so that it passes.</summary>
    internal TimeSpan RpoTime => TimeSpan.FromMinutes(Math.Max(1, Rpo));

    /// <summary>How data travels.</summary>
    public DataConnectionType DataConnectionType { get; init; }

    /// <summary>Whether the guest is quiesced for an instance.</summary>
    public bool Quiesced { get; init; }

    /// <summary>Which instances are kept besides the latest.</summary>
    public IReadOnlyList<RetentionRule> Retention { get; init; } = [];

    /// <summary>When the initial sync is to begin; null, or in the past: at once.</summary>
    public DateTimeOffset? InitialSyncTime { get; init; }

    /// <summary>Device keys of disks that are not replicated.</summary>
    public IReadOnlyList<int> ExcludedDisks { get; init; } = [];

    /// <summary>How disks are made at the destination.</summary>
    public TargetDiskType TargetDiskType { get; init; }
}

/// <summary>Which instances are kept: the first of each stretch of time, as many as there are.</summary>
/// <param name="NumberOfInstances">How many.</param>
/// <param name="Distance">Minutes from one to the next (or for all together, see <see cref="Core.Lab.CloudKnobs"/>).</param>
public sealed record RetentionRule(int NumberOfInstances, int Distance);

/// <summary>How data travels.</summary>
public enum DataConnectionType
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>Encrypted.</summary>
    Encrypted,

    /// <summary>Compressed and encrypted.</summary>
    EncryptedCompressed,
}

/// <summary>How disks are made at the destination.</summary>
public enum TargetDiskType
{
    /// <summary>Thin.</summary>
    Thin,

    /// <summary>With all their space.</summary>
    Preallocated,

    /// <summary>With all their space, zeroed.</summary>
    PreallocatedZeros,
}
