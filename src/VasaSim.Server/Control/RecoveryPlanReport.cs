using System.Text.Json.Serialization;
using VasaSim.Core;
using VasaSim.Core.Faults;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Core.Recovery.Plans.Queries;

namespace VasaSim.Server.Control;

/// <summary>A recovery plan as it is now, with its run or its last one. States and steps are words in capitals.</summary>
public sealed record RecoveryPlanReport
{
    /// <summary>A UUID.</summary>
    public required string Id { get; init; }

    /// <summary>Name, unique among recovery plans.</summary>
    public required string Name { get; init; }

    /// <summary>Description for people, or null.</summary>
    public required string? Description { get; init; }

    /// <summary>The site whose machines are recovered.</summary>
    public required string ProtectedSite { get; init; }

    /// <summary>The site where they are recovered.</summary>
    public required string RecoverySite { get; init; }

    /// <summary>The names of its protection groups.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>The state that clients of SRM are told at the recovery site, such as <c>READY_STATE</c>.</summary>
    public required string State { get; init; }

    /// <summary>What its run, or its last one, does: <c>TEST</c>, <c>CLEANUP</c>, <c>RECOVERY</c> or <c>REPROTECT</c>; null: it was not run since its sites last changed their roles.</summary>
    public required string? Run { get; init; }

    /// <summary>How much of that is done, 0 to 100 percent.</summary>
    public required int Percent { get; init; }

    /// <summary>The step that it is at, such as <c>PREPARE_STORAGE</c>; null: none.</summary>
    public required string? Step { get; init; }

    /// <summary>What the last run came to: <c>SUCCESS</c>, <c>WARNINGS</c>, <c>ERRORS</c> or <c>CANCELLED</c>; null: it runs, was interrupted, or there was none.</summary>
    public required string? Result { get; init; }

    /// <summary>The id of the task that works on it now, or null.</summary>
    public required string? Task { get; init; }

    /// <summary>The steps of the run; left out in lists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RecoveryStepReport>? Steps { get; init; }

    /// <summary>Its machines; left out in lists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RecoveryMachineReport>? Machines { get; init; }

    internal static RecoveryPlanReport Of(World world, RecoveryPlan plan) => new()
    {
        Id = plan.Id,
        Name = plan.Name,
        Description = plan.Description,
        ProtectedSite = plan.ProtectedSite,
        RecoverySite = plan.RecoverySite,
        Groups = [.. plan.Groups.Select(world.Recovery.FindGroup).OfType<ProtectionGroup>().Select(g => g.Name)],
        State = ProtectionGroupReport.WordOf(PlanQueries.StateOf(world, plan)),
        Run = plan.Run is { } run ? ProtectionGroupReport.WordOf(run.Kind) : null,
        Percent = PlanQueries.PercentOf(world, plan),
        Step = PlanQueries.IsRunning(world, plan) && plan.Run?.Current is { } step ? ProtectionGroupReport.WordOf(step.Kind) : null,
        Result = plan.Run?.Result is { } result ? ProtectionGroupReport.WordOf(result) : null,
        Task = PlanTasks.WorkingOn(world, plan.Id)?.Id,
    };

    internal static RecoveryPlanReport WithSteps(World world, RecoveryPlan plan) => Of(world, plan) with
    {
        Steps = [.. (plan.Run?.Steps ?? []).Select(RecoveryStepReport.Of)],
        Machines = [.. PlanQueries.Machines(world, plan).Select(m => new RecoveryMachineReport(
            m.Machine.Id, m.Machine.Member.Name, plan.RecoveryOf(m.Machine.Id).Priority, ProtectionGroupReport.WordOf(m.Status)))],
    };
}

/// <summary>A step of a run.</summary>
/// <param name="Step">What it does, such as <c>PREPARE_STORAGE</c>; of what the plan's owner added <c>CALLOUT</c>.</param>
/// <param name="Status">How it is, such as <c>SUCCESS</c>.</param>
/// <param name="Started">When it began, in simulated time; null: it did not.</param>
/// <param name="Ended">When it was over; null: it is not.</param>
/// <param name="Tasks">The ids of the tasks that it started.</param>
/// <param name="Errors">What went wrong: the name of a fault, behind what it is about, such as <c>fd-b1/rg-01-t: ProviderBusy</c>.</param>
/// <param name="Warnings">What there is to say although it was done.</param>
public sealed record RecoveryStepReport(
    string Step,
    string Status,
    DateTimeOffset? Started,
    DateTimeOffset? Ended,
    IReadOnlyList<string> Tasks,
    IReadOnlyList<string> Errors,
    IReadOnlyList<string> Warnings)
{
    internal static RecoveryStepReport Of(PlanStep step) => new(
        ProtectionGroupReport.WordOf(step.Kind), ProtectionGroupReport.WordOf(step.Status), step.Started, step.Ended, step.Tasks, Texts(step.Errors), Texts(step.Warnings));

    private static string[] Texts(IReadOnlyList<StepProblem> problems) => [.. problems.Select(p => p.What is { } what ? $"{what}: {NameOf(p.Fault)}" : NameOf(p.Fault))];

    private static string NameOf(Fault fault) => fault is ForeignFault asked ? asked.Type : fault.GetType().Name;
}

/// <summary>A machine of a recovery plan.</summary>
/// <param name="Machine">Its id; of one that only its provider still knows, its name.</param>
/// <param name="Name">Its name.</param>
/// <param name="Priority">1 is recovered first, 5 last.</param>
/// <param name="Status">How far it is, such as <c>READY_TO_RECOVER</c>.</param>
public sealed record RecoveryMachineReport(string Machine, string Name, int Priority, string Status);

/// <summary>The recovery plans in the order of making.</summary>
public sealed record RecoveryPlanList(IReadOnlyList<RecoveryPlanReport> RecoveryPlans);
