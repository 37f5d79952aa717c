using System.Text.Json.Serialization;

namespace VasaSim.Core.Recovery.Plans.Model;

/// <summary>How a plan recovers a machine. Times are kept and told, no step takes longer for them.</summary>
public sealed record MachineRecovery
{
    /// <summary>The default of <see cref="Priority"/>.</summary>
    public const int MiddlePriority = 3;

    /// <summary>The highest <see cref="Priority"/>.</summary>
    public const int LastPriority = 5;

    /// <summary>The machine, by id.</summary>
    public required string Machine { get; init; }

    /// <summary>1 is recovered first, 5 last.</summary>
    /// <value>Default: 3.</value>
    public int Priority { get; init; } = MiddlePriority;

    /// <summary>Whether it is powered on.</summary>
    /// <value>Default: true.</value>
    public bool PowerOn { get; init; } = true;

    /// <summary>Whether it is powered off without its guest being shut down.</summary>
    public bool SkipGuestShutdown { get; init; }

    /// <summary>How long its guest may take to shut down.</summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan ShutdownTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long its tools may take to answer.</summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan ToolsTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long to wait before the steps that come after its power on.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>The machines that are to run before it, by id: any that a group protects. Only those of its plan with its priority count.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>What comes before its power on.</summary>
    public IReadOnlyList<PlanCallout> Before { get; init; } = [];

    /// <summary>What comes after its power on.</summary>
    public IReadOnlyList<PlanCallout> After { get; init; } = [];

    /// <summary>All that was added to its steps.</summary>
    [JsonIgnore]
    public IEnumerable<PlanCallout> Callouts => Before.Concat(After);

    /// <summary>Who says what addresses it gets.</summary>
    /// <value>Default: the service, as it is set up.</value>
    public IpCustomization IpCustomization { get; init; }

    /// <summary>The addresses of its adapters, as the caller's JSON array; null: nothing was said.</summary>
    public string? Addresses { get; init; }

    /// <summary>How often it was changed: what a caller has to know to do so again.</summary>
    public long Version { get; init; }
}

/// <summary>Who says what addresses a recovered machine gets. The names are those of the Site Recovery Manager.</summary>
public enum IpCustomization
{
    /// <summary>The rules of its networks, when the service is set up so.</summary>
    Auto,

    /// <summary>The rules of its networks.</summary>
    NetworkMappingLevel,

    /// <summary>Its own settings.</summary>
    Manual,

    /// <summary>Nobody: it keeps those that it has.</summary>
    NoCustomization,
}
