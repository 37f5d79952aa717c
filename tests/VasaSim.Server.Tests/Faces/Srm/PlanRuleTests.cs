using System.Text.Json.Nodes;
using VasaSim.Server.Tests.Injection;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>What rules do to the calls about recovery plans, and to their tasks.</summary>
public sealed class PlanRuleTests
{
    private const string Planned = """{"planned_failover":true,"sync_data":true}""";

    [Fact]
    public async Task A_call_that_fails_before_its_work_has_begun_nothing()
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        await RulesAsync(stage, "{ match: { operation: runRecovery }, do: { fault: dr.fault.OperationInProgress } }");

        Assert.Equal((500, "dr.fault.OperationInProgress"), (await stage.ActAsync("recovery", Planned) is var refused ? (refused.Status, refused.Code) : default));
        Assert.Equal("READY_STATE", await stage.StateAsync());
        Assert.Single((await stage.Client.GetAsync("/tasks")).List);
    }

    [Theory]
    [InlineData("{ fault: dr.fault.InternalError }")]
    [InlineData("{ connection: close }")]
    [InlineData("{ connection: reset }")]
    [InlineData("{ httpStatus: 502 }")]
    public async Task An_answer_that_is_lost_leaves_the_run_begun(string action)
    {
        await using PlanStage stage = await PlanStage.StartAsync(GroupStage.Slow);
        await RulesAsync(stage, $"{{ match: {{ operation: runRecovery }}, at: afterCommit, do: {action} }}");

        Assert.Contains(await RawAsync(stage, "recovery", Planned), new int?[] { null, 500, 502 });

        Assert.Equal("RECOVERY_IN_PROGRESS", await stage.StateAsync());
        SrmReply again = await stage.ActAsync("recovery", Planned);
        Assert.Equal("dr.fault.InvalidState", again.Code);
        JsonNode task = (await stage.Client.GetAsync("/tasks")).List[^1]!;
        Assert.Equal(("dr.task.RecoverPlan", "RUNNING"), ((string?)task["description_id"], (string?)task["status"]));
        await stage.Groups.AdvanceAsync("10m");
        Assert.Equal("RECOVERY_COMPLETE", await stage.StateAsync());
    }

    [Theory]
    [InlineData("{ connection: close }", null)]
    [InlineData("{ connection: reset }", null)]
    [InlineData("{ connection: hang, for: 1ms }", null)]
    [InlineData("{ httpStatus: 503 }", 503)]
    [InlineData("{ latency: 1ms }", 202)]
    [InlineData("{ latency: { fixed: 5s, clock: simulated }, fault: dr.fault.InternalError }", 500)]
    [InlineData("{ session: drop }", 401)]
    public async Task A_call_may_fare_badly_on_its_way(string action, int? status)
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        await RulesAsync(stage, $"{{ match: {{ operation: runTestRecovery }}, do: {action} }}");

        Task<int?> call = RawAsync(stage, "test");
        while (action.Contains("simulated", StringComparison.Ordinal) && !call.IsCompleted)
        {
            await stage.Groups.AdvanceAsync("5s");
        }

        Assert.Equal(status, await call);
    }

    [Theory]
    [InlineData("test", "{}", "TEST_COMPLETE")]
    [InlineData("recovery", Planned, "INCOMPLETE_RECOVERY")]
    [InlineData("cleanup", "{}", "CLEANUP_INCOMPLETE")]
    [InlineData("reprotect", "{}", "INCOMPLETE_REPROTECT")]
    public async Task A_run_that_fails_at_a_percentage_ends_with_errors(string action, string body, string state)
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        await PrepareAsync(stage, action);
        await RulesAsync(stage, "{ match: { operation: run*, kind: task }, do: { task: { failAt: 60, with: { type: dr.fault.InternalError, message: By rule. } } } }");

        SrmReply task = await stage.RunAsync(action, body);

        Assert.Equal(("ERROR", 100, "By rule.", "dr.fault.InternalError"), ((string?)task["status"], (int)task["progress"]!, (string?)task["error"]!["message"], (string?)task["error"]!["details"]));
        Assert.Equal(state, await stage.StateAsync());
        await RulesAsync(stage, "{ match: { operation: login }, do: { latency: 0s } }");
        Assert.Equal(202, (await stage.ActAsync(action == "test" ? "cleanup" : action, body)).Status);
    }

    [Theory]
    [InlineData("test", "READY_STATE")]
    [InlineData("recovery", "READY_STATE")]
    [InlineData("cleanup", "TEST_COMPLETE")]
    [InlineData("reprotect", "RECOVERY_COMPLETE")]
    public async Task A_run_whose_task_has_an_error_instead_of_its_work_is_not_begun(string action, string state)
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        await PrepareAsync(stage, action);
        await RulesAsync(stage, "{ match: { face: srm, operation: run* }, do: { fault: dr.fault.InternalError, as: taskError } }");

        Assert.Equal("ERROR", (string?)(await stage.RunAsync(action, "{}"))["status"]);

        Assert.Equal(state, await stage.StateAsync());
    }

    [Fact]
    public async Task A_task_that_makes_a_group_or_a_plan_fails_at_a_percentage_and_nothing_is_made()
    {
        await using PlanStage stage = await PlanStage.StartAsync(GroupStage.Slow);
        await RulesAsync(stage, "{ match: { operation: [createPlan, createGroup] }, do: { task: { failAt: 50, with: dr.fault.InternalError } } }");

        SrmReply[] begun =
        [
            await stage.Client.PostAsync(stage.Plans, stage.Spec("plan-2", stage.Groups.Id)),
            await stage.Client.PostAsync(stage.Groups.Groups, $$$"""
                {"name":"pg-2","replication_type":"VVOL","protected_vc_guid":"{{{stage.Groups.Stage.VcenterHere}}}","vvol_spec":{"replication_groups":[{"fault_domain_id":"fd-a1","device_group_id":"rg-03"}]}}
                """),
        ];

        foreach (SrmReply one in begun)
        {
            Assert.Equal((202, "RUNNING"), (one.Status, (string?)one["status"]));
            SrmReply ended = await stage.EndAsync(one);
            Assert.Equal(("ERROR", null), ((string?)ended["status"], ended["result"]));
        }

        Assert.Equal(["plan-gold", "plan-1"], (await stage.Client.GetAsync(stage.Plans)).List.Select(p => (string?)p!["name"]));
        Assert.Single((await stage.Client.GetAsync(stage.Groups.Groups)).List);
    }

    [Fact]
    public async Task A_run_stands_still_at_a_percentage_until_a_tester_releases_its_task()
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        await RulesAsync(stage, "{ match: { operation: runTestRecovery }, do: { task: { holdAt: 40 } } }");

        SrmReply begun = await stage.ActAsync("test");
        await stage.Groups.AdvanceAsync("1h");

        SrmReply plan = await stage.Client.GetAsync(stage.Path);
        Assert.Equal((40, 40, "TEST_IN_PROGRESS"), ((int)begun["progress"]!, (int)plan["progress"]!, (string?)plan["status"]));
        await stage.Groups.Stage.ControlAsync(HttpMethod.Post, $"tasks/{((string)begun["id"]!).Split(':')[1]}/release", "{}");
        Assert.Equal("SUCCESS", (string?)(await stage.EndAsync(begun))["status"]);
        Assert.Equal("TEST_COMPLETE", await stage.StateAsync());
    }

    [Theory]
    [InlineData("id: rg-01")]
    [InlineData("id: fd-a1/rg-01")]
    [InlineData("state: SOURCE, over: 0")]
    public async Task Calls_about_plans_and_protection_groups_are_found_by_their_replication_groups(string groups)
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        await RulesAsync(stage, $"{{ match: {{ face: srm, groups: {{ {groups} }} }}, do: {{ fault: {{ type: dr.fault.Locked, status: 500 }} }} }}");

        foreach (string path in new[] { stage.Path, $"{stage.Path}/issues", stage.Groups.Path, $"{stage.Groups.Path}/vms", $"{stage.Groups.Path}/replication-groups/rg-01" })
        {
            Assert.Equal("dr.fault.Locked", (await stage.Client.GetAsync(path)).Code);
        }

        Assert.Equal("dr.fault.Locked", (await stage.Client.PostAsync(stage.Plans, stage.Spec("plan-2", stage.Groups.Id))).Code);
        Assert.Equal("dr.fault.Locked", (await stage.Client.PostAsync(stage.Groups.Groups, """{"name":"x","vvol_spec":{"replication_groups":[{"fault_domain_id":"fd-a1","device_group_id":"rg-01"}]}}""")).Code);
        Assert.Equal(200, (await stage.Client.GetAsync(stage.Plans)).Status);
        Assert.Equal(202, (await stage.Client.PostAsync(stage.Plans, stage.Spec("plan-3"))).Status);
        Assert.Equal(400, (await stage.Client.PostAsync(stage.Groups.Groups, """{"name":"x","vvol_spec":{"replication_groups":[null,{}]}}""")).Status);
        JsonNode[] calls = await stage.Groups.Stage.Simulator.CallsAsync();
        Assert.Equal(["fd-a1/rg-01", "fd-a1/rg-02"], calls.Last(c => (string?)c["operation"] == "getRecoveryPlan")["groups"]!.AsArray().Select(g => (string?)g));
    }

    [Fact]
    public async Task Calls_are_found_by_site_user_and_session()
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        using SrmClient viewer = await stage.Groups.Stage.Other().AsAsync("viewer@sim.local");
        using SrmClient peer = await stage.Groups.Stage.AtPeer().AsAsync();
        await RulesAsync(
            stage,
            "{ match: { operation: getAllRecoveryPlans, user: viewer* }, do: { fault: dr.fault.NoPermission } }",
            "{ match: { operation: getAllRecoveryPlans, site: B }, do: { fault: dr.fault.InternalError } }",
            "{ match: { face: srm, operation: getAllRecoveryPlans }, when: { calls: 1, key: [session] }, do: { fault: { type: dr.fault.Once, status: 500 } } }");
        using SrmClient other = await stage.Groups.Stage.Other().AsAsync();

        Assert.Equal("dr.fault.NoPermission", (await viewer.GetAsync(stage.Plans)).Code);
        Assert.Equal("dr.fault.InternalError", (await peer.GetAsync(stage.Plans)).Code);
        foreach (SrmClient one in new[] { stage.Client, other })
        {
            Assert.Equal("dr.fault.Once", (await one.GetAsync(stage.Plans)).Code);
            Assert.Equal(200, (await one.GetAsync(stage.Plans)).Status);
        }
    }

    private static async Task PrepareAsync(PlanStage stage, string action)
    {
        if (action is "cleanup" or "reprotect")
        {
            await stage.RunAsync(action == "cleanup" ? "test" : "recovery", action == "cleanup" ? null : Planned);
        }
    }

    private static Task RulesAsync(PlanStage stage, params string[] rules) =>
        stage.Groups.Stage.Simulator.RulesAsync(string.Join('\n', rules.Select(r => $"  - {r}")));

    // The status of a reply that is none of the API's, or null when there is none.
    private static async Task<int?> RawAsync(PlanStage stage, string action, string body = "{}")
    {
        using HttpClient http = new() { BaseAddress = stage.Groups.Stage.Simulator.Host.ProductUri };
        using HttpRequestMessage request = new(HttpMethod.Post, $"/api/rest/srm/v2{stage.Path}/actions/{action}");
        request.Headers.Add("x-dr-session", stage.Client.Session);
        request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        try
        {
            using HttpResponseMessage reply = await http.SendAsync(request, TestContext.Current.CancellationToken);
            return (int)reply.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
