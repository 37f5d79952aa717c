using System.Text.Json.Serialization;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Plans.Model;

namespace VasaSim.Core.Recovery.Plans.Operations;

/// <summary>What a task of a plan has to do, with what its caller gave.</summary>
[JsonDerivedType(typeof(CreatePlanCommand), nameof(CreatePlanCommand))]
[JsonDerivedType(typeof(ReconfigurePlanCommand), nameof(ReconfigurePlanCommand))]
[JsonDerivedType(typeof(MachineRecoveryCommand), nameof(MachineRecoveryCommand))]
[JsonDerivedType(typeof(AddCalloutCommand), nameof(AddCalloutCommand))]
[JsonDerivedType(typeof(EditCalloutCommand), nameof(EditCalloutCommand))]
[JsonDerivedType(typeof(RemoveCalloutCommand), nameof(RemoveCalloutCommand))]
[JsonDerivedType(typeof(FindReportsCommand), nameof(FindReportsCommand))]
[JsonDerivedType(typeof(DeletePlanCommand), nameof(DeletePlanCommand))]
[JsonDerivedType(typeof(RunCommand), nameof(RunCommand))]
public abstract record PlanCommand
{
    /// <summary>What it does.</summary>
    [JsonIgnore]
    public abstract PlanOperation Operation { get; }
}

/// <summary>To make a plan.</summary>
public sealed record CreatePlanCommand : PlanCommand
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Description.</summary>
    public string? Description { get; init; }

    /// <summary>The folder to make it in.</summary>
    public string Folder { get; init; } = DrFolder.PlanRoot;

    /// <summary>The site whose machines are recovered.</summary>
    public required string ProtectedSite { get; init; }

    /// <summary>The site where they are recovered.</summary>
    public required string RecoverySite { get; init; }

    /// <summary>The protection groups.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The networks that tests use.</summary>
    public IReadOnlyList<TestNetwork> TestNetworks { get; init; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public override PlanOperation Operation => PlanOperation.Create;
}

/// <summary>To change a plan; null leaves a thing, a list takes the place of the one there is.</summary>
public sealed record ReconfigurePlanCommand : PlanCommand
{
    /// <summary>The new name.</summary>
    public string? Name { get; init; }

    /// <summary>The new description.</summary>
    public string? Description { get; init; }

    /// <summary>The site whose machines are recovered from now on; the other one becomes the recovery site. Only without groups.</summary>
    public string? ProtectedSite { get; init; }

    /// <summary>The protection groups.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>The networks that tests use.</summary>
    public IReadOnlyList<TestNetwork>? TestNetworks { get; init; }

    /// <summary>Machines of the recovery site that are suspended.</summary>
    public IReadOnlyList<string>? Suspended { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override PlanOperation Operation => PlanOperation.Reconfigure;
}

/// <summary>To change how a machine is recovered.</summary>
/// <param name="Settings">All about it; its version is the one that the caller knows.</param>
/// <param name="Checked">Whether the version must be the one that there is.</param>
public sealed record MachineRecoveryCommand(MachineRecovery Settings, bool Checked) : PlanCommand
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override PlanOperation Operation => PlanOperation.Reconfigure;
}

/// <summary>To add a callout.</summary>
/// <param name="Callout">The callout; its id is made when it is added.</param>
/// <param name="Next">The callout of the same place that it comes before; null, or one that is gone: it comes after all of them.</param>
public sealed record AddCalloutCommand(PlanCallout Callout, string? Next = null) : PlanCommand
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override PlanOperation Operation => PlanOperation.Reconfigure;
}

/// <summary>To change a callout of the plan or of a machine, whose run and place stay.</summary>
/// <param name="Callout">The callout as it is to be.</param>
public sealed record EditCalloutCommand(PlanCallout Callout) : PlanCommand
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override PlanOperation Operation => PlanOperation.Reconfigure;
}

/// <summary>To remove a callout of the plan or of a machine.</summary>
/// <param name="Id">Its id.</param>
public sealed record RemoveCalloutCommand(string Id) : PlanCommand
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override PlanOperation Operation => PlanOperation.Reconfigure;
}

/// <summary>To find reports of runs.</summary>
/// <param name="Reports">Those that the caller's question is about, by id.</param>
public sealed record FindReportsCommand(IReadOnlyList<string> Reports) : PlanCommand
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override PlanOperation Operation => PlanOperation.FindReports;
}

/// <summary>To delete a plan.</summary>
public sealed record DeletePlanCommand : PlanCommand
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override PlanOperation Operation => PlanOperation.Delete;
}

/// <summary>To run a plan.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Options">What is wanted of it.</param>
public sealed record RunCommand(RunKind Kind, RunOptions Options) : PlanCommand
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override PlanOperation Operation => OperationOf(Kind);

    /// <summary>What a kind of run does.</summary>
    public static PlanOperation OperationOf(RunKind kind) => kind switch
    {
        RunKind.Test => PlanOperation.Test,
        RunKind.Cleanup => PlanOperation.Cleanup,
        RunKind.Recovery => PlanOperation.Recover,
        _ => PlanOperation.Reprotect,
    };
}
