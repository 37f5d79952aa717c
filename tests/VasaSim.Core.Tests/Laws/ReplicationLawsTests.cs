using FsCheck;
using FsCheck.Fluent;
using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Storage;
using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;
using VasaSim.Core.Time;

namespace VasaSim.Core.Tests.Laws;

/// <summary>
/// What holds whatever happens. Random steps, legal or not, happen to the world. A failure names the seed; put it into
/// <see cref="Config.WithReplay(ulong, ulong)"/> to see it again.
/// </summary>
public sealed class ReplicationLawsTests
{
    [Fact]
    public void The_laws_hold_whatever_happens() => Check(runs: 300, length: 60, steps =>
    {
        TestWorld lab = Lab();
        new Player(lab, new Watch(lab)).Play(steps);
    });

    [Fact]
    public void They_hold_in_the_lab_that_comes_with_the_program() => Check(runs: 100, length: 60, steps =>
    {
        IEnumerable<Entity> entities = WorldBuilder.Build(VasaSim.Lab.KnownLabs.TwoSites, 42, Inventory.T0, fixedStart: true);
        ClockState clock = new() { Anchor = Inventory.T0, RealAnchor = Inventory.T0, IsFrozen = true };
        TestWorld lab = new(new World(entities.Append(clock).Select(Light), 0));
        new Player(lab, new Watch(lab)).Play(steps);
    });

    [Fact]
    public void The_steps_reach_every_success_and_every_fault_of_a_group()
    {
        HashSet<string> seen = [];
        // Always the same steps: whether they reach everything must not be a matter of luck.
        foreach (Step[] steps in Step.Sequences(60).Generator.Sample(numberOfSamples: 400, new Rnd(1, 1), size: 50))
        {
            new Player(Lab(instant: true), seen: o => seen.Add(o is GroupFailed f ? f.Error.GetType().Name : o.GetType().Name)).Play(steps);
            new Player(Lab(), seen: o => seen.Add(o is GroupFailed f ? f.Error.GetType().Name : o.GetType().Name)).Play(steps);
        }

        Assert.Empty(new[]
        {
            nameof(GroupDone), nameof(GroupSynced), nameof(GroupRecovered), nameof(GroupReversed), nameof(NotFound), nameof(DuplicateEntry),
            nameof(InvalidFunctionTarget), nameof(InvalidReplicationState), nameof(SyncOngoing), nameof(ProviderBusy), nameof(NotSupportedByProvider),
            nameof(NoReplicationTarget), nameof(PeerNotReachable), nameof(NoValidReplica), nameof(ResourceInUse),
        }.Except(seen));
    }

    [Fact]
    public void The_same_steps_give_the_same_answers_and_the_same_world() => Check(runs: 50, length: 60, steps =>
    {
        TestWorld one = Lab();
        TestWorld other = Lab();

        Assert.Equal(new Player(one).Play(steps).Answers, new Player(other).Play(steps).Answers);
        Assert.Equal(one.WholePicture(), other.WholePicture());
    });

    [Fact]
    public void A_call_that_was_rolled_back_and_made_again_is_like_one_call() => Check(runs: 50, length: 60, steps =>
    {
        foreach (bool instant in new[] { false, true })
        {
            TestWorld plain = Lab(instant);
            TestWorld doubting = Lab(instant);

            Assert.Equal(new Player(plain).Play(steps).Answers, new Player(doubting, doubting: true).Play(steps).Answers);
            Assert.Equal(plain.WholePicture(), doubting.WholePicture());
        }
    });

    [Fact]
    public void A_world_that_was_stored_and_loaded_after_every_step_is_the_same() => Check(runs: 10, length: 50, steps =>
    {
        TestWorld lab = Lab();
        Player player = new(lab);
        Dictionary<EntityKey, Entity> stored = Inventory.Entities(new Knobs()).Select(Light).ToDictionary(e => e.Key);
        foreach (Step step in steps)
        {
            player.Play([step]);
            foreach (EntityChange change in lab.World.TakeChanges()?.Changes ?? [])
            {
                stored.Remove(change.Key);
                if (change.Value is { } value)
                {
                    stored.Add(change.Key, value);
                }
            }
        }

        World again = new(stored.Values, lab.World.Revision);
        DueWork.AdvanceTo(again, lab.Now);

        Assert.Equal(lab.WholePicture(), new TestWorld(again).WholePicture());
    });

    private static TestWorld Lab(bool instant = false) => new(instant: instant, change: Light);

    // Thousands of replicas would be most of the work, and are like a few.
    private static Entity Light(Entity entity) => entity is ReplicationGroup { Schedule.Keep: > 100 } group
        ? group with { Schedule = Inventory.Fixed(10, TimeSpan.FromSeconds(10)) }
        : entity;

    private static void Check(int runs, int length, Action<Step[]> law) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(runs).WithQuietOnSuccess(true), Prop.ForAll(Step.Sequences(length), law));
}
