using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Faults;

namespace VasaSim.Core.Tests.Cloud.Operations;

/// <summary>
/// What holds whatever happens to clouds. A failure names the seed; put it into
/// <see cref="Config.WithReplay(ulong, ulong)"/> to see it again.
/// </summary>
public sealed class CloudLawsTests
{
    [Fact]
    public void The_world_agrees_with_the_model_whatever_happens() => Check(runs: 300, steps => new CloudPlayer(Lab()).Play(steps));

    [Fact]
    public void The_steps_reach_every_operation_and_every_fault_of_the_state()
    {
        HashSet<string> seen = [];
        // Always the same steps: whether they reach everything must not be a matter of luck.
        foreach (CloudStep[] steps in CloudStep.Sequences(60).Generator.Sample(numberOfSamples: 100, new Rnd(1, 1), size: 50))
        {
            CloudPlayer player = new(Lab());
            player.Play(steps);
            seen.UnionWith(player.Seen);
        }

        Assert.Empty(Enum.GetNames<CloudOperation>().Concat(
        [
            nameof(InvalidReplicationState), nameof(ReplicationPaused), nameof(ReplicationNotPaused), nameof(PeerNotReachable), nameof(NoValidReplica),
            nameof(SyncOngoing), nameof(ProviderBusy), nameof(AlreadyReplicated),
        ]).Except(seen));
    }

    [Fact]
    public void The_same_steps_give_the_same_world() => Check(runs: 50, steps =>
    {
        (CloudWorld one, CloudWorld other) = (Lab(), Lab());

        new CloudPlayer(one).Play(steps);
        new CloudPlayer(other).Play(steps);

        Assert.Equal(Picture(one), Picture(other));
    });

    [Fact]
    public void A_call_that_was_rolled_back_and_made_again_is_like_one_call() => Check(runs: 50, steps =>
    {
        (CloudWorld plain, CloudWorld doubting) = (Lab(), Lab());

        new CloudPlayer(plain).Play(steps);
        new CloudPlayer(doubting, doubting: true).Play(steps);

        Assert.Equal(Picture(plain), Picture(doubting));
    });

    [Fact]
    public void A_world_made_again_from_its_entities_goes_on_the_same() => Check(runs: 50, steps =>
    {
        CloudWorld lab = Lab();
        new CloudPlayer(lab).Play(steps);
        CloudWorld again = new(new World(lab.World.Entities, lab.World.Revision));
        again.AdvanceTo(lab.Now);

        lab.Advance(TimeSpan.FromDays(2));
        again.Advance(TimeSpan.FromDays(2));

        Assert.Equal(Picture(lab), Picture(again));
        Assert.All(lab.Tables.Replications, r => Assert.Equal(lab.Minutes(r.Id), again.Minutes(r.Id)));
    });

    private static CloudWorld Lab() => new(link: CloudWorld.LinkOf(8 * CloudWorld.MiB));

    private static string Picture(CloudWorld lab) => string.Join('\n', lab.World.Entities.OrderBy(e => $"{e.Key}", StringComparer.Ordinal).Select(e => $"{e.Key} {JsonSerializer.Serialize<object>(e)}"));

    private static void Check(int runs, Action<CloudStep[]> law) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(runs).WithQuietOnSuccess(true), Prop.ForAll(CloudStep.Sequences(60), law));
}
