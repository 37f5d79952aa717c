using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Tasks;

/// <summary>What is wanted of a task before it starts; a failover takes two seconds, or none.</summary>
public sealed class TaskOrderTests
{
    private const string Target = "fd-b1/rg-01-t";
    private const string Other = "fd-b1/rg-06-t";

    [Theory]
    [InlineData(false, 62)]
    [InlineData(true, 60)]
    public void It_is_held_for_a_while(bool instant, double seconds)
    {
        TestWorld lab = new(instant: instant);
        ReplicationTask task = Begin(lab, new TaskOrder { HoldAt = 40, HoldFor = TimeSpan.FromMinutes(1) });

        Assert.Equal(Inventory.T0.AddSeconds(seconds), task.Due);
        lab.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(40, lab.FindTask(task.Id).ProgressAt(lab.Now));
        Assert.IsType<GroupRecovered>(lab.End(task)[0]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_is_held_without_end(bool instant)
    {
        TestWorld lab = new(instant: instant);
        ReplicationTask task = Begin(lab, new TaskOrder { HoldAt = 0 });

        lab.Advance(TimeSpan.FromDays(1));

        Assert.Equal((ServiceTaskState.Running, null), (lab.FindTask(task.Id).StateAt(lab.Now), lab.FindTask(task.Id).ProgressAt(lab.Now)));
        TaskControl.Release(lab.World, lab.FindTask(task.Id));
        Assert.Equal(!instant, lab.FindTask(task.Id).IsRunning);
    }

    [Theory]
    [InlineData(null, 60_800)]
    [InlineData(90, 60_800)]
    [InlineData(40, 800)]
    [InlineData(20, 400)]
    public void Of_an_error_after_the_hold_and_one_at_a_percentage_the_first_to_come_ends_it(int? failAt, int milliseconds)
    {
        TestWorld lab = new();
        TaskOrder order = new() { HoldAt = 40, HoldFor = TimeSpan.FromMinutes(1), Then = new PeerNotReachable() };
        ReplicationTask task = Begin(lab, failAt is null ? order : order with { FailAt = failAt, Error = new ProviderBusy() });

        lab.Advance(TimeSpan.FromHours(1));

        Fault expected = failAt is 40 or 20 ? new ProviderBusy() : new PeerNotReachable();
        Assert.Equal((expected, Inventory.T0.AddMilliseconds(milliseconds)), (lab.FindTask(task.Id).Error, lab.FindTask(task.Id).Due));
        Assert.Equal(ReplicationState.Target, lab.State(Target));
    }

    [Fact]
    public void The_error_after_a_hold_comes_with_the_release()
    {
        TestWorld lab = new(instant: true);
        ReplicationTask task = Begin(lab, new TaskOrder { HoldAt = 40, Then = new PeerNotReachable() });
        lab.Advance(TimeSpan.FromHours(1));

        TaskControl.Release(lab.World, task);

        Assert.Equal(new PeerNotReachable(), lab.FindTask(task.Id).Error);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_slow_takes_a_multiple_of_the_labs_duration(bool instant)
    {
        TestWorld lab = new(instant: instant);
        Assert.Equal(Inventory.T0.AddSeconds(6), Begin(lab, new TaskOrder { Slow = 3 }).Due);

        LifeWorld life = new(instant: instant);
        life.World.TaskOrder = new TaskOrder { Slow = 10 };
        Assert.Equal(LifeWorld.T0.AddSeconds(20), ProviderTasks.Register(life.World, LifeWorld.Spec(life.World)).Due);
    }

    [Theory]
    [InlineData(false, 60, 1200)]
    [InlineData(true, 60, 0)]
    [InlineData(false, null, 0)]
    public void It_fails_on_the_way(bool instant, int? percent, int milliseconds)
    {
        TestWorld lab = new(instant: instant);
        ReplicationTask task = Begin(lab, new TaskOrder { FailAt = percent, Error = new ProviderBusy() });

        lab.Advance(TimeSpan.FromSeconds(2));

        ReplicationTask ended = lab.FindTask(task.Id);
        Assert.Equal((new ProviderBusy(), Inventory.T0.AddMilliseconds(milliseconds)), (ended.Error, ended.Due));
        Assert.Equal(ReplicationState.Target, lab.State(Target));
    }

    [Fact]
    public void It_waits_to_be_asked_and_is_forgotten()
    {
        TestWorld lab = new(instant: true);
        ReplicationTask task = Begin(lab, new TaskOrder { Polls = 2 });
        Assert.True(TaskControl.Asked(lab.World, task).IsRunning);
        Assert.False(TaskControl.Asked(lab.World, lab.FindTask(task.Id)).IsRunning);
        Assert.Equal(ReplicationState.FailedOver, lab.State(Target));

        ReplicationTask gone = Begin(lab, new TaskOrder { Forget = true }, Other);
        Assert.Null(TaskQueries.FindKnown(lab.World, gone.Id));
        Assert.Equal(ReplicationState.FailedOver, lab.State(Other));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_refusal_is_told_at_the_end_and_nothing_done(bool instant)
    {
        TestWorld lab = new(instant: instant);
        ReplicationTask task = Begin(lab, new TaskOrder { Refusal = new NotSupportedByProvider() });
        Assert.Equal(instant, !task.IsRunning);

        // Its groups are not at work.
        Assert.IsType<GroupRecovered>(lab.RunOne(ReplicationOperation.Failover, Target));
        Assert.Equal((ServiceTaskState.Error, new NotSupportedByProvider()), (lab.FindTask(task.Id).StateAt(lab.Now), lab.FindTask(task.Id).Error));
        Assert.Empty(lab.FindTask(task.Id).Outcomes);
    }

    [Fact]
    public void An_error_after_the_work_undoes_nothing()
    {
        TestWorld lab = new();
        ReplicationTask task = Begin(lab, new TaskOrder { ErrorAfterWork = new ProviderUnavailable() });

        lab.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal((ServiceTaskState.Error, new ProviderUnavailable()), (lab.FindTask(task.Id).StateAt(lab.Now), lab.FindTask(task.Id).Error));
        Assert.Equal(ReplicationState.FailedOver, lab.State(Target));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Faults_are_planted_into_single_groups(bool instant)
    {
        TestWorld lab = new(instant: instant);
        string[] groups = [Target, Other, "fd-b1/rg-02-t", Target];
        ReplicationTask task = Begin(lab, new TaskOrder
        {
            Groups =
            [
                new(0, new ProviderBusy(), GroupFaultKind.ErrorBeforeWork),
                new(1, new PeerNotReachable(), GroupFaultKind.ErrorAfterWork),
                new(2, new AlreadyDone(), GroupFaultKind.Warning),
                new(2, new InvalidProfile(), GroupFaultKind.Warning),
                new(9, new InvalidProfile(), GroupFaultKind.ErrorBeforeWork),
            ],
        }, groups);

        IReadOnlyList<GroupOutcome> outcomes = lab.End(task);

        Assert.Equal([new ProviderBusy(), new PeerNotReachable(), null, new DuplicateEntry()], outcomes.Select(o => (o as GroupFailed)?.Error));
        Assert.Equal([new AlreadyDone(), new InvalidProfile()], Assert.IsType<GroupRecovered>(outcomes[2]).Warnings);
        Assert.Equal(
            [ReplicationState.Target, ReplicationState.FailedOver, ReplicationState.FailedOver],
            groups.Take(3).Select(lab.State));
        Assert.Null(lab.FindTask(task.Id).Error);
    }

    [Fact]
    public void A_provider_task_takes_orders_too()
    {
        LifeWorld refused = new(instant: true);
        refused.World.TaskOrder = new TaskOrder { Refusal = new ProviderBusy() };
        Assert.Equal(new ProviderBusy(), ProviderTasks.Register(refused.World, LifeWorld.Spec(refused.World)).Error);
        Assert.Null(refused.World.FindProvider("vasaProvider-3"));

        LifeWorld late = new();
        late.World.TaskOrder = new TaskOrder { ErrorAfterWork = new ProviderBusy(), HoldAt = 40, HoldFor = TimeSpan.FromSeconds(10) };
        ProviderTask task = ProviderTasks.Register(late.World, LifeWorld.Spec(late.World));
        late.AdvanceTo(TimeSpan.FromSeconds(11.999));
        Assert.Null(late.World.FindProvider("vasaProvider-3"));
        Assert.Equal(new ProviderBusy(), late.End(task));
        Assert.Equal(ProviderStatus.Online, late.Find("vasaProvider-3").Status);
    }

    [Fact]
    public void An_order_is_for_one_task_of_one_command()
    {
        TestWorld lab = new();
        Begin(lab, new TaskOrder { HoldAt = 40 });
        Assert.Null(lab.World.TaskOrder);
        Assert.Equal(Inventory.T0.AddSeconds(2), lab.Begin(lab.Command(ReplicationOperation.Failover, Other)).Due);

        lab.World.TaskOrder = new TaskOrder();
        lab.World.TakeChanges();
        Assert.Null(lab.World.TaskOrder);

        lab.World.TaskOrder = new TaskOrder();
        lab.World.TakeChanges();
        Assert.Null(lab.World.TaskOrder);

        lab.World.TaskOrder = new TaskOrder();
        lab.World.Rollback();
        Assert.Null(lab.World.TaskOrder);
    }

    private static ReplicationTask Begin(TestWorld lab, TaskOrder order, params string[] groups)
    {
        lab.World.TaskOrder = order;
        return lab.Begin(lab.Command(ReplicationOperation.Failover, groups is [] ? [Target] : groups));
    }
}
