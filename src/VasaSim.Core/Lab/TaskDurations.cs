using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Providers;
using VasaSim.Core.Replication;

namespace VasaSim.Core.Lab;

/// <summary>How long tasks take, in simulated time. A call that only checks takes <see cref="Check"/>.</summary>
public sealed record TaskDurations
{
    /// <summary>Sync, before what the link's bandwidth adds.</summary>
    /// <value>Default: 1 s.</value>
    public TimeSpan Sync { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Test start.</summary>
    /// <value>Default: 1.5 s.</value>
    public TimeSpan TestStart { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>Test stop.</summary>
    /// <value>Default: 0.5 s.</value>
    public TimeSpan TestStop { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>Promote.</summary>
    /// <value>Default: 0.5 s.</value>
    public TimeSpan Promote { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>Prepare.</summary>
    /// <value>Default: 1 s.</value>
    public TimeSpan PrepareFailover { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Failover.</summary>
    /// <value>Default: 2 s.</value>
    public TimeSpan Failover { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Reverse.</summary>
    /// <value>Default: 1 s.</value>
    public TimeSpan Reverse { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Registration of a provider, before the sync that belongs to it.</summary>
    /// <value>Default: 2 s.</value>
    public TimeSpan Register { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The end of a registration.</summary>
    /// <value>Default: 1 s.</value>
    public TimeSpan Unregister { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Sync with a provider.</summary>
    /// <value>Default: 1 s.</value>
    public TimeSpan ProviderSync { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Reconnect, before the sync that belongs to it.</summary>
    /// <value>Default: 1 s.</value>
    public TimeSpan Reconnect { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Refresh or revocation of a certificate, refresh of roots and revocation lists.</summary>
    /// <value>Default: 1 s.</value>
    public TimeSpan Certificate { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Start of a cloud replication; its initial sync comes after it.</summary>
    /// <value>Default: 1 s.</value>
    public TimeSpan Start { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>End of a cloud replication.</summary>
    /// <value>Default: 0.5 s.</value>
    public TimeSpan Stop { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>Change of a cloud replication's settings.</summary>
    /// <value>Default: 0.5 s.</value>
    public TimeSpan Reconfigure { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>Pause of a cloud replication.</summary>
    /// <value>Default: 0.2 s.</value>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(0.2);

    /// <summary>Resumption of a cloud replication.</summary>
    /// <value>Default: 0.2 s.</value>
    public TimeSpan Resume { get; init; } = TimeSpan.FromSeconds(0.2);

    /// <summary>Migration of a machine or vApp, before what the link's bandwidth adds.</summary>
    /// <value>Default: 2 s.</value>
    public TimeSpan Migrate { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Move of a replica to another storage profile.</summary>
    /// <value>Default: 1 s.</value>
    public TimeSpan ChangeStorageProfile { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A protection group's making, change and end; its machines are configured after it. The same of folders and placeholder datastores.</summary>
    /// <value>Default: 1 s.</value>
    public TimeSpan ProtectionGroup { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Protection of a machine, with its placeholder.</summary>
    /// <value>Default: 1 s.</value>
    public TimeSpan ConfigureProtection { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>End of a machine's protection.</summary>
    /// <value>Default: 0.5 s.</value>
    public TimeSpan RemoveProtection { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>A placeholder made anew.</summary>
    /// <value>Default: 1 s.</value>
    public TimeSpan RestorePlaceholder { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Any call that only checks.</summary>
    /// <value>Default: 0.2 s.</value>
    public TimeSpan Check { get; init; } = TimeSpan.FromSeconds(0.2);

    /// <summary>All tasks end with the call that starts them.</summary>
    public static TaskDurations Instant { get; } = new()
    {
        Sync = default,
        TestStart = default,
        TestStop = default,
        Promote = default,
        PrepareFailover = default,
        Failover = default,
        Reverse = default,
        Register = default,
        Unregister = default,
        ProviderSync = default,
        Reconnect = default,
        Certificate = default,
        Start = default,
        Stop = default,
        Reconfigure = default,
        Pause = default,
        Resume = default,
        Migrate = default,
        ChangeStorageProfile = default,
        ProtectionGroup = default,
        ConfigureProtection = default,
        RemoveProtection = default,
        RestorePlaceholder = default,
        Check = default,
    };

    /// <summary>The duration of an operation.</summary>
    public TimeSpan Of(ReplicationOperation operation) => operation switch
    {
        ReplicationOperation.Sync => Sync,
        ReplicationOperation.TestStart => TestStart,
        ReplicationOperation.TestStop => TestStop,
        ReplicationOperation.Promote => Promote,
        ReplicationOperation.PrepareFailover => PrepareFailover,
        ReplicationOperation.Failover => Failover,
        ReplicationOperation.Reverse => Reverse,
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    /// <inheritdoc cref="Of(ReplicationOperation)"/>
    public TimeSpan Of(ProviderOperation operation) => operation switch
    {
        ProviderOperation.Register => Register,
        ProviderOperation.Unregister => Unregister,
        ProviderOperation.Sync => ProviderSync,
        ProviderOperation.Reconnect => Reconnect,
        ProviderOperation.RefreshCertificate or ProviderOperation.RevokeCertificate or ProviderOperation.RefreshTrust => Certificate,
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    /// <inheritdoc cref="Of(ReplicationOperation)"/>
    public TimeSpan Of(CloudOperation operation) => operation switch
    {
        CloudOperation.Start => Start,
        CloudOperation.Reconfigure => Reconfigure,
        CloudOperation.Stop => Stop,
        CloudOperation.Sync => Sync,
        CloudOperation.Pause => Pause,
        CloudOperation.Resume => Resume,
        CloudOperation.Failover => Failover,
        CloudOperation.FailoverTest => TestStart,
        CloudOperation.FailoverTestCleanup => TestStop,
        CloudOperation.Migrate => Migrate,
        CloudOperation.Reverse => Reverse,
        CloudOperation.ChangeStorageProfile => ChangeStorageProfile,
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };
}

/// <summary>
/// How long ended tasks can be asked for: until they are older than <see cref="Age"/> and no longer among the last
/// <see cref="Count"/>; and never more than <see cref="Max"/>, so that a busy world does not fill the memory.
/// </summary>
public sealed record TaskRetention
{
    /// <summary>How long after the end.</summary>
    /// <value>Default: 10 minutes.</value>
    public TimeSpan Age { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How many of the last are kept whatever their age.</summary>
    /// <value>Default: 1000.</value>
    public int Count { get; init; } = 1000;

    /// <summary>How many are kept at most.</summary>
    /// <value>Default: 10 000.</value>
    public int Max { get; init; } = 10_000;
}
