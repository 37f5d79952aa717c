using System.Text.Json.Nodes;
using VasaSim.Faults.Decisions;
using VasaSim.Faults.Rules;
using VasaSim.Server.Control;
using VasaSim.Server.Injection;
using VasaSim.Server.Tests.Sms;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Soap;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Rules;

/// <summary>Decisions are kept, and made again.</summary>
public class TapeTests
{
    private const string Rules =
        """
        version: 1
        rules:
          - id: flaky
            match: { operation: QueryReplicationGroup }
            when: { chance: 0.5, key: [operation] }
            do: { fault: { oneOf: { ProviderBusy: 1, ProviderUnavailable: 1 } } }
          - id: one-of-them
            match: { operation: QueryReplicationGroup, groups: { pick: 1 } }
            do: { fault: { type: NotFound }, as: groupError }
        """;

    [Fact]
    public async Task A_run_comes_out_the_same_under_another_seed()
    {
        (string run, string[] tape) = await RecordAsync(42);

        Assert.Contains("ProviderBusy", run, StringComparison.Ordinal);
        Assert.Contains("ProviderUnavailable", run, StringComparison.Ordinal);
        Assert.NotEqual(run, (await RecordAsync(7)).Run);
        Assert.Equal(run, await ReplayAsync(tape, 7));
    }

    [Fact]
    public async Task A_tape_of_a_replay_is_the_tape()
    {
        (_, string[] tape) = await RecordAsync(42);
        await using Simulator simulator = await StartAsync(7, tape);
        await RunAsync(simulator);

        Assert.Equal(tape, await SaveAsync(simulator));
    }

    [Fact]
    public async Task A_decision_that_is_changed_by_hand_changes_what_happens()
    {
        (string run, string[] tape) = await RecordAsync(42);
        int line = Array.FindIndex(tape, 1, l => l.Contains("\"fault\":\"ProviderBusy\"", StringComparison.Ordinal));
        int passed = Array.FindIndex(tape, 1, l => l.Contains("\"fired\":false", StringComparison.Ordinal));
        int picked = Array.FindIndex(tape, 1, l => l.Contains("one-of-them", StringComparison.Ordinal));
        int hit = (int)(long)JsonNode.Parse(tape[line])!["nth"]!;
        int quiet = (int)(long)JsonNode.Parse(tape[passed])!["nth"]!;
        JsonNode pick = JsonNode.Parse(tape[picked])!;
        string before = (string)pick["groups"]![0]!;
        string after = before == "fd-b1/rg-01-t" ? "fd-b1/rg-03-t" : "fd-b1/rg-01-t";

        tape[line] = tape[line].Replace("ProviderBusy", "ProviderUnavailable", StringComparison.Ordinal);
        tape[passed] = tape[passed].Replace("\"fired\":false", "\"fired\":true", StringComparison.Ordinal).Replace("\"fault\":null", "\"fault\":\"ProviderBusy\"", StringComparison.Ordinal);
        tape[picked] = tape[picked].Replace(before, after, StringComparison.Ordinal);
        string[] changed = (await ReplayAsync(tape, 42)).Split('\n');

        string[] unchanged = run.Split('\n');
        Assert.Equal("ProviderBusy", unchanged[hit - 1]);
        Assert.Equal("ProviderUnavailable", changed[hit - 1]);
        Assert.Equal(before.Split('/')[1], unchanged[quiet - 1]);
        Assert.Equal("ProviderBusy", changed[quiet - 1]);
        Assert.DoesNotContain(Enumerable.Range(0, changed.Length), i => i != hit - 1 && i != quiet - 1 && unchanged[i].StartsWith("Provider", StringComparison.Ordinal) && changed[i] != unchanged[i]);
    }

    [Fact]
    public async Task A_group_that_is_changed_by_hand_is_the_one_that_fails()
    {
        (string run, string[] tape) = await RecordAsync(42);
        int line = Array.FindIndex(tape, 1, l => l.Contains("one-of-them", StringComparison.Ordinal));
        string before = (string)JsonNode.Parse(tape[line])!["groups"]![0]!;
        string after = before == "fd-b1/rg-01-t" ? "fd-b1/rg-03-t" : "fd-b1/rg-01-t";
        tape[line] = tape[line].Replace(before, after, StringComparison.Ordinal);

        string[] unchanged = run.Split('\n');
        string[] changed = (await ReplayAsync(tape, 42)).Split('\n');

        int call = Array.FindIndex(unchanged, l => l.StartsWith("rg-", StringComparison.Ordinal));
        Assert.Equal(before, $"fd-b1/{unchanged[call]}");
        Assert.Equal(after, $"fd-b1/{changed[call]}");
        Assert.Equal(unchanged[(call + 1)..], changed[(call + 1)..]);
    }

    [Fact]
    public async Task A_rule_that_is_replaced_takes_its_decisions_along()
    {
        await using Simulator simulator = await StartAsync(42, null);
        await RunAsync(simulator);
        Rule other = simulator.Host.Workspace.Rules.Set.Rules[0] with { Description = "another one" };
        simulator.Host.Workspace.Rules.Change(s => s with { Rules = [other, s.Rules[1]] }, Simulator.StartTime);

        string[] tape = await SaveAsync(simulator);

        Assert.All(tape.Skip(1), l => Assert.Contains("one-of-them", l, StringComparison.Ordinal));
        Assert.True(tape.Length > 1);
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_tape_is_told_with_its_line()
    {
        (_, string[] tape) = await RecordAsync(42);
        int line = Array.FindIndex(tape, 1, l => l.Contains("\"fault\":\"ProviderBusy\"", StringComparison.Ordinal));
        string good = tape[line];
        string[] broken =
        [
            tape[0],
            "{",
            good.Replace("\"nth\":", "\"nht\":", StringComparison.Ordinal),
            good,
            good.Replace("ProviderBusy", "ProviderBussy", StringComparison.Ordinal),
            good.Replace("\"at\":\"", "\"at\":\"x", StringComparison.Ordinal),
            good.Replace("\"step\":null", "\"step\":1", StringComparison.Ordinal),
            good.Replace("\"groups\":[]", "\"groups\":null", StringComparison.Ordinal).Replace("\"groups\":[\"", "\"groups\":[1,\"", StringComparison.Ordinal),
        ];

        RuleFileResult<DecisionTape> read = TapeText.Read(broken, "run.tape");

        Assert.Null(read.Value);
        Assert.Equal([2, 3, 5, 6, 7, 8], read.Problems.Select(p => p.Line));
        Assert.Contains("did you mean ProviderBusy?", read.Problems[2].Message, StringComparison.Ordinal);
        Assert.Equal(good, TapeText.LinesOf(TapeText.Read([tape[0], good], "x").Value!).Last());
    }

    [Theory]
    [InlineData("is empty")]
    [InlineData("is not JSON", "version: 1")]
    [InlineData("the first line of a tape is", """{"version":2,"seed":1,"rules":{"version":1,"rules":[]}}""")]
    [InlineData("the first line of a tape is", """{"version":1,"seed":"1","rules":{"version":1,"rules":[]}}""")]
    [InlineData("rules/rules/0/do/fault: no fault is called 'Busy'", """{"version":1,"seed":1,"rules":{"version":1,"rules":[{"do":{"fault":"Busy"}}]}}""")]
    public void A_tape_begins_with_its_rules(string problem, params string[] lines)
    {
        RuleFileResult<DecisionTape> read = TapeText.Read(lines, "run.tape");
        Assert.Contains(problem, Assert.Single(read.Problems).ToString(), StringComparison.Ordinal);
        Assert.StartsWith("run.tape:1:1  ", read.Problems[0].ToString(), StringComparison.Ordinal);
    }

    private static async Task<(string Run, string[] Tape)> RecordAsync(long seed)
    {
        await using Simulator simulator = await StartAsync(seed, null);
        return (await RunAsync(simulator), await SaveAsync(simulator));
    }

    private static async Task<string> ReplayAsync(string[] tape, long seed)
    {
        await using Simulator simulator = await StartAsync(seed, tape);
        return await RunAsync(simulator);
    }

    private static Task<Simulator> StartAsync(long seed, string[]? tape) => Simulator.StartAsync(o => o with
    {
        Workspace = o.Workspace with
        {
            Seed = seed,
            Rules = tape is null ? new RuleFile(new RuleCatalog()).ReadSet(Rules, "rules").Value! : null,
            Tape = tape is null ? null : TapeText.Read(tape, "tape").Value!,
        },
    });

    // What came of each call: its fault, or the group that failed.
    private static async Task<string> RunAsync(Simulator simulator)
    {
        SmsClient client = SmsClient.LogIn(simulator);
        List<string> outcomes = [];
        for (int i = 0; i < 24; i++)
        {
            SoapResponse reply = await client.Soap.CallAsync(SmsClient.Provider(3), new QueryReplicationGroupRequest
            {
                GroupId = [SmsClient.Group("fd-b1", "rg-01-t"), SmsClient.Group("fd-b1", "rg-03-t"), SmsClient.Group("fd-b1", "rg-04-t")],
            });
            outcomes.Add(reply.Fault?.GetType().Name ?? string.Join(
                ' ', ((IReadOnlyList<GroupOperationResult>)reply.Result!).OfType<GroupErrorResult>().Select(e => e.GroupId.DeviceGroupId.Id)));
        }

        return string.Join('\n', outcomes);
    }

    private static async Task<string[]> SaveAsync(Simulator simulator)
    {
        string text = await simulator.Control.GetStringAsync(new Uri("/_sim/v1/tape", UriKind.Relative), TestContext.Current.CancellationToken);
        return text.TrimEnd('\n').Split('\n');
    }
}
