namespace VasaSim.Core.Lab;

/// <summary>
/// Choices where the public documents are silent or contradict each other. Each has the default that fits most
/// clients; a lab may set others.
/// </summary>
public sealed record Knobs
{
    /// <summary>Where faults of a replication task as a whole show.</summary>
    /// <value>Default: <see cref="TaskFaultDelivery.Call"/>.</value>
    public TaskFaultDelivery TaskFaultDelivery { get; init; } = TaskFaultDelivery.Call;

    /// <summary>Whether tasks show the state <c>queued</c> before they run (to callers of 6.5 and newer).</summary>
    /// <value>Default: false, because clients exist that take queued for the end.</value>
    public bool ExposeQueued { get; init; }

    /// <summary>How long tasks take.</summary>
    public TaskDurations TaskDuration { get; init; } = new();

    /// <summary>How long ended tasks can be asked for.</summary>
    public TaskRetention TaskRetention { get; init; } = new();

    /// <summary>Whether the two test tasks end without a result, as the type library says.</summary>
    /// <value>Default: false, they return one result per group, as the documentation says.</value>
    public bool TestResultVoid { get; init; }

    /// <summary>What a repeated operation answers.</summary>
    /// <value>Default: <see cref="RepeatMode.AlreadyDone"/>.</value>
    public RepeatMode RepeatMode { get; init; } = RepeatMode.AlreadyDone;

    /// <summary>Whether a planned failover needs a prepare before it.</summary>
    /// <value>Default: false.</value>
    public bool RequirePrepare { get; init; }

    /// <summary>Whether a prepare fails while source devices are bound.</summary>
    /// <value>Default: false.</value>
    public bool PrepareRequiresUnbound { get; init; }

    /// <summary>Whether stopping a test deletes the replicas that syncs made.</summary>
    /// <value>Default: false.</value>
    public bool DeleteSyncPitOnTestStop { get; init; }

    /// <summary>Up to how many groups a query for all gives details; above it gives ids only.</summary>
    /// <value>Default: 100.</value>
    public int DetailLimit { get; init; } = 100;

    /// <summary>Up to how many replicas of a group a query lists one by one.</summary>
    /// <value>Default: 1000.</value>
    public int PitLimit { get; init; } = 1000;

    /// <summary>How many call-made replicas a group keeps; the oldest go first.</summary>
    /// <value>Default: 1000.</value>
    public int PitKeep { get; init; } = 1000;

    /// <summary>Whether an interval with only one of its three fields is refused.</summary>
    /// <value>Default: false.</value>
    public bool StrictPitInterval { get; init; }

    /// <summary>How long an active provider may be silent before a standby takes over.</summary>
    /// <value>Default: 30 seconds.</value>
    public TimeSpan FailoverDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many alarms one page has.</summary>
    /// <value>Default: 100.</value>
    public int AlarmPage { get; init; } = 100;

    /// <summary>Whether asking for alarms of entities of which none exists is an error.</summary>
    /// <value>Default: false, they are skipped.</value>
    public bool StrictAlarmEntities { get; init; }

    /// <summary>How often the service looks whether a provider answers.</summary>
    /// <value>Default: 10 seconds.</value>
    public TimeSpan ProviderPoll { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether a provider that does not answer can be unregistered.</summary>
    /// <value>Default: false, that is a ProviderUnregistrationFault.</value>
    public bool AllowOfflineUnregister { get; init; }

    /// <summary>Whether the HTTP cookie alone authenticates a call to the Storage Monitoring Service.</summary>
    /// <value>Default: false, the SOAP header <c>vcSessionCookie</c> is needed.</value>
    public bool AcceptHttpCookie { get; init; }

    /// <summary>Policies that cannot be associated with a device.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> RejectedPolicies { get; init; } = [];

    /// <summary>Those about cloud replications.</summary>
    public CloudKnobs Cloud { get; init; } = new();

    /// <summary>Those about protection groups.</summary>
    public RecoveryKnobs Recovery { get; init; } = new();

    /// <summary>The newest API version that is served.</summary>
    /// <value>Default: 8.0.3.0. One of the versions of the service's history; 9.0.0.0 is not simulated.</value>
    public string ApiVersion { get; init; } = "8.0.3.0";
}

/// <summary>Where faults of a replication task as a whole show.</summary>
public enum TaskFaultDelivery
{
    /// <summary>The call answers with the fault, and there is no task.</summary>
    Call,

    /// <summary>The call returns a task that ends in error.</summary>
    Task,
}

/// <summary>What a repeated operation answers.</summary>
public enum RepeatMode
{
    /// <summary>Success with the warning AlreadyDone.</summary>
    AlreadyDone,

    /// <summary>The group error InvalidReplicationState.</summary>
    InvalidState,
}
