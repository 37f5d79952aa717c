using VasaSim.Core.Control;
using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Core.Recovery.Plans.Queries;
using VasaSim.Core.Recovery.Queries;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Recovery.Plans;

/// <summary>How runs get on from step to step, what stops them, and what is kept of them.</summary>
public sealed class RunTests
{
    public static TheoryData<StepKind> TestSteps => [StepKind.PresyncStorage, StepKind.RestoreHosts, StepKind.PrepareStorage, StepKind.ConfigureStorage, StepKind.RecoverPriority3];

    public static TheoryData<StepKind> RecoverySteps =>
    [
        StepKind.PresyncStorage, StepKind.ShutDownMachines, StepKind.RestoreHosts, StepKind.PrepareProtectedStorage, StepKind.SyncStorage,
        StepKind.PrepareStorage, StepKind.ConfigureStorage, StepKind.RecoverPriority3,
    ];

    [Theory]
    [MemberData(nameof(TestSteps))]
    public void A_test_that_is_cancelled_ends_with_its_step(StepKind at)
    {
        PlanWorld lab = PlanWorld.Vvol();
        Cancel(lab, PlanWorld.Test, at);
        bool touched = at >= StepKind.PrepareStorage;
        Assert.Equal(touched ? PlanState.TestComplete : PlanState.ReadyState, lab.State);
        Assert.Equal(touched ? ReplicationState.InTest : ReplicationState.Target, lab.Replication("fd-b1/rg-01-t"));
        Assert.Equal(RunResult.Cancelled, lab.World.Recovery.Reports[^1].Result);
    }

    [Theory]
    [MemberData(nameof(RecoverySteps))]
    public void A_recovery_that_is_cancelled_ends_with_its_step_and_can_be_run_again(StepKind at)
    {
        PlanWorld lab = PlanWorld.Vvol();
        Cancel(lab, PlanWorld.Planned, at);
        Assert.Equal(at < StepKind.PrepareProtectedStorage ? PlanState.ReadyState : PlanState.IncompleteRecovery, lab.State);
        Assert.Equal(at >= StepKind.PrepareStorage ? ReplicationState.FailedOver : ReplicationState.Target, lab.Replication("fd-b1/rg-01-t"));
        Assert.Null(lab.Run(PlanWorld.Planned));
        Assert.Equal(PlanState.RecoveryComplete, lab.State);
    }

    [Fact]
    public void A_held_sync_holds_the_run_and_its_failure_ends_it()
    {
        PlanWorld lab = PlanWorld.Vvol();
        RecoveryPlanTask run = lab.Begin(PlanWorld.Test);
        ServiceTask sync = lab.World.FindTask(lab.Plan.Run!.Current!.Tasks[0])!;
        TaskControl.Hold(lab.World, sync, 50, null);
        lab.Lab.Advance(TimeSpan.FromHours(1));
        Assert.Equal(StepKind.PresyncStorage, lab.Plan.Run!.Current!.Kind);
        Assert.Equal(TaskPace.Never, lab.World.FindTask(run.Id)!.Due);

        TaskControl.Fail(lab.World, lab.World.FindTask(sync.Id)!, new ProviderBusy(), null);
        Assert.Equal(new ProviderBusy(), lab.World.FindTask(run.Id)!.Error);
        PlanStep step = lab.Plan.Run!.Steps[0];
        Assert.Equal(StepStatus.Error, step.Status);
        Assert.Equal([new StepProblem("fd-b1/rg-01-t", new ProviderBusy())], step.Errors);
        Assert.Equal(PlanState.TestComplete, lab.State);
        Assert.All(PlanQueries.Machines(lab.World, lab.Plan), m => Assert.Equal(PlanMachineStatus.TestError, m.Status));
        Assert.Null(lab.Run(PlanWorld.Cleanup));
        Assert.Equal(PlanState.ReadyState, lab.State);
    }

    [Fact]
    public void A_released_sync_lets_the_run_go_on_at_that_moment()
    {
        PlanWorld lab = PlanWorld.Vvol();
        lab.Begin(PlanWorld.Test);
        ServiceTask sync = lab.World.FindTask(lab.Plan.Run!.Current!.Tasks[0])!;
        TaskControl.Hold(lab.World, sync, 50, null);
        lab.Lab.Advance(TimeSpan.FromHours(1));
        TaskControl.Complete(lab.World, lab.World.FindTask(sync.Id)!);
        Assert.Equal((StepKind.RestoreHosts, lab.World.Now), (lab.Plan.Run!.Current!.Kind, lab.Plan.Run.Current.Started));
    }

    [Fact]
    public void A_held_run_does_not_go_on_when_what_it_waited_for_is_over()
    {
        PlanWorld lab = PlanWorld.Vvol();
        RecoveryPlanTask run = lab.Begin(PlanWorld.Test);
        TaskControl.Hold(lab.World, lab.World.FindTask(run.Id)!, null, null);
        lab.Lab.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(StepKind.PresyncStorage, lab.Plan.Run!.Current!.Kind);
        TaskControl.Release(lab.World, lab.World.FindTask(run.Id)!);
        Assert.Equal(StepKind.RestoreHosts, lab.Plan.Run!.Current!.Kind);
    }

    [Fact]
    public void A_run_that_is_completed_completes_all_that_it_waits_for()
    {
        PlanWorld lab = PlanWorld.Vvol();
        RecoveryPlanTask run = lab.Begin(PlanWorld.Planned);
        TaskControl.Complete(lab.World, lab.World.FindTask(run.Id)!);
        Assert.Equal(PlanState.RecoveryComplete, lab.State);
        Assert.Empty(lab.World.Tasks.Running);
    }

    [Fact]
    public void Where_tasks_take_no_time_a_run_is_over_with_its_call()
    {
        RecoveryWorld lab = new(instant: true);
        lab.Run(Core.Recovery.Operations.ProtectionOperation.CreateGroup, command: RecoveryWorld.Creation(RecoveryWorld.OfKind(ReplicationKind.Vvol)));
        PlanWorld plans = new(lab);
        foreach (RunCommand command in new[] { PlanWorld.Test, PlanWorld.Cleanup, PlanWorld.Planned, PlanWorld.Reprotect })
        {
            Assert.False(plans.Begin(command).IsRunning);
        }

        Assert.Equal(("B", PlanState.ReadyState), (plans.Plan.ProtectedSite, plans.State));
    }

    [Fact]
    public void Each_provider_gets_as_many_groups_in_a_call_as_it_takes()
    {
        PlanWorld lab = PlanWorld.Of("fd-a1/rg-01", "fd-a1/rg-02", "fd-a1/rg-06");
        lab.World.Put(lab.World.FindProvider(Inventory.B1)! with { MaxBatchSize = BatchLimits.Of(2) });
        lab.World.TakeChanges();
        Assert.Null(lab.Run(new RunCommand(RunKind.Test, new RunOptions())));
        Assert.Equal(
            ["TestFailoverReplicationGroupStart_Task fd-b1/rg-01-t fd-b1/rg-02-t", "TestFailoverReplicationGroupStart_Task fd-b1/rg-06-t"],
            lab.Calls);
    }

    [Fact]
    public void A_call_that_is_refused_is_noted_with_its_fault()
    {
        PlanWorld lab = PlanWorld.Vvol();
        lab.Lab.Provider(Inventory.B1, new ProviderPatch { Busy = true });
        Assert.Equal(new ProviderBusy(), lab.Run(PlanWorld.Test));
        Assert.Equal((Inventory.B1, null, new ProviderBusy()), Assert.Single(lab.World.MadeCalls.Select(c => (c.Provider, c.Task, c.Fault as ProviderBusy))));
    }

    [Fact]
    public void A_prompt_waits_until_it_is_dismissed()
    {
        PlanWorld lab = PlanWorld.Vvol();
        Assert.Null(lab.Run(new AddCalloutCommand(new PlanCallout
        {
            Id = "", Name = "ask", Content = "Go on?", Kind = CalloutKind.Prompt, Run = RunKind.Recovery, Before = StepKind.PrepareStorage,
        })));
        RecoveryPlanTask run = lab.Begin(PlanWorld.Planned);
        lab.UntilAt(StepKind.Callout);
        lab.Lab.Advance(TimeSpan.FromDays(1));
        Assert.Equal(PlanState.WaitingForUserInput, lab.State);
        string prompt = PlanQueries.Prompt(lab.World, lab.Plan)!.Callout!.Id;
        Assert.Equal(new ProtectionNotFound(ProtectionThing.Prompt, "other"), PlanTasks.DismissPrompt(lab.World, lab.Plan.Id, "other"));
        Assert.Null(PlanTasks.DismissPrompt(lab.World, lab.Plan.Id, prompt));
        Assert.Equal(PlanState.RecoveryInProgress, lab.State);
        lab.Lab.Settle();
        Assert.Null(lab.World.FindTask(run.Id)!.Error);
        Assert.Equal(PlanState.RecoveryComplete, lab.State);
    }

    [Fact]
    public void A_prompt_of_a_run_that_is_cancelled_goes_at_once()
    {
        PlanWorld lab = PlanWorld.Vvol();
        Assert.Null(lab.Run(new AddCalloutCommand(new PlanCallout { Id = "", Name = "ask", Content = "Go on?", Kind = CalloutKind.Prompt, Run = RunKind.Test })));
        RecoveryPlanTask run = lab.Begin(PlanWorld.Test);
        lab.UntilAt(StepKind.Callout);
        Assert.Null(PlanTasks.Cancel(lab.World, lab.Plan.Id));
        Assert.Equal(new RunCancelled(), lab.World.FindTask(run.Id)!.Error);
        Assert.Equal(PlanState.TestComplete, lab.State);
    }

    [Fact]
    public void Machines_come_by_priority_and_after_those_that_they_need()
    {
        PlanWorld lab = PlanWorld.Vvol();
        Assert.Null(lab.Run(new MachineRecoveryCommand(new MachineRecovery { Machine = RecoveryWorld.Db, DependsOn = [RecoveryWorld.Web] }, true)));
        Assert.Equal([RecoveryWorld.Web, RecoveryWorld.Db], PlanQueries.Steps(lab.World, lab.Plan, RunKind.Test).Single(s => s.Kind == StepKind.RecoverPriority3).Machines);
        Assert.Null(lab.Run(new MachineRecoveryCommand(new MachineRecovery { Machine = RecoveryWorld.Db, Priority = 1, Version = 1 }, true)));
        Assert.Equal([RecoveryWorld.Db], PlanQueries.Steps(lab.World, lab.Plan, RunKind.Test).Single(s => s.Kind == StepKind.RecoverPriority1).Machines);
        Assert.Equal(new SettingsChanged(2), lab.Call(new MachineRecoveryCommand(new MachineRecovery { Machine = RecoveryWorld.Db, Version = 1 }, true)).Fault);
    }

    [Fact]
    public void What_comes_after_a_power_on_comes_only_with_it()
    {
        PlanWorld lab = PlanWorld.Vvol();
        PlanCallout callout = new() { Id = "", Name = "ask", Content = "Go on?", Kind = CalloutKind.Prompt };
        MachineRecovery settings = new() { Machine = RecoveryWorld.Db, Before = [callout], After = [callout] };
        Assert.Null(lab.Run(new MachineRecoveryCommand(settings, true)));
        Assert.Equal(2, PlanQueries.Steps(lab.World, lab.Plan, RunKind.Test).Count(s => s.Kind == StepKind.Callout));
        MachineRecovery kept = lab.Plan.RecoveryOf(RecoveryWorld.Db);
        Assert.Equal(2, kept.Callouts.Select(c => c.Id).Distinct().Count());
        Assert.Null(lab.Run(new MachineRecoveryCommand(kept with { PowerOn = false }, true)));
        Assert.Equal(kept.Before[0].Id, PlanQueries.Steps(lab.World, lab.Plan, RunKind.Test).Single(s => s.Kind == StepKind.Callout).Callout!.Id);
        Assert.Equal(new ProtectionNotFound(ProtectionThing.Callout, "x"), lab.Call(new MachineRecoveryCommand(settings with { Before = [callout with { Id = "x" }] }, false)).Fault);
    }

    [Fact]
    public void Machines_do_not_need_each_other_in_a_circle()
    {
        PlanWorld lab = PlanWorld.Vvol();
        Assert.Null(lab.Run(new MachineRecoveryCommand(new MachineRecovery { Machine = RecoveryWorld.Db, Priority = 1, DependsOn = [RecoveryWorld.Web] }, true)));
        MachineDependency needed = Assert.Single(PlanQueries.Dependencies(lab.World, lab.Plan, RecoveryWorld.Db));
        Assert.Equal((RecoveryWorld.Web, "web", DependencyStatus.LowerPriority, 3), (needed.Id, needed.Name, needed.Status, needed.Priority));
        Assert.Equal(new DependencyCycle("web"), Needs(RecoveryWorld.Web, RecoveryWorld.Db));
        Assert.Equal(new DependencyCycle("db"), Needs(RecoveryWorld.Db, RecoveryWorld.Db));
        Assert.Equal(new ProtectionNotFound(ProtectionThing.Machine, "none"), Needs(RecoveryWorld.Db, "none"));
        Assert.Null(PlanQueries.CheckDependencies(lab.World, lab.Plan, RecoveryWorld.Db, [RecoveryWorld.Web]));

        Fault? Needs(string machine, string other) => lab.Call(new MachineRecoveryCommand(new MachineRecovery { Machine = machine, DependsOn = [other] }, false)).Fault;
    }

    [Fact]
    public void Groups_and_machines_follow_the_run()
    {
        PlanWorld lab = PlanWorld.Vvol();
        lab.Begin(PlanWorld.Test);
        Assert.Equal((GroupStatus.Testing, RecoveryStatus.TestInProgress), StatusOf(lab));
        Assert.All(PlanQueries.Machines(lab.World, lab.Plan), m => Assert.Equal(PlanMachineStatus.TestInProgress, m.Status));
        lab.Lab.Settle();
        Assert.Equal((GroupStatus.TestComplete, RecoveryStatus.TestComplete), StatusOf(lab));
        Assert.All(PlanQueries.Machines(lab.World, lab.Plan), m => Assert.Equal(PlanMachineStatus.TestSucceeded, m.Status));
        lab.Run(PlanWorld.Cleanup);
        Assert.All(PlanQueries.Machines(lab.World, lab.Plan), m => Assert.Equal(PlanMachineStatus.ReadyToRecover, m.Status));
        lab.Run(PlanWorld.Planned);
        Assert.Equal((GroupStatus.Recovered, RecoveryStatus.RecoveryComplete), StatusOf(lab));
        Assert.All(PlanQueries.Machines(lab.World, lab.Plan), m => Assert.Equal(PlanMachineStatus.RecoverySucceeded, m.Status));
    }

    [Fact]
    public void What_was_run_is_kept_when_the_plan_goes()
    {
        PlanWorld lab = PlanWorld.Vvol();
        lab.Run(PlanWorld.Test);
        lab.Run(PlanWorld.Cleanup);
        lab.Run(new DeletePlanCommand());
        Assert.Empty(lab.World.Recovery.Plans);
        IReadOnlyList<RunReport> reports = PlanQueries.Reports(lab.World, null, DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
        Assert.Equal([(RunKind.Test, RunResult.Success, "plan", "admin"), (RunKind.Cleanup, RunResult.Success, "plan", "admin")],
            reports.Select(r => (r.Kind, r.Result, r.PlanName, r.User)));
        Assert.Equal(reports.Skip(1), PlanQueries.Reports(lab.World, reports[0].Plan, reports[1].Started, DateTimeOffset.MaxValue));
    }

    [Fact]
    public void A_forced_cleanup_makes_the_plan_ready_whatever_goes_wrong()
    {
        PlanWorld lab = PlanWorld.Vvol();
        lab.Run(PlanWorld.Test);
        lab.Lab.Provider(Inventory.B1, new ProviderPatch { Busy = true });
        Assert.Null(lab.Run(new RunCommand(RunKind.Cleanup, new RunOptions { Forced = true })));
        Assert.Equal((PlanState.ReadyState, RunResult.Warnings), (lab.State, lab.Plan.Run!.Result));
    }

    private static (GroupStatus, RecoveryStatus) StatusOf(PlanWorld lab)
    {
        DescribedGroup group = RecoveryQueries.Describe(lab.World, lab.Lab.Group);
        return (group.Status, group.Recovery);
    }

    private static void Cancel(PlanWorld lab, RunCommand command, StepKind at)
    {
        RecoveryPlanTask run = lab.Begin(command);
        lab.UntilAt(at);
        Assert.Null(PlanTasks.Cancel(lab.World, lab.Plan.Id));
        Assert.Equal(PlanState.CancelInProgress, lab.State);
        lab.Lab.Settle();
        Assert.Equal(new RunCancelled(), lab.World.FindTask(run.Id)!.Error);
    }
}
