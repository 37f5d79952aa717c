using System.Text.Json.Nodes;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Server.Tests.Journal;

namespace VasaSim.Server.Tests.Injection;

/// <summary>What rules do to the calls that runs of recovery plans make.</summary>
public sealed class RunCallRuleTests
{
    private const string Failover = "FailoverReplicationGroup_Task";

    private static readonly RunCommand _planned = new(RunKind.Recovery, new RunOptions { Planned = true, SyncData = true });

    [Theory]
    [InlineData("{ match: { operation: Failover*, client: srm }, do: { fault: ProviderBusy } }", "ProviderBusy")]
    [InlineData("{ match: { operation: Failover*, user: tester, provider: vasaProvider-3, groups: { id: rg-02-t } }, do: { fault: ProviderBusy, as: taskError } }", "ok")]
    [InlineData("{ match: { operation: Failover* }, do: { fault: NoValidReplica } }", "ok")]
    [InlineData("{ match: { operation: Failover* }, do: { task: { failAt: 50, with: ProviderBusy } } }", "ok")]
    [InlineData("{ match: { operation: Failover* }, at: afterCommit, do: { fault: ProviderBusy, as: taskError } }", "ok")]
    [InlineData("{ match: { operation: Failover* }, do: { batchLimit: { enforced: 1 } } }", "TooMany")]
    [InlineData("{ match: { operation: Failover* }, do: { httpStatus: 503 } }", "SystemError")]
    public async Task A_rule_fails_the_call_and_the_run_with_it(string rule, string outcome)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        await simulator.MakePlanAsync();
        await simulator.RulesAsync($"  - {rule}");

        await simulator.RunPlanAsync(_planned);

        JsonNode call = await new JournalClient(simulator).LastAsync();
        Assert.Equal($"{Failover} {outcome} r1 r1", $"{call["operation"]} {call["outcome"]} {call["rules"]![0]} {call["decisions"]![0]!["rule"]}");
        Assert.Equal(RunResult.Errors, (await RunOfAsync(simulator)).Result);
        JsonNode why = await simulator.PostAsync("/_sim/v1/rules/explain", new JsonObject { ["journal"] = (int)call["number"]! });
        Assert.Equal("applied", (string?)why["rules"]![0]!["result"]);
    }

    [Fact]
    public async Task A_task_of_a_run_is_held_by_a_rule_and_goes_on_when_it_is_released()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        await simulator.MakePlanAsync();
        await simulator.RulesAsync("  - { match: { operation: Failover* }, do: { task: { holdAt: 40 } } }");

        await simulator.RunPlanAsync(_planned);

        Assert.Equal(StepKind.PrepareStorage, (await RunOfAsync(simulator)).Current!.Kind);
        string task = (string)(await new JournalClient(simulator).LastAsync())["task"]!;
        await simulator.PostAsync($"/_sim/v1/tasks/{task}/release", []);
        Assert.Equal(RunResult.Success, (await RunOfAsync(simulator)).Result);
    }

    [Theory]
    [InlineData("{ match: { operation: Failover*, client: other }, do: { fault: ProviderBusy } }")]
    [InlineData("{ match: { operation: Failover*, protocol: soap }, do: { fault: ProviderBusy } }")]
    [InlineData("{ match: { face: vim }, do: { fault: RuntimeFault } }")]
    [InlineData("{ do: { latency: 1h } }")]
    public async Task A_rule_for_other_calls_or_for_the_wire_does_nothing_to_a_run(string rule)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        await simulator.MakePlanAsync();
        await simulator.RulesAsync($"  - {rule}");

        await simulator.RunPlanAsync(_planned);

        Assert.Equal(RunResult.Success, (await RunOfAsync(simulator)).Result);
    }

    [Fact]
    public async Task What_was_to_come_after_a_call_that_is_refused_did_not_happen()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        await simulator.MakePlanAsync();
        await simulator.RulesAsync("  - { match: { operation: Failover* }, at: afterCommit, do: { fault: ProviderBusy, as: taskError } }");
        await simulator.Host.Workspace.RunAsync(world =>
        {
            world.Put(world.FindProvider("vasaProvider-3")! with { Busy = true });
            return true;
        });

        await simulator.RunPlanAsync(new RunCommand(RunKind.Recovery, new RunOptions()));

        JsonNode call = await new JournalClient(simulator).LastAsync();
        Assert.Equal($"{Failover} ProviderBusy", $"{call["operation"]} {call["outcome"]}");
        Assert.Empty(call["decisions"]!.AsArray());
        Assert.Equal(0, (await simulator.Host.Workspace.RunAsync(_ => simulator.Host.Workspace.Rules.Entries))[0].Hits);
    }

    [Fact]
    public async Task Rules_reach_the_runs_of_a_world_that_was_made_anew()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        await simulator.PostAsync("/_sim/v1/state/reset", []);
        await simulator.MakePlanAsync();
        await simulator.RulesAsync("  - { match: { operation: Sync* }, do: { fault: ProviderBusy } }");

        await simulator.RunPlanAsync(_planned);

        Assert.Equal(RunResult.Errors, (await RunOfAsync(simulator)).Result);
        Assert.Equal("ProviderBusy", (string?)Assert.Single(await new JournalClient(simulator).ListAsync())["outcome"]);
    }

    private static async Task<PlanRun> RunOfAsync(Simulator simulator) =>
        await simulator.Host.Workspace.RunAsync(static world => world.Recovery.Plans[0].Run!);
}
