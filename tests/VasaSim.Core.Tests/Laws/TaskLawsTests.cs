using FsCheck;
using FsCheck.Fluent;
using VasaSim.Core.Faults;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Laws;

/// <summary>What holds whatever a tester orders of tasks.</summary>
public sealed class TaskLawsTests
{
    private static readonly string[] _groups = ["fd-b1/rg-01-t", "fd-b1/rg-06-t", "fd-b1/rg-02-t", "fd-n1/rg-02-n"];

    [Fact]
    public void It_does_not_matter_when_somebody_looks() => Check((steps, instant) =>
    {
        TestWorld seldom = new(instant: instant);
        TestWorld often = new(instant: instant);

        Play(seldom, steps, looks: 1);
        Play(often, steps, looks: 7);

        Assert.Equal(seldom.WholePicture(), often.WholePicture());
    });

    [Fact]
    public void Nothing_that_is_due_is_left_and_nothing_that_ended_changes() => Check((steps, instant) =>
    {
        TestWorld lab = new(instant: instant);
        Dictionary<string, string> ended = [];
        foreach ((int Kind, int Number) step in steps)
        {
            Play(lab, [step], looks: 1);
            foreach (ServiceTask task in TaskQueries.All(lab.World))
            {
                Assert.Equal(task.IsRunning, task.Due > lab.Now);
                if (!task.IsRunning)
                {
                    string now = TestWorld.Json(task with { Forgotten = false });
                    Assert.Equal(ended.GetValueOrDefault(task.Id, now), now);
                    ended[task.Id] = now;
                }
            }
        }
    });

    [Fact]
    public void What_is_rolled_back_leaves_no_trace() => Check((steps, instant) =>
    {
        TestWorld straight = new(instant: instant);
        TestWorld doubting = new(instant: instant);
        foreach ((int Kind, int Number) step in steps)
        {
            Play(straight, [step], looks: 1);
            doubting.World.TakeChanges();
            if (step.Kind < 12)
            {
                // Time does not go back with a command.
                Play(doubting, [step], looks: 1);
                doubting.World.Rollback();
            }

            Play(doubting, [step], looks: 1);
        }

        Assert.Equal(straight.WholePicture(), doubting.WholePicture());
    });

    private static void Play(TestWorld lab, IReadOnlyList<(int Kind, int Number)> steps, int looks)
    {
        foreach ((int kind, int number) in steps)
        {
            if (kind >= 12)
            {
                DateTimeOffset end = lab.Now.AddMilliseconds(number);
                for (int look = 1; look <= looks; look++)
                {
                    lab.AdvanceTo(end.AddMilliseconds(-number * (looks - look) / looks));
                }
            }
            else if (kind >= 8)
            {
                lab.World.TaskOrder = kind >= 10 ? null : Order(number);
                lab.Start(lab.Command((number % 3) switch { 0 => ReplicationOperation.Sync, 1 => ReplicationOperation.TestStart, _ => ReplicationOperation.Failover }, _groups[number % 4]));
            }
            else if (lab.World.Counters.Tasks > 0)
            {
                Change(lab.World, kind, number, lab.World.FindTask($"smsTask-{1 + (number % lab.World.Counters.Tasks)}")!);
            }
        }
    }

    private static void Change(World world, int kind, int number, ServiceTask task) => _ = kind switch
    {
        0 => TaskControl.Hold(world, task, number % 2 == 0 ? null : number % 100, number % 3 == 0 ? null : TimeSpan.FromMilliseconds(number)).Task,
        1 => TaskControl.Release(world, task).Task,
        2 => TaskControl.Step(world, task, number % 100).Task,
        3 => TaskControl.Slow(world, task, number / 1000.0 + 0.1).Task,
        4 => TaskControl.Fail(world, task, new ProviderBusy(), number % 4 == 0 ? null : number % 100).Task,
        5 => TaskControl.FinishAfterPolls(world, task, number % 4).Task,
        6 => TaskControl.Asked(world, task),
        _ => number % 2 == 0 ? TaskControl.Complete(world, task).Task : TaskControl.Forget(world, task).Task,
    };

    private static TaskOrder Order(int number) => new()
    {
        HoldAt = number % 2 == 0 ? number % 100 : null,
        HoldFor = number % 3 == 0 ? null : TimeSpan.FromMilliseconds(number),
        Then = number % 5 == 0 ? new PeerNotReachable() : null,
        Slow = number % 7 == 0 ? 3 : null,
        FailAt = number % 100,
        Error = number % 11 == 0 ? new ProviderUnavailable() : null,
        Polls = number % 13 == 0 ? 2 : null,
        Refusal = number % 17 == 0 ? new NotSupportedByProvider() : null,
        ErrorAfterWork = number % 19 == 0 ? new InvalidProfile() : null,
        Groups = number % 4 == 0 ? [new GroupFault(0, new AlreadyDone(), (GroupFaultKind)(number % 3))] : [],
    };

    private static void Check(Action<(int Kind, int Number)[], bool> law)
    {
        Gen<(int, int)> step = from kind in Gen.Choose(0, 15) from number in Gen.Choose(1, 5000) select (kind, number);
        Prop.ForAll(Arb.From(Gen.ArrayOf(step, 40)), Arb.From(Gen.Elements(true, false)), law)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(150));
    }
}
