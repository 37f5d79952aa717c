using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using VasaSim.Server.Tests.Faces.Srm;

namespace VasaSim.Server.Tests.Cookbook;

/// <summary>Samples of Site Recovery Manager.</summary>
public sealed class PlanSampleTests
{
    private const string Planned = """{"planned_failover":true,"sync_data":true}""";

    [Fact]
    [Sample("rules/plan-fails.yaml")]
    public async Task A_recovery_fails_on_its_way_and_can_be_repeated()
    {
        await using PlanStage stage = await StartAsync("plan-fails");

        SrmReply failed = await stage.RunAsync("recovery", Planned);
        Assert.Equal(("ERROR", "The storage did not answer."), ((string?)failed["status"], (string?)failed["error"]!["message"]));
        Assert.Equal("INCOMPLETE_RECOVERY", await stage.StateAsync());

        Assert.Equal("SUCCESS", (string?)(await stage.RunAsync("recovery", Planned))["status"]);
        Assert.Equal("RECOVERY_COMPLETE", await stage.StateAsync());
    }

    [Fact]
    [Sample("rules/plan-lost-answer.yaml")]
    public async Task A_recovery_has_begun_though_its_answer_is_lost()
    {
        await using PlanStage stage = await StartAsync("plan-lost-answer");

        await Assert.ThrowsAsync<HttpRequestException>(() => stage.ActAsync("recovery", Planned));

        Assert.Equal("RECOVERY_IN_PROGRESS", await stage.StateAsync());
        Assert.Equal("dr.fault.InvalidState", (await stage.ActAsync("recovery", Planned)).Code);
        Assert.Equal("dr.task.RecoverPlan", (string?)(await stage.Client.GetAsync("/tasks")).List[^1]!["description_id"]);
    }

    [Fact]
    [Sample("rules/other-site-missing.yaml")]
    public async Task The_other_site_is_missing_at_every_second_call()
    {
        await using PlanStage stage = await StartAsync("other-site-missing");
        string servers = $"{stage.Client.Pairing}/srms";

        foreach (bool missing in new[] { false, true, false, true })
        {
            SrmReply reply = await stage.Client.GetAsync(servers);
            Assert.Equal((200, missing), (reply.Status, reply.Gaps.Count > 0));
        }
    }

    [Fact]
    [Sample("rules/placeholder-gone.yaml")]
    public async Task Placeholders_are_gone_of_machines_with_names()
    {
        await using PlanStage stage = await StartAsync("placeholder-gone");

        JsonArray machines = (await stage.Client.GetAsync($"{stage.Groups.Path}/vms")).List;

        Assert.Contains(machines, m => !((string)m!["name"]!).StartsWith("db", StringComparison.Ordinal));
        Assert.All(machines, m => Assert.Equal(
            ((string)m!["name"]!).StartsWith("db", StringComparison.Ordinal) ? "PLACEHOLDER_VM_DELETED" : "OK", (string?)m["protection_status_details"]!["status"]));
    }

    private static async Task<PlanStage> StartAsync(string rules)
    {
        PlanStage stage = await PlanStage.StartAsync(GroupStage.Slow);
        using StringContent file = new(Samples.Text($"rules/{rules}.yaml"), new MediaTypeHeaderValue("application/yaml"));
        using HttpResponseMessage answer = await stage.Groups.Stage.Simulator.Control.PutAsync(
            new Uri("/_sim/v1/rules", UriKind.Relative), file, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return stage;
    }
}
