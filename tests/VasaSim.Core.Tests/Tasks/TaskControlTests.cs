using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Tasks;

/// <summary>What a tester does to a failover that takes two seconds.</summary>
public sealed class TaskControlTests
{
    private const string Target = "fd-b1/rg-01-t";

    private readonly TestWorld _lab = new();

    [Fact]
    public void It_is_held_where_it_stands_until_it_is_released()
    {
        ReplicationTask task = BeginAndAdvance(0.5);

        Assert.Equal(TaskPace.Never, Done(TaskControl.Hold(_lab.World, task, null, null)).Due);
        _lab.Advance(TimeSpan.FromDays(400));
        Assert.Equal((ServiceTaskState.Running, 25), (Now(task).StateAt(_lab.Now), Now(task).ProgressAt(_lab.Now)));
        Assert.Equal(ReplicationState.Target, _lab.State(Target));

        Assert.Equal(_lab.Now.AddSeconds(1.5), Done(TaskControl.Release(_lab.World, Now(task))).Due);
        _lab.Advance(TimeSpan.FromSeconds(1.5));
        Assert.Equal(ServiceTaskState.Success, Now(task).StateAt(_lab.Now));
        Assert.Equal(ReplicationState.FailedOver, _lab.State(Target));
    }

    [Fact]
    public void It_is_held_at_a_percentage_for_a_while()
    {
        ReplicationTask task = BeginAndAdvance(0.5);

        Assert.Equal(Inventory.T0.AddSeconds(62), Done(TaskControl.Hold(_lab.World, task, 40, TimeSpan.FromMinutes(1))).Due);
        _lab.AdvanceTo(Inventory.T0.AddSeconds(60.799));
        Assert.Equal(40, Now(task).ProgressAt(_lab.Now));
        _lab.AdvanceTo(Inventory.T0.AddSeconds(61.999));
        Assert.True(Now(task).IsRunning);
        _lab.AdvanceTo(Inventory.T0.AddSeconds(62));
        Assert.Equal(Inventory.T0.AddSeconds(62), Now(task).Ended);
    }

    [Fact]
    public void It_cannot_be_held_where_it_was_before_nor_released_where_it_is_not_held()
    {
        ReplicationTask task = BeginAndAdvance(1);

        Assert.Equal(TaskRefusal.Passed, TaskControl.Hold(_lab.World, task, 49, null).Refusal);
        Assert.Equal(TaskRefusal.NotHeld, TaskControl.Release(_lab.World, task).Refusal);
        Assert.Same(task, Now(task));
        Assert.Null(TaskControl.Hold(_lab.World, task, 50, null).Refusal);
    }

    [Fact]
    public void It_steps_to_a_percentage_and_stands_there()
    {
        ReplicationTask task = BeginAndAdvance(1);

        Assert.Equal(90, Done(TaskControl.Step(_lab.World, task, 90)).ProgressAt(_lab.Now));
        Assert.Equal(10, Done(TaskControl.Step(_lab.World, Now(task), 10)).ProgressAt(_lab.Now));
        _lab.Advance(TimeSpan.FromHours(1));
        Assert.Equal(10, Now(task).ProgressAt(_lab.Now));
        Assert.Equal(_lab.Now.AddSeconds(1.8), Done(TaskControl.Release(_lab.World, Now(task))).Due);
    }

    [Fact]
    public void A_queued_task_begins_when_it_is_moved()
    {
        TestWorld lab = new(new Knobs { ExposeQueued = true });
        ReplicationTask task = lab.Begin(lab.Command(ReplicationOperation.Failover, Target));
        Assert.Equal(ServiceTaskState.Queued, task.StateAt(lab.Now));

        Assert.Equal(ServiceTaskState.Queued, Done(TaskControl.Hold(lab.World, task, null, null)).StateAt(lab.Now));
        ServiceTask moved = Done(TaskControl.Step(lab.World, lab.FindTask(task.Id), 60));

        Assert.Equal((ServiceTaskState.Running, 60), (moved.StateAt(lab.Now), moved.ProgressAt(lab.Now)));
        Assert.Equal((lab.Now, lab.Now), (Done(TaskControl.Complete(lab.World, moved)).Started, lab.FindTask(task.Id).Ended));
    }

    [Fact]
    public void What_is_left_takes_longer_when_it_is_slowed()
    {
        ReplicationTask task = BeginAndAdvance(1);

        Assert.Equal(Inventory.T0.AddSeconds(4), Done(TaskControl.Slow(_lab.World, task, 3)).Due);
        _lab.Advance(TimeSpan.FromSeconds(1.5));
        Assert.Equal(75, Now(task).ProgressAt(_lab.Now));
    }

    [Fact]
    public void It_fails_now_and_does_nothing()
    {
        ReplicationTask task = BeginAndAdvance(1);
        string before = _lab.Picture();

        ServiceTask failed = Done(TaskControl.Fail(_lab.World, task, new ProviderBusy(), null));

        Assert.Equal((ServiceTaskState.Error, new ProviderBusy(), Inventory.T0.AddSeconds(1)), (failed.StateAt(_lab.Now), failed.Error, failed.Due));
        _lab.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal([TestWorld.Id(Target)], Now(task).Groups);
        Assert.Equal(before, _lab.Picture());
        _lab.Done<GroupRecovered>(ReplicationOperation.Failover, Target);
    }

    [Theory]
    [InlineData(80, 1600)]
    [InlineData(50, 1000)]
    [InlineData(10, 1000)]
    public void It_fails_when_it_comes_to_a_percentage(int percent, int milliseconds)
    {
        ReplicationTask task = BeginAndAdvance(1);

        TaskControl.Fail(_lab.World, task, new ProviderBusy(), percent);
        _lab.Advance(TimeSpan.FromHours(1));

        Assert.Equal((new ProviderBusy(), Inventory.T0.AddMilliseconds(milliseconds)), (Now(task).Error, Now(task).Due));
        Assert.Equal(ReplicationState.Target, _lab.State(Target));
    }

    [Fact]
    public void It_is_completed_now_with_its_work_even_when_it_was_held_and_to_fail()
    {
        ReplicationTask task = BeginAndAdvance(0.5);
        TaskControl.Fail(_lab.World, Done(TaskControl.Hold(_lab.World, task, null, null)), new ProviderBusy(), 90);

        ServiceTask ended = Done(TaskControl.Complete(_lab.World, Now(task)));

        Assert.Equal((ServiceTaskState.Success, _lab.Now), (ended.StateAt(_lab.Now), ended.Due));
        Assert.Equal(_lab.Now, Assert.IsType<GroupRecovered>(Assert.Single(Now(task).Outcomes)).Time);
        Assert.Equal(ReplicationState.FailedOver, _lab.State(Target));
    }

    [Fact]
    public void A_registration_is_completed_with_its_sync()
    {
        LifeWorld life = new();
        ProviderTask task = ProviderTasks.Register(life.World, LifeWorld.Spec(life.World));

        Done(TaskControl.Complete(life.World, task));

        Assert.Equal((life.World.Now, "vasaProvider-3"), (life.Task(task.Id).Ended, life.Task(task.Id).Registered));
        Assert.Equal(ProviderStatus.Online, life.Find("vasaProvider-3").Status);
    }

    [Fact]
    public void A_forgotten_task_is_there_but_not_for_clients_and_does_its_work()
    {
        ReplicationTask task = BeginAndAdvance(1);

        TaskControl.Forget(_lab.World, task);

        Assert.Null(TaskQueries.FindKnown(_lab.World, task.Id));
        Assert.Equal([task.Id], TaskQueries.All(_lab.World).Select(t => t.Id));
        _lab.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(ReplicationState.FailedOver, _lab.State(Target));
        Assert.Null(TaskQueries.FindKnown(_lab.World, task.Id));
        Assert.Null(TaskControl.Forget(_lab.World, Now(task)).Refusal);
    }

    [Fact]
    public void It_ends_when_it_was_asked_for_often_enough_and_not_before()
    {
        ReplicationTask task = BeginAndAdvance(1);
        Done(TaskControl.FinishAfterPolls(_lab.World, task, 2));
        _lab.Advance(TimeSpan.FromHours(1));

        Assert.Equal((ServiceTaskState.Running, 99), (Now(task).StateAt(_lab.Now), Now(task).ProgressAt(_lab.Now)));
        Assert.True(TaskControl.Asked(_lab.World, Now(task)).IsRunning);
        Assert.Equal(ServiceTaskState.Success, TaskControl.Asked(_lab.World, Now(task)).StateAt(_lab.Now));
        Assert.Equal(ReplicationState.FailedOver, _lab.State(Target));
        Assert.Same(Now(task), TaskControl.Asked(_lab.World, Now(task)));
    }

    [Fact]
    public void An_ended_task_takes_no_orders()
    {
        ReplicationTask task = BeginAndAdvance(2);
        World world = _lab.World;
        ReplicationTask ended = Now(task);

        TaskAnswer[] answers =
        [
            TaskControl.Hold(world, ended, null, null), TaskControl.Release(world, ended), TaskControl.Step(world, ended, 50), TaskControl.Slow(world, ended, 2),
            TaskControl.Fail(world, ended, new ProviderBusy(), null), TaskControl.Complete(world, ended), TaskControl.FinishAfterPolls(world, ended, 1),
        ];

        Assert.All(answers, a => Assert.Equal(TaskRefusal.Ended, a.Refusal));
        Assert.Same(ended, Now(task));
    }

    [Fact]
    public void A_group_is_at_work_as_long_as_its_task_is_held()
    {
        ReplicationTask task = BeginAndAdvance(1);
        TaskControl.Hold(_lab.World, task, null, null);
        _lab.Advance(TimeSpan.FromHours(1));

        Assert.Equal(new ProviderBusy(), Assert.IsType<GroupFailed>(Assert.Single(_lab.Begin(_lab.Command(ReplicationOperation.Failover, Target)).Outcomes)).Error);
        DueWork.FailRunning(_lab.World, "restart");
        Assert.Equal((new SystemError("restart"), _lab.Now), (Now(task).Error, Now(task).Due));
    }

    private static ServiceTask Done(TaskAnswer answer)
    {
        Assert.Null(answer.Refusal);
        return answer.Task;
    }

    private ReplicationTask BeginAndAdvance(double seconds)
    {
        ReplicationTask task = _lab.Begin(_lab.Command(ReplicationOperation.Failover, Target));
        _lab.Advance(TimeSpan.FromSeconds(seconds));
        return Now(task);
    }

    private ReplicationTask Now(ReplicationTask task) => _lab.FindTask(task.Id);
}
