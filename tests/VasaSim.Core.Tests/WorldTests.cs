using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Replication;
using VasaSim.Core.Storage;
using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests;

/// <summary>What the world keeps of a command: its changes for a store, or nothing when it is rolled back.</summary>
public sealed class WorldTests
{
    private const string Target = "fd-b1/rg-01-t";

    public static TheoryData<ReplicationOperation, string, bool> Commands() => new()
    {
        { ReplicationOperation.Sync, Target, true },
        { ReplicationOperation.Sync, "fd-b1/rg-07-t", true },
        { ReplicationOperation.TestStart, Target, true },
        { ReplicationOperation.TestStop, "fd-b1/rg-03-t", true },
        { ReplicationOperation.Promote, "fd-b1/rg-03-t", true },
        { ReplicationOperation.PrepareFailover, "fd-a1/rg-02", true },
        { ReplicationOperation.Failover, "fd-b1/rg-02-t", true },
        { ReplicationOperation.Failover, "fd-b1/rg-09-t", true },
        { ReplicationOperation.Reverse, "fd-b1/rg-04-t", true },
        { ReplicationOperation.Failover, "fd-b1/rg-02-t", false },
        { ReplicationOperation.Reverse, "fd-b1/rg-04-t", false },
    };

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_rolled_back_command_leaves_nothing(ReplicationOperation operation, string group, bool instant)
    {
        TestWorld lab = new(instant: instant);
        string before = lab.WholePicture();
        lab.Begin(lab.Command(operation, group) with { Force = operation == ReplicationOperation.TestStop });
        string after = lab.WholePicture();
        Assert.NotEqual(before, after);

        lab.World.Rollback();

        Assert.Equal(before, lab.WholePicture());
        Assert.Null(lab.World.TakeChanges());
        lab.Begin(lab.Command(operation, group) with { Force = operation == ReplicationOperation.TestStop });
        Assert.Equal(after, lab.WholePicture());
    }

    [Fact]
    public void A_rollback_goes_back_to_the_last_changes_that_were_taken()
    {
        TestWorld lab = new(instant: true);
        lab.Begin(lab.Command(ReplicationOperation.Sync, Target));
        lab.World.TakeChanges();
        string before = lab.WholePicture();
        lab.Begin(lab.Command(ReplicationOperation.Failover, Target));
        lab.Begin(lab.Command(ReplicationOperation.Reverse, Target));

        lab.World.Rollback();

        Assert.Equal(before, lab.WholePicture());
    }

    [Fact]
    public void What_was_added_and_removed_in_one_command_is_rolled_back_too()
    {
        TestWorld lab = new();
        string before = lab.Picture();
        PointInTimeReplica replica = Inventory.Made(Target, "short-lived", default, "x");
        lab.World.Put(replica);
        lab.World.Remove(replica);

        lab.World.Rollback();

        Assert.Equal(before, lab.Picture());
    }

    [Fact]
    public void A_rollback_gives_a_group_back_to_the_task_that_had_it()
    {
        TestWorld lab = new();
        ReplicationTask sync = lab.Begin(lab.Command(ReplicationOperation.Sync, Target));
        lab.World.TakeChanges();
        lab.AdvanceTo(sync.Due);
        lab.Begin(lab.Command(ReplicationOperation.TestStart, Target));

        lab.World.Rollback();

        ReplicationTask second = lab.Begin(lab.Command(ReplicationOperation.TestStart, Target));
        Assert.IsType<Faults.SyncOngoing>(Assert.IsType<GroupFailed>(Assert.Single(second.Outcomes)).Error);
    }

    [Fact]
    public void A_rollback_keeps_the_order_of_groups()
    {
        TestWorld lab = new(instant: true);
        string[] before = [.. lab.World.Groups.Select(g => g.Id.ToString())];
        lab.Begin(lab.Command(ReplicationOperation.Reverse, "fd-b1/rg-04-t"));

        lab.World.Rollback();

        Assert.Equal(before, lab.World.Groups.Select(g => g.Id.ToString()));
    }

    [Fact]
    public void Changes_are_the_last_value_of_each_key_and_count_up_the_revision()
    {
        TestWorld lab = new(instant: true);
        Assert.Null(lab.World.TakeChanges());
        lab.Begin(lab.Command(ReplicationOperation.Failover, Target));

        WorldChanges first = lab.World.TakeChanges()!;

        Assert.Equal((1, false), (first.Revision, first.ReplacesAll));
        Assert.Equal(first.Changes.Count, first.Changes.Select(c => c.Key).Distinct().Count());
        Assert.Same(lab.Group(Target), first.Changes.Single(c => c.Key == ReplicationGroup.KeyOf(TestWorld.Id(Target))).Value);
        lab.Begin(lab.Command(ReplicationOperation.Reverse, Target));
        WorldChanges second = lab.World.TakeChanges()!;
        Assert.Equal((2, 2), (second.Revision, lab.World.Revision));
        Assert.Null(second.Changes.Single(c => c.Key == ReplicationGroup.KeyOf(TestWorld.Id(Target))).Value);
    }

    [Fact]
    public void A_world_made_again_from_all_its_changes_is_the_same()
    {
        TestWorld lab = new();
        Dictionary<EntityKey, Entity> stored = Inventory.Entities(new Knobs()).ToDictionary(e => e.Key);
        ReplicationTask? task = null;
        foreach ((ReplicationOperation operation, string group) in new[]
        {
            (ReplicationOperation.Sync, Target), (ReplicationOperation.Failover, Target), (ReplicationOperation.Reverse, Target),
            (ReplicationOperation.Failover, "fd-b1/rg-09-t"), (ReplicationOperation.TestStart, "fd-n1/rg-02-n"),
        })
        {
            task = lab.Begin(lab.Command(operation, group));
            lab.AdvanceTo(operation == ReplicationOperation.TestStart ? lab.Now : task.Due);
            foreach (EntityChange change in lab.World.TakeChanges()!.Changes)
            {
                stored.Remove(change.Key);
                if (change.Value is { } value)
                {
                    stored.Add(change.Key, value);
                }
            }
        }

        World again = new(stored.Values.Reverse(), lab.World.Revision);
        DueWork.AdvanceTo(again, task!.Due);
        lab.AdvanceTo(task.Due);

        Assert.Equal(lab.World.Groups.Select(TestWorld.Json), again.Groups.Select(TestWorld.Json));
        Assert.Equal(lab.World.Groups.SelectMany(g => lab.World.MadeReplicas(g.Id)).Select(TestWorld.Json), again.Groups.SelectMany(g => again.MadeReplicas(g.Id)).Select(TestWorld.Json));
        Assert.Equal(TestWorld.Json(lab.World.FindTask(task.Id)), TestWorld.Json(again.FindTask(task.Id)));
        Assert.Equal(lab.World.TaskCount, again.TaskCount);
    }
}
