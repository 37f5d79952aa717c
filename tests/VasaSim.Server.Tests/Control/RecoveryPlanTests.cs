using System.Net;
using System.Text.Json.Nodes;
using VasaSim.Server.Tests.Faces.Srm;
using VasaSim.Server.Tests.Injection;

namespace VasaSim.Server.Tests.Control;

/// <summary>What the control port tells of recovery plans.</summary>
public sealed class RecoveryPlanTests
{
    private const string Plans = "/_sim/v1/recovery-plans";

    [Fact]
    public async Task A_plan_is_told_with_its_run()
    {
        await using PlanStage stage = await PlanStage.StartAsync(GroupStage.Slow);
        JsonNode before = (await stage.Groups.Stage.Simulator.ReadAsync(Plans))["recoveryPlans"]!.AsArray().Single(p => (string?)p!["name"] == "plan-1")!;
        SrmReply begun = await stage.ActAsync("test");
        await stage.Groups.AdvanceAsync("1s");

        JsonNode running = await stage.Groups.Stage.Simulator.ReadAsync($"{Plans}/plan-1");

        Assert.Equal(("A", "B", """["pg-gold"]""", "READY_STATE", 0), ((string?)before["protectedSite"], (string?)before["recoverySite"], before["groups"]!.ToJsonString(), (string?)before["state"], (int)before["percent"]!));
        Assert.Equal((null, null, null, null), (before["run"], before["step"], before["steps"], before["task"]));
        SrmReply task = await stage.Client.GetAsync($"/tasks/{(string)begun["id"]!}");
        Assert.Equal(("TEST_IN_PROGRESS", "TEST", (int)task["progress"]!), ((string?)running["state"], (string?)running["run"], (int)running["percent"]!));
        Assert.Contains((string)running["task"]!, (string)task["id"]!, StringComparison.Ordinal);
        JsonNode step = running["steps"]!.AsArray().Single(s => (string?)s!["status"] == "RUNNING")!;
        Assert.Equal((string?)running["step"], (string?)step["step"]);
        Assert.Equal(("vm-101", 3, "TEST_IN_PROGRESS"), (running["machines"]![0]! is var machine ? ((string?)machine["machine"], (int)machine["priority"]!, (string?)machine["status"]) : default));
    }

    [Fact]
    public async Task What_went_wrong_is_told_of_its_step()
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        await stage.Groups.Stage.ControlAsync(HttpMethod.Patch, "providers/vasaProvider-3", """{"busy":true}""");
        await stage.RunAsync("test", """{"sync_data":true}""");

        JsonNode plan = await stage.Groups.Stage.Simulator.ReadAsync($"{Plans}/{stage.Id.Split(':')[1]}");

        Assert.Equal(("TEST_COMPLETE", "ERRORS", 100, null), ((string?)plan["state"], (string?)plan["result"], (int)plan["percent"]!, plan["step"]));
        Assert.Contains("fd-b1/rg-01-t: ProviderBusy", plan["steps"]!.AsArray().SelectMany(s => s!["errors"]!.AsArray()).Select(e => (string?)e));
    }

    [Fact]
    public async Task A_plan_that_there_is_not_is_not_found()
    {
        await using PlanStage stage = await PlanStage.StartAsync();

        using HttpResponseMessage answer = await stage.Groups.Stage.Simulator.Control.GetAsync(new Uri($"{Plans}/none", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("plan-1", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
