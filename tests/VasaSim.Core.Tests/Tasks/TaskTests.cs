using VasaSim.Core.Control;
using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Tasks;

/// <summary>Tasks over time.</summary>
public sealed class TaskTests
{
    private const string Target = "fd-b1/rg-01-t";

    [Fact]
    public void A_task_runs_at_once_and_ends_when_it_is_due()
    {
        TestWorld lab = new();
        ReplicationTask task = lab.Begin(lab.Command(ReplicationOperation.Failover, Target));

        Assert.Equal(("smsTask-1", Inventory.B1, Inventory.T0, Inventory.T0), (task.Id, task.Provider, task.Created, task.Started));
        Assert.Equal(Inventory.T0.AddSeconds(2), task.Due);
        Assert.Equal(ServiceTaskState.Running, task.StateAt(lab.Now));
        lab.AdvanceTo(task.Due.AddMilliseconds(-1));
        Assert.Equal(ServiceTaskState.Running, lab.World.FindTask(task.Id)!.StateAt(lab.Now));
        Assert.Equal(ReplicationState.Target, lab.State(Target));
        lab.AdvanceTo(task.Due);
        Assert.Equal(ServiceTaskState.Success, lab.World.FindTask(task.Id)!.StateAt(lab.Now));
        Assert.Equal(ReplicationState.FailedOver, lab.State(Target));
    }

    [Fact]
    public void Progress_grows_from_nothing_to_ninety_nine_and_is_gone_at_the_end()
    {
        TestWorld lab = new();
        ReplicationTask task = lab.Begin(lab.Command(ReplicationOperation.Failover, Target));

        int?[] seen = [.. new[] { 0, 10, 20, 1000, 1999, 2000, 2001 }.Select(ms => task.ProgressAt(Inventory.T0.AddMilliseconds(ms)))];

        Assert.Equal([null, null, 1, 50, 99, 99, 99], seen);
        lab.End(task);
        Assert.Null(lab.World.FindTask(task.Id)!.ProgressAt(lab.Now));
    }

    [Fact]
    public void With_the_knob_a_task_is_queued_first()
    {
        TestWorld lab = new(new Knobs { ExposeQueued = true });
        ReplicationTask task = lab.Begin(lab.Command(ReplicationOperation.Failover, Target));

        Assert.Equal(ServiceTaskState.Queued, task.StateAt(lab.Now));
        Assert.Null(task.ProgressAt(lab.Now));
        Assert.True(task.Started > task.Created && task.Started < task.Due);
        Assert.Equal(ServiceTaskState.Queued, task.StateAt(task.Started.AddMilliseconds(-1)));
        Assert.Equal(ServiceTaskState.Running, task.StateAt(task.Started));
        Assert.Null(task.ProgressAt(task.Started));
        lab.End(task);
    }

    [Fact]
    public void Each_operation_takes_its_own_time()
    {
        TaskDurations durations = new();
        TestWorld lab = new();
        TimeSpan Of(ReplicationOperation operation, string group, bool check = false)
        {
            ReplicationTask task = lab.Begin(lab.Command(operation, group) with { CheckOnly = check });
            return task.Due - task.Created;
        }

        Assert.Equal(durations.Sync, Of(ReplicationOperation.Sync, Target));
        Assert.Equal(durations.TestStart, Of(ReplicationOperation.TestStart, "fd-b1/rg-06-t"));
        Assert.Equal(durations.TestStop, Of(ReplicationOperation.TestStop, "fd-b1/rg-03-t"));
        Assert.Equal(durations.Promote, Of(ReplicationOperation.Promote, "fd-b1/rg-03-t"));
        Assert.Equal(durations.PrepareFailover, Of(ReplicationOperation.PrepareFailover, "fd-a1/rg-01"));
        Assert.Equal(durations.Failover, Of(ReplicationOperation.Failover, "fd-b1/rg-02-t"));
        Assert.Equal(durations.Reverse, Of(ReplicationOperation.Reverse, "fd-b1/rg-04-t"));
        Assert.Equal(durations.Check, Of(ReplicationOperation.Failover, "fd-b1/rg-02-t", check: true));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Instant_tasks_end_with_the_call(bool byKnob)
    {
        TestWorld lab = byKnob ? new(new Knobs { TaskDuration = TaskDurations.Instant, ExposeQueued = true }) : new(instant: true);

        ReplicationTask task = lab.Begin(lab.Command(ReplicationOperation.Failover, Target, "fd-b1/rg-06-t", Target));

        Assert.Equal(ServiceTaskState.Success, task.StateAt(lab.Now));
        Assert.Equal((lab.Now, lab.Now), (task.Started, task.Due));
        Assert.Equal([typeof(GroupRecovered), typeof(GroupRecovered), typeof(GroupFailed)], task.Outcomes.Select(o => o!.GetType()));
        Assert.Same(task, lab.World.FindTask(task.Id));
        lab.Begin(lab.Command(ReplicationOperation.Reverse, Target));
    }

    [Fact]
    public void Tasks_are_done_in_the_order_of_their_due_times_each_at_its_own()
    {
        TestWorld lab = new(new Knobs { TaskDuration = new() { Failover = TimeSpan.FromSeconds(5), Sync = TimeSpan.FromSeconds(1) } });
        ReplicationTask slow = lab.Begin(lab.Command(ReplicationOperation.Failover, "fd-b1/rg-02-t"));
        ReplicationTask quick = lab.Begin(lab.Command(ReplicationOperation.Sync, "fd-n1/rg-02-n"));

        lab.Advance(TimeSpan.FromDays(1));

        Assert.IsType<GroupSynced>(lab.FindTask(quick.Id).Outcomes[0]);
        GroupRecovered recovered = Assert.IsType<GroupRecovered>(lab.FindTask(slow.Id).Outcomes[0]);
        Assert.Equal(Inventory.T0.AddSeconds(5), recovered.Time);
    }

    [Fact]
    public void Of_two_that_are_due_together_the_first_to_start_is_done_first()
    {
        TestWorld lab = new(new Knobs { TaskDuration = new() { Failover = TimeSpan.FromSeconds(1) } });
        ReplicationTask failover = lab.Begin(lab.Command(ReplicationOperation.Failover, "fd-b1/rg-02-t"));
        ReplicationTask sync = lab.Begin(lab.Command(ReplicationOperation.Sync, "fd-n1/rg-02-n"));

        lab.Advance(TimeSpan.FromSeconds(1));

        Assert.IsType<GroupRecovered>(lab.FindTask(failover.Id).Outcomes[0]);
        Assert.IsType<InvalidReplicationState>(Assert.IsType<GroupFailed>(lab.FindTask(sync.Id).Outcomes[0]).Error);
    }

    [Fact]
    public void Time_never_goes_back()
    {
        TestWorld lab = new();
        lab.Advance(TimeSpan.FromHours(1));

        lab.AdvanceTo(Inventory.T0);

        Assert.Equal(Inventory.T0.AddHours(1), lab.Now);
    }

    [Fact]
    public void An_ended_task_stays_as_it_is()
    {
        TestWorld lab = new();
        ReplicationTask task = lab.Begin(lab.Command(ReplicationOperation.TestStart, Target));
        lab.End(task);
        string ended = TestWorld.Json(lab.World.FindTask(task.Id));

        lab.Done<GroupDone>(ReplicationOperation.TestStop, Target);
        lab.Done<GroupRecovered>(ReplicationOperation.Failover, Target);
        DueWork.FailRunning(lab.World, "restart");
        lab.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(ended, TestWorld.Json(lab.World.FindTask(task.Id)));
    }

    [Fact]
    public void A_restart_fails_what_runs_and_changes_no_group()
    {
        TestWorld lab = new();
        ReplicationTask task = lab.Begin(lab.Command(ReplicationOperation.Failover, Target));
        lab.Advance(TimeSpan.FromSeconds(1));
        string before = lab.Picture();

        DueWork.FailRunning(lab.World, "restart");
        lab.Advance(TimeSpan.FromMinutes(1));

        ReplicationTask failed = lab.FindTask(task.Id);
        Assert.Equal(ServiceTaskState.Error, failed.StateAt(lab.Now));
        Assert.Equal(new SystemError("restart"), failed.Error);
        Assert.Equal((Inventory.T0.AddSeconds(1), 0), (failed.Due, failed.Outcomes.Count));
        Assert.Equal(before, lab.Picture());
        lab.Done<GroupRecovered>(ReplicationOperation.Failover, Target);
    }

    [Fact]
    public void A_sync_over_a_narrow_link_takes_as_long_as_its_data()
    {
        TestWorld lab = Narrow(rate: 1000, bandwidth: 100);
        lab.Advance(TimeSpan.FromMinutes(10));
        ReplicationTask task = lab.Begin(lab.Command(ReplicationOperation.Sync, Target));

        // Ten minutes at 1000 B/s since the newest replica, over 100 B/s.
        Assert.Equal(TimeSpan.FromSeconds(1 + 6000), task.Due - task.Created);
        Assert.Equal(task.Created, Assert.IsType<GroupSynced>(Assert.Single(lab.End(task))).Time);
    }

    [Fact]
    public void Groups_of_a_call_transfer_side_by_side_and_a_check_transfers_nothing()
    {
        TestWorld lab = Narrow(rate: 1000, bandwidth: 100);
        lab.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(TimeSpan.FromSeconds(6001), Length(lab, lab.Command(ReplicationOperation.Sync, Target, "fd-b1/rg-09-t")));
        Assert.Equal(TimeSpan.FromSeconds(0.2), Length(lab, lab.Command(ReplicationOperation.Failover, "fd-b1/rg-06-t") with { CheckOnly = true }));
        Assert.Equal(TimeSpan.FromSeconds(2), Length(lab, lab.Command(ReplicationOperation.Failover, "fd-b1/rg-06-t")));
    }

    [Fact]
    public void A_group_that_is_refused_at_the_call_transfers_nothing()
    {
        TestWorld lab = Narrow(rate: 1000, bandwidth: 100);
        lab.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(TimeSpan.FromSeconds(6001), Length(lab, lab.Command(ReplicationOperation.Sync, Target)));

        // Still at work, so the second call's only group is refused, and its task takes no longer than any other.
        Assert.Equal(TimeSpan.FromSeconds(1), Length(lab, lab.Command(ReplicationOperation.Sync, Target)));
    }

    [Fact]
    public void The_narrowest_link_makes_a_long_task_and_no_error()
    {
        TestWorld lab = Narrow(rate: long.MaxValue, bandwidth: 1);
        lab.Advance(TimeSpan.FromDays(1));

        ReplicationTask task = lab.Begin(lab.Command(ReplicationOperation.Sync, "fd-b1/rg-06-t"));

        Assert.True(task.Due > lab.Now.AddDays(30));
        Assert.Equal(ServiceTaskState.Running, task.StateAt(lab.Now.AddDays(30)));
    }

    private static TimeSpan Length(TestWorld lab, ReplicationCommand command)
    {
        ReplicationTask task = lab.Begin(command);
        return task.Due - task.Created;
    }

    private static TestWorld Narrow(long rate, long bandwidth)
    {
        TestWorld lab = new(change: e => e is ReplicationGroup { Source: null } g ? g with { ChangeRate = rate } : e);
        WorldControl.SetLink(lab.World, "fd-a1", "fd-b1", new LinkPatch(Bandwidth: bandwidth));
        return lab;
    }
}
