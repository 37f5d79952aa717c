using VasaSim.Core.Faults;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Core.Recovery.Plans.Queries;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Tests.Recovery.Plans;

/// <summary>What testers order of the task of a run.</summary>
public sealed class RunOrderTests
{
    private static readonly SystemError _asked = new("asked for");

    [Theory]
    [InlineData(RunKind.Test, 0, PlanState.TestComplete)]
    [InlineData(RunKind.Test, 45, PlanState.TestComplete)]
    [InlineData(RunKind.Test, 99, PlanState.TestComplete)]
    [InlineData(RunKind.Cleanup, 50, PlanState.CleanupIncomplete)]
    [InlineData(RunKind.Recovery, 0, PlanState.ReadyState)]
    [InlineData(RunKind.Recovery, 60, PlanState.IncompleteRecovery)]
    [InlineData(RunKind.Recovery, 99, PlanState.IncompleteRecovery)]
    [InlineData(RunKind.Reprotect, 10, PlanState.IncompleteReprotect)]
    public void A_run_that_is_to_fail_ends_with_errors_after_the_step_it_is_at(RunKind kind, int percent, PlanState state)
    {
        foreach (bool instant in new[] { false, true })
        {
            PlanWorld lab = Before(kind, instant);
            lab.World.TaskOrder = new TaskOrder { FailAt = percent, Error = _asked };

            Assert.Equal(_asked, lab.Run(CommandOf(kind)));

            Assert.Equal((state, RunResult.Errors), (lab.State, lab.Plan.Run!.Result));
            PlanStep failed = Assert.Single(lab.Plan.Run.Steps, s => s.Status == StepStatus.Error);
            Assert.Equal([new StepProblem(null, _asked)], failed.Errors);
            Assert.All(lab.Plan.Run.Steps.SkipWhile(s => s != failed).Skip(1), s => Assert.Contains(s.Status, new[] { StepStatus.Cancelled, StepStatus.Skipped }));
            Assert.Equal(failed.Errors, lab.World.Recovery.Reports[^1].Errors);
        }
    }

    [Fact]
    public void A_recovery_that_failed_so_is_run_again()
    {
        PlanWorld lab = Before(RunKind.Recovery);
        lab.World.TaskOrder = new TaskOrder { FailAt = 60, Error = _asked };
        lab.Run(PlanWorld.Planned);

        Assert.Null(lab.Run(PlanWorld.Planned));

        Assert.Equal(PlanState.RecoveryComplete, lab.State);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(40, 40)]
    [InlineData(55, 70)]
    [InlineData(99, 99)]
    public void A_run_stands_still_at_a_percentage_or_at_the_next_step_that_has_something_to_do(int ordered, int percent)
    {
        foreach (bool instant in new[] { false, true })
        {
            PlanWorld lab = Before(RunKind.Test, instant);
            lab.World.TaskOrder = new TaskOrder { HoldAt = ordered };
            RecoveryPlanTask task = lab.Begin(PlanWorld.Test);
            lab.Lab.Advance(TimeSpan.FromHours(1));

            task = (RecoveryPlanTask)lab.World.FindTask(task.Id)!;
            Assert.Equal((ServiceTaskState.Running, percent), (task.StateAt(lab.World.Now), task.PercentAt(lab.World.Now)));
            Assert.Equal((PlanState.TestInProgress, percent), (lab.State, PlanQueries.PercentOf(lab.World, lab.Plan)));
            TaskControl.Release(lab.World, task);
            lab.Lab.Settle();
            Assert.Equal((PlanState.TestComplete, RunResult.Success, 100), (lab.State, lab.Plan.Run!.Result, PlanQueries.PercentOf(lab.World, lab.Plan)));
        }
    }

    [Fact]
    public void A_stop_of_a_run_may_end_in_an_error()
    {
        PlanWorld lab = Before(RunKind.Test);
        lab.World.TaskOrder = new TaskOrder { HoldAt = 40, HoldFor = TimeSpan.FromMinutes(10), Then = _asked };
        RecoveryPlanTask task = lab.Begin(PlanWorld.Test);

        lab.Lab.Advance(TimeSpan.FromMinutes(9));
        Assert.True(lab.World.FindTask(task.Id)!.IsRunning);
        lab.Lab.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal((_asked, PlanState.TestComplete), (lab.World.FindTask(task.Id)!.Error, lab.State));
    }

    [Fact]
    public void What_is_refused_is_not_begun_and_what_fails_after_its_work_has_done_it()
    {
        PlanWorld lab = Before(RunKind.Recovery);
        lab.World.TaskOrder = new TaskOrder { Refusal = _asked };
        Assert.Equal(_asked, lab.Run(PlanWorld.Planned));
        Assert.Equal((PlanState.ReadyState, null), (lab.State, lab.Plan.Run));

        lab.World.TaskOrder = new TaskOrder { ErrorAfterWork = _asked };
        Assert.Equal(_asked, lab.Run(PlanWorld.Planned));
        Assert.Equal((PlanState.RecoveryComplete, RunResult.Success), (lab.State, lab.Plan.Run!.Result));
    }

    [Fact]
    public void Steps_of_a_run_that_is_to_be_slow_take_as_many_times_as_long()
    {
        PlanWorld lab = Before(RunKind.Test, instant: true);
        DateTimeOffset begun = lab.World.Now;
        lab.World.TaskOrder = new TaskOrder { Slow = 10 };

        lab.Run(PlanWorld.Test);

        // What replicates is no slower; the steps without replication are those of the hosts, of the networks and of one priority.
        Assert.Equal(lab.World.Knobs.TaskDuration.RecoveryStep * 30, lab.World.Now - begun);
    }

    [Fact]
    public void A_run_may_end_when_it_is_asked_for()
    {
        PlanWorld lab = Before(RunKind.Test);
        lab.World.TaskOrder = new TaskOrder { Polls = 2 };
        RecoveryPlanTask task = lab.Begin(PlanWorld.Test);
        lab.Lab.Advance(TimeSpan.FromHours(1));

        Assert.Equal(PlanState.TestInProgress, lab.State);
        Assert.True(TaskControl.Asked(lab.World, lab.World.FindTask(task.Id)!).IsRunning);
        Assert.False(TaskControl.Asked(lab.World, lab.World.FindTask(task.Id)!).IsRunning);
        Assert.Equal(PlanState.TestComplete, lab.State);
    }

    [Fact]
    public void A_run_that_a_tester_fails_at_once_is_interrupted()
    {
        PlanWorld lab = Before(RunKind.Test);
        RecoveryPlanTask task = lab.Begin(PlanWorld.Test);

        TaskControl.Fail(lab.World, lab.World.FindTask(task.Id)!, _asked, null);

        Assert.Equal((PlanState.TestInterrupted, _asked), (lab.State, lab.World.FindTask(task.Id)!.Error));
    }

    private static PlanWorld Before(RunKind kind, bool instant = false)
    {
        PlanWorld lab = PlanWorld.Vvol(instant: instant);
        if (kind == RunKind.Cleanup)
        {
            lab.Run(PlanWorld.Test);
        }
        else if (kind == RunKind.Reprotect)
        {
            lab.Run(PlanWorld.Planned);
        }

        return lab;
    }

    private static RunCommand CommandOf(RunKind kind) => kind switch
    {
        RunKind.Test => PlanWorld.Test,
        RunKind.Cleanup => PlanWorld.Cleanup,
        RunKind.Recovery => PlanWorld.Planned,
        _ => PlanWorld.Reprotect,
    };
}
