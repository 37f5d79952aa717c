using VasaSim.Core.Lab;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Tasks;

/// <summary>How long ended tasks can be asked for.</summary>
public sealed class RetentionTests
{
    private static readonly TimeSpan _age = TimeSpan.FromMinutes(10);

    [Fact]
    public void The_last_ones_are_kept_whatever_their_age()
    {
        TestWorld lab = Lab(count: 3, max: 100);
        Checks(lab, 5);
        lab.Advance(_age * 10);
        Checks(lab, 1);

        Assert.Equal(["smsTask-4", "smsTask-5", "smsTask-6"], Known(lab));
    }

    [Fact]
    public void Young_ones_are_kept_whatever_their_number()
    {
        TestWorld lab = Lab(count: 3, max: 100);
        Checks(lab, 20);
        lab.Advance(_age);
        Checks(lab, 1);

        Assert.Equal(21, lab.World.TaskCount);
    }

    [Fact]
    public void Never_more_are_kept_than_the_maximum()
    {
        TestWorld lab = Lab(count: 3, max: 10);
        Checks(lab, 30);

        Assert.Equal(10, lab.World.TaskCount);
        Assert.Equal("smsTask-30", Known(lab)[^1]);
    }

    [Fact]
    public void A_long_running_task_does_not_keep_ended_ones_alive()
    {
        TestWorld lab = Lab(count: 3, max: 10, sync: TimeSpan.FromDays(1));
        ReplicationTask running = lab.Begin(lab.Command(ReplicationOperation.Sync, "fd-b1/rg-01-t"));
        Checks(lab, 30);

        Assert.Equal(10, lab.World.TaskCount);
        Assert.NotNull(lab.World.FindTask(running.Id));
        lab.Advance(_age * 2);
        Checks(lab, 1);
        Assert.Equal(3, lab.World.TaskCount);
        Assert.NotNull(lab.World.FindTask(running.Id));
    }

    [Fact]
    public void The_age_counts_from_the_end()
    {
        TestWorld lab = Lab(count: 0, max: 100, sync: TimeSpan.FromHours(1));
        ReplicationTask task = lab.Begin(lab.Command(ReplicationOperation.Sync, "fd-b1/rg-01-t"));
        lab.End(task);
        lab.Advance(_age);
        Checks(lab, 1);
        Assert.NotNull(lab.World.FindTask(task.Id));

        lab.Advance(TimeSpan.FromMilliseconds(1));
        Checks(lab, 1);

        Assert.Null(lab.World.FindTask(task.Id));
    }

    [Fact]
    public void Ids_are_not_used_again()
    {
        TestWorld lab = Lab(count: 0, max: 1);
        Checks(lab, 3);

        Assert.Equal("smsTask-4", lab.Begin(lab.Command(ReplicationOperation.Sync, "fd-b1/rg-01-t")).Id);
    }

    private static TestWorld Lab(int count, int max, TimeSpan? sync = null) => new(new Knobs
    {
        TaskRetention = new() { Age = _age, Count = count, Max = max },
        TaskDuration = new() { Check = TimeSpan.Zero, Sync = sync ?? TimeSpan.FromSeconds(1) },
    });

    private static void Checks(TestWorld lab, int number)
    {
        for (int i = 0; i < number; i++)
        {
            lab.Begin(lab.Command(ReplicationOperation.Failover, "fd-b1/rg-06-t") with { CheckOnly = true });
        }
    }

    private static string[] Known(TestWorld lab) =>
        [.. Enumerable.Range(1, (int)lab.World.Counters.Tasks).Select(n => $"smsTask-{n}").Where(id => lab.World.FindTask(id) is not null)];
}
