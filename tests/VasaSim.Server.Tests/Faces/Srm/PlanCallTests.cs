using System.Text.Json.Nodes;
using VasaSim.Server.Tests.Injection;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>The calls that runs of plans make to arrays, beside the calls over REST that they follow from.</summary>
public sealed class PlanCallTests
{
    private const string Planned = """{"planned_failover":true,"sync_data":true,"migrate_eligible_vms":false}""";

    [Fact]
    public async Task The_calls_of_a_run_come_after_the_one_that_started_it()
    {
        await using PlanStage stage = await PlanStage.StartAsync();

        SrmReply begun = await stage.ActAsync("recovery", Planned);

        JsonNode[] calls = (await stage.Groups.Stage.Simulator.CallsAsync())[^5..];
        Assert.Equal(("srm", (string?)begun["id"]), ((string?)calls[0]["face"], (string?)calls[0]["task"]));
        Assert.Equal(
            ["SyncReplicationGroup_Task", "PrepareFailoverReplicationGroup_Task", "SyncReplicationGroup_Task", "FailoverReplicationGroup_Task"],
            calls[1..].Select(c => (string?)c["operation"]));
        Assert.All(calls[1..], c => Assert.Equal(((string?)calls[0]["user"], "srm"), ((string?)c["user"], (string?)c["client"])));
    }

    [Theory]
    [InlineData("fault: { type: ProviderBusy, message: By rule. }, as: taskError")]
    [InlineData("fault: { type: PeerNotReachable, message: By rule. }, as: groupError")]
    [InlineData("fault: { type: ProviderBusy, message: By rule. }")]
    public async Task A_rule_for_a_call_of_a_run_fails_the_run_with_its_text(string action)
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        await stage.Groups.Stage.Simulator.RulesAsync($"  - {{ match: {{ operation: Failover*, client: srm }}, do: {{ {action} }} }}");

        SrmReply task = await stage.RunAsync("recovery", Planned);

        Assert.Equal(("ERROR", "By rule."), ((string?)task["status"], (string?)task["error"]!["message"]));
    }
}
