using System.Text.Json.Nodes;
using VasaSim.Server.Tests.Sms;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Injection;

/// <summary>Why a rule did, or did not, apply.</summary>
public sealed class RuleQuestionTests
{
    private const string Rules = """
          - { id: off, enabled: false, match: { operation: QueryReplicationGroup }, do: { fault: ProviderBusy } }
          - { id: other-method, match: { operation: SyncReplicationGroup_Task }, do: { fault: ProviderBusy } }
          - { id: other-method-of-the-group, match: { operation: SyncReplicationGroup_Task, groups: { id: rg-01-t } }, do: { fault: ProviderBusy } }
          - { id: other-state, match: { operation: QueryReplicationGroup, groups: { state: SOURCE } }, do: { fault: ProviderBusy } }
          - { id: other-header, match: { operation: QueryReplicationGroup, header: { X-Run: nightly } }, do: { fault: ProviderBusy } }
          - { id: second, match: { operation: QueryReplicationGroup }, when: { calls: 2 }, do: { fault: ProviderUnavailable } }
          - { id: first, match: { operation: QueryReplicationGroup }, when: { calls: 1 }, do: { fault: ProviderBusy } }
          - { id: too-late, match: { operation: QueryReplicationGroup }, do: { fault: ProviderUnavailable } }
          - { id: cannot, match: { provider: vasaProvider-3 }, do: { fault: ProviderSyncFailed } }
          - { id: door, when: { calls: 99 }, do: { connection: refuse } }
        """;

    private static readonly string[] _unmet = ["enabled", "operation", "operation", "groups.state", "header.X-Run", "when.calls", "", "", "do.fault", "at"];
    private static readonly string[] _results =
        ["notMatched", "notMatched", "notMatched", "notMatched", "notMatched", "matched", "applied", "notAsked", "notMatched", "notMatched"];

    [Fact]
    public async Task Each_rule_says_what_it_had_to_do_with_a_call()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        await AskOnceAsync(simulator);

        // What the group is now is not what it was when the call came.
        await simulator.PostAsync("/_sim/v1/state/reset", []);
        JsonNode answer = await simulator.PostAsync("/_sim/v1/rules/explain", new JsonObject { ["journal"] = 1 });
        JsonNode[] rules = [.. answer["rules"]!.AsArray().Select(r => r!)];
        Assert.Equal(_results, rules.Select(r => (string)r["result"]!));
        Assert.Equal(_unmet, rules.Select(r => (string?)r["unmet"] ?? ""));
        Assert.Equal("ProviderBusy", (string?)answer["outcome"]);
    }

    [Fact]
    public async Task A_near_miss_is_a_call_that_differs_by_one_condition()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        await AskOnceAsync(simulator);
        JsonNode[] rules = [.. (await simulator.ReadAsync("/_sim/v1/rules/near-misses"))["rules"]!.AsArray().Select(r => r!)];
        Dictionary<string, string> differs = rules.ToDictionary(
            r => (string)r["rule"]!, r => string.Join(',', r["nearMisses"]!.AsArray().Select(n => $"{n!["journal"]}:{n["differs"]}")));
        Assert.Equal("", differs["other-method"]);
        Assert.Equal("1:operation", differs["other-method-of-the-group"]);
        Assert.Equal("1:groups.state", differs["other-state"]);
        Assert.Equal("1:header.X-Run", differs["other-header"]);
        Assert.Equal("1:when.calls", differs["second"]);
        Assert.Equal("", differs["first"]);
        Assert.Equal("", differs["off"]);
    }

    [Fact]
    public async Task Coverage_tells_faults_of_rules_from_those_of_the_world()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        SmsClient client = await AskOnceAsync(simulator);
        await client.Soap.FaultAsync<ProviderUnavailable>(SmsClient.Provider(6), new QueryReplicationGroupRequest());
        JsonNode coverage = await simulator.ReadAsync("/_sim/v1/coverage");
        string[] faults = [.. coverage["faults"]!.AsArray().Select(f => $"{f!["operation"]} {f["fault"]} {f["natural"]} {f["injected"]}")];
        Assert.Contains("QueryReplicationGroup ProviderBusy 0 1", faults);
        Assert.Contains("QueryReplicationGroup ProviderUnavailable 0 1", faults);
        string[] without = [.. coverage["rulesWithoutHits"]!.AsArray().Select(r => (string)r!)];
        Assert.Contains("other-state", without);
        Assert.DoesNotContain("first", without);
    }

    [Fact]
    public async Task The_journal_has_what_was_decided()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        await AskOnceAsync(simulator);
        JsonNode call = await simulator.ReadAsync("/_sim/v1/journal/1");
        Assert.Equal(["first"], call["rules"]!.AsArray().Select(r => (string)r!));
        JsonNode[] decisions = [.. call["decisions"]!.AsArray().Select(d => d!)];
        Assert.Equal(["second", "first"], decisions.Select(d => (string)d["rule"]!));
        Assert.Equal("ProviderBusy", (string?)decisions[1]["fault"]);
        Assert.Equal(1, (int)decisions[1]["nth"]!);
        Assert.Equal("when.calls", (string?)decisions[0]["unmet"]);
    }

    private static async Task<SmsClient> AskOnceAsync(Simulator simulator)
    {
        await simulator.RulesAsync(Rules);
        SmsClient client = SmsClient.LogIn(simulator);
        await client.Soap.FaultAsync<ProviderBusy>(
            SmsClient.Provider(3), new QueryReplicationGroupRequest { GroupId = [SmsClient.Group("fd-b1", "rg-01-t")] });
        return client;
    }
}
