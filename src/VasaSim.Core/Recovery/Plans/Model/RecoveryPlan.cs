using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Storage;

namespace VasaSim.Core.Recovery.Plans.Model;

/// <summary>
/// How the machines of protection groups are recovered. What its last run did is kept here; the state that it is in follows
/// from that, from its groups and from the links between the sites.
/// </summary>
public sealed record RecoveryPlan : Entity
{
    /// <summary>A UUID.</summary>
    public required string Id { get; init; }

    /// <summary>Position in the order of making.</summary>
    public required long Ordinal { get; init; }

    /// <summary>Name, unique among plans.</summary>
    public required string Name { get; init; }

    /// <summary>Description for people.</summary>
    public string? Description { get; init; }

    /// <summary>The folder it is in.</summary>
    public string Folder { get; init; } = DrFolder.PlanRoot;

    /// <summary>The site whose machines are recovered.</summary>
    public required string ProtectedSite { get; init; }

    /// <summary>The site where they are recovered.</summary>
    public required string RecoverySite { get; init; }

    /// <summary>The protection groups, by id.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The networks that tests use.</summary>
    public IReadOnlyList<TestNetwork> TestNetworks { get; init; } = [];

    /// <summary>Machines of the recovery site that are suspended while recovered ones run, by id.</summary>
    public IReadOnlyList<string> Suspended { get; init; } = [];

    /// <summary>How single machines are recovered; one that is not here is recovered as by the defaults.</summary>
    public IReadOnlyList<MachineRecovery> Machines { get; init; } = [];

    /// <summary>What its owner added to the steps, in the order of adding.</summary>
    public IReadOnlyList<PlanCallout> Callouts { get; init; } = [];

    /// <summary>The run in progress, or the last one; null: none since its sites last changed their roles.</summary>
    public PlanRun? Run { get; init; }

    /// <summary>The sites that changed it while they could not reach each other.</summary>
    public IReadOnlyList<string> ChangedApart { get; init; } = [];

    /// <inheritdoc/>
    public override EntityKey Key => new(EntityKind.RecoveryPlan, Id);

    /// <summary>How a machine is recovered.</summary>
    public MachineRecovery RecoveryOf(string machine) =>
        Machines.FirstOrDefault(m => m.Machine == machine) ?? new MachineRecovery { Machine = machine };
}

/// <summary>The network that tests use instead of one that recovered machines are on.</summary>
/// <param name="Target">The network at the recovery site.</param>
/// <param name="Test">The one that tests use.</param>
public sealed record TestNetwork(string Target, string Test);
