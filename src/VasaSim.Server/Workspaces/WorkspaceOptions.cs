using VasaSim.Core.Lab;
using VasaSim.Faults.Decisions;
using VasaSim.Faults.Rules;
using VasaSim.Storage;

namespace VasaSim.Server.Workspaces;

/// <summary>How a workspace is opened. What is null is taken from the stored world, or has its default in a new one.</summary>
public sealed record WorkspaceOptions
{
    /// <summary>The directory that holds the world; null: in memory.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>What an acknowledged commit survives.</summary>
    /// <value>Default: <see cref="Durability.Normal"/>.</value>
    public Durability Durability { get; init; } = Durability.Normal;

    /// <summary>The lab for a new world.</summary>
    /// <value>Default: null, the lab of the stored world, or <c>two-sites</c>.</value>
    public LabDefinition? Lab { get; init; }

    /// <summary>The seed for a new world.</summary>
    /// <value>Default: null, that of the stored world, or 42.</value>
    public long? Seed { get; init; }

    /// <summary>T0 for a new world.</summary>
    /// <value>Default: null, that of the stored world or of the lab, or the moment the world is made.</value>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>How time passes.</summary>
    /// <value>Default: null, as in the stored world, or like real time.</value>
    public ClockMode? Clock { get; init; }

    /// <summary>Whether every task ends with the call that starts it.</summary>
    /// <value>Default: false.</value>
    public bool InstantTasks { get; init; }

    /// <summary>The password of the default users.</summary>
    /// <value>Default: <c>VasaSim!1</c>.</value>
    public string Password { get; init; } = "VasaSim!1";

    /// <summary>After how long without a call a session ends, in real time; zero: never.</summary>
    /// <value>Default: 30 minutes, as vCenter has it.</value>
    public TimeSpan SessionTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How many calls the journal keeps; 0: none, which turns it off.</summary>
    /// <value>Default: 10 000.</value>
    public int JournalEntries { get; init; } = 10_000;

    /// <summary>How many bytes of raw requests and replies the journal keeps.</summary>
    /// <value>Default: 64 MiB.</value>
    public long JournalBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>The fault rules to begin with.</summary>
    /// <value>Default: null, those of the tape if there is one, otherwise none.</value>
    public RuleSet? Rules { get; init; }

    /// <summary>Decisions of an earlier run, to be made again.</summary>
    /// <value>Default: null, decisions are drawn.</value>
    public DecisionTape? Tape { get; init; }
}
