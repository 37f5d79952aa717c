using System.Text.RegularExpressions;
using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Queries;
using VasaSim.Core.Replicas;
using VasaSim.Core.Replication;
using VasaSim.Core.Tasks;
using VasaSim.Core.Tests.Worlds;

namespace VasaSim.Core.Tests.Queries;

/// <summary>Queries of point-in-time replicas: each row of the table of filters, summaries, large groups.</summary>
public sealed class ReplicaQueryTests
{
    private const string Small = "fd-b1/rg-01-t";
    private const string Web = "fd-b1/rg-02-t";
    private const string Large = "fd-io-b/rg-08-t";
    private static readonly DateTimeOffset _t0 = Inventory.T0;

    public static TheoryData<string, int[]> Filters() => new()
    {
        // The replicas are those of −3 h, −2 h, −1 h and 0 h.
        { "details", [-3, -2, -1, 0] },
        { "from -2 to 0", [-2, -1] },
        { "from -2 number 2", [-2, -1] },
        { "to 0 number 2", [-2, -1] },
        { "from -2", [-2, -1, 0] },
        { "to -1", [-3, -2] },
        { "number 3", [-2, -1, 0] },
        { "number 9", [-3, -2, -1, 0] },
        { "from 1", [] },
        { "name web-20250115-1.", [-2, -1, 0] },
        { "name web", [] },
        { "name .*-09", [-3] },
        { "tag sched.*", [-3, -2, -1, 0] },
        { "tag app-consistent", [-3] },
        { "tag nothing tag app.*", [-3] },
        { "tag app", [] },
        { "from -3 tag app-consistent", [-3] },
        { "from -2 tag app-consistent", [] },
        { "from -3 to 0 name .*-1[01]", [-2, -1] },
        { "number 1 name .*-0.", [-3] },
        { "details number 1", [0] },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void Each_filter_selects_what_the_table_says(string filter, int[] hours)
    {
        TestWorld lab = new();

        ReplicaAnswer answer = Ask(lab, Small, Read(filter));

        Assert.Null(answer.Error);
        Assert.Null(answer.Summary);
        Assert.Equal(hours.Select(h => _t0.AddHours(h)), answer.Replicas!.Select(r => r.Time));
    }

    [Fact]
    public void Without_a_filter_there_is_a_summary_of_one_interval()
    {
        TestWorld lab = new();

        ReplicaAnswer answer = Ask(lab, Small, new ReplicaFilter());

        Assert.Null(answer.Replicas);
        ReplicaInterval interval = Assert.Single(answer.Summary!);
        Assert.Equal(4, interval.Number);
        Assert.Equal(_t0.AddHours(-3), interval.From);
        Assert.True(interval.To > _t0);
        Assert.Equal(4, Ask(lab, Small, new ReplicaFilter { From = interval.From, To = interval.To }).Replicas!.Count);
    }

    [Fact]
    public void A_group_without_replicas_has_an_empty_summary_and_an_empty_list()
    {
        TestWorld lab = new();

        Assert.Empty(Ask(lab, "fd-b1/rg-07-t", new ReplicaFilter()).Summary!);
        Assert.Empty(Ask(lab, "fd-b1/rg-07-t", new ReplicaFilter { PreferDetails = true }).Replicas!);
    }

    [Fact]
    public void Each_group_is_answered_in_its_place()
    {
        TestWorld lab = new();

        IReadOnlyList<ReplicaAnswer> answers = ReplicaQueries.Replicas(lab.World, lab.Provider(Inventory.B1), "m",
            [.. new[] { Small, "fd-b1/rg-05", Small, "fd-b1/x", Web }.Select(TestWorld.Id)], new ReplicaFilter { PreferDetails = true }).Value;

        Assert.Equal(new QueryExecutionFault(new InvalidFunctionTarget()), answers[1].Error);
        Assert.IsType<DuplicateEntry>(answers[2].Error);
        Assert.IsType<NotFound>(answers[3].Error);
        Assert.Equal((4, 24), (answers[0].Replicas!.Count, answers[4].Replicas!.Count));
        Assert.Equal(["rg-01-t", "rg-05", "rg-01-t", "x", "rg-02-t"], answers.Select(a => a.Group.DeviceGroup));
    }

    [Theory]
    [InlineData("fd-b1/rg-03-t", 2)]
    [InlineData("fd-b1/rg-04-t", 3)]
    public void Replicas_can_be_asked_for_during_a_test_and_after_a_failover(string group, int count)
    {
        TestWorld lab = new();

        Assert.Equal(count, Ask(lab, group, new ReplicaFilter { PreferDetails = true }).Replicas!.Count);
    }

    [Fact]
    public void A_source_and_a_remotely_failed_over_group_have_no_replicas_to_ask_for()
    {
        TestWorld lab = new();

        Assert.IsType<QueryExecutionFault>(Ask(lab, "fd-a1/rg-01", new ReplicaFilter()).Error);
        Assert.IsType<QueryExecutionFault>(Ask(lab, "fd-a1/rg-04", new ReplicaFilter { PreferDetails = true }).Error);
    }

    [Fact]
    public void Made_and_scheduled_replicas_come_in_the_order_of_their_times()
    {
        TestWorld lab = new();
        lab.Advance(TimeSpan.FromMinutes(30));
        lab.Done<GroupSynced>(ReplicationOperation.Sync, Small);
        lab.Advance(TimeSpan.FromHours(1));
        lab.Done<GroupSynced>(ReplicationOperation.Sync, Small);

        IReadOnlyList<Replica> all = Ask(lab, Small, new ReplicaFilter { PreferDetails = true }).Replicas!;

        Assert.Equal(all.OrderBy(r => r.Time), all);
        Assert.Equal(["web-20250115-12", "by-hand", "web-20250115-13", "by-hand"], all.TakeLast(4).Select(r => r.Name));
    }

    [Fact]
    public void More_than_the_limit_is_a_summary_per_hour_that_can_be_asked_for_piece_by_piece()
    {
        TestWorld lab = new();

        ReplicaAnswer answer = Ask(lab, Large, new ReplicaFilter { PreferDetails = true });

        Assert.Null(answer.Replicas);
        Assert.Equal(5000, answer.Summary!.Sum(i => i.Number));
        Assert.All(answer.Summary!, i => Assert.Equal(TimeSpan.FromHours(1), i.To - i.From));
        Assert.All(answer.Summary!.Zip(answer.Summary!.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        Assert.All(answer.Summary!, i => Assert.Equal(i.Number, Ask(lab, Large, new ReplicaFilter { From = i.From, To = i.To }).Replicas!.Count));
    }

    [Fact]
    public void A_filter_that_selects_more_than_the_limit_is_too_many()
    {
        TestWorld lab = new();

        Assert.Equal(new TooMany(null), Ask(lab, Large, new ReplicaFilter { To = _t0.AddYears(1) }).Error);
        Assert.Equal(1000, Ask(lab, Large, new ReplicaFilter { Number = 1000 }).Replicas!.Count);
        Assert.IsType<TooMany>(Ask(lab, Large, new ReplicaFilter { Number = 1001 }).Error);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(3, false)]
    public void The_limit_of_a_list_is_a_knob(int limit, bool listed)
    {
        TestWorld lab = new(new Knobs { PitLimit = limit });

        Assert.Equal(listed, Ask(lab, Small, new ReplicaFilter { PreferDetails = true }).Replicas is not null);
    }

    [Fact]
    public void Five_thousand_replicas_are_all_there()
    {
        TestWorld lab = new();

        IReadOnlyList<Replica> all = lab.Replicas(Large);

        Assert.Equal(5000, all.Select(r => r.Id).Distinct().Count());
        Assert.Equal(_t0 - TimeSpan.FromSeconds(49_990), all[0].Time);
    }

    private static ReplicaAnswer Ask(TestWorld lab, string group, ReplicaFilter filter) =>
        Assert.Single(ReplicaQueries.Replicas(
            lab.World, Core.Providers.ProviderDirectory.ActiveFor(lab.World, TestWorld.Id(group).FaultDomain)!, "QueryPointInTimeReplica", [TestWorld.Id(group)], filter).Value);

    // Reads "from -2 number 2 name x tag y details"; times are hours from T0.
    private static ReplicaFilter Read(string text)
    {
        string[] words = text.Split(' ');
        ReplicaFilter filter = new();
        for (int i = 0; i < words.Length; i++)
        {
            filter = words[i] switch
            {
                "details" => filter with { PreferDetails = true },
                "from" => filter with { From = _t0.AddHours(int.Parse(words[++i], null)) },
                "to" => filter with { To = _t0.AddHours(int.Parse(words[++i], null)) },
                "number" => filter with { Number = int.Parse(words[++i], null) },
                "name" => filter with { Name = Pattern(words[++i]) },
                "tag" => filter with { Tags = [.. filter.Tags, Pattern(words[++i])] },
                _ => throw new ArgumentException(words[i]),
            };
        }

        return filter;
    }

    private static Regex Pattern(string text)
    {
        Assert.True(XmlSchemaRegex.TryParse(text, out Regex? regex));
        return regex;
    }
}
