using System.Text.Json.Nodes;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>The machines of recovery plans: what is told of them, how far the plan is with each, and in which order they come.</summary>
public sealed class PlanVmTests
{
    private const string Db = "vm-101";
    private const string Web = "vm-103";

    private const string Prompt = """
        {"name":"look","content":"Look at it","callout_type":"PROMPT","timeout_seconds":0,"step_type":"POST_POWER_ON","id":""}
        """;

    [Fact]
    public async Task A_machine_is_told_with_all_its_fields()
    {
        await using PlanStage stage = await PlanStage.StartAsync();

        JsonArray machines = (await stage.Client.GetAsync($"{stage.Path}/vms")).List;
        SrmReply alone = await stage.Client.GetAsync(Vm(stage, Db));

        string summary = """{"priority":"P3","startup_action":"POWER_ON","dependent_vms":[],"pre_power_on_steps":"","post_power_on_steps":"","allow_migration":false}""";
        Assert.Equal(
            $$"""{"id":"{{stage.Groups.Vm(Db)}}","name":"db01","template":false,"inside_vapp":false,"recovery_settings":{{summary}},"status":"READY_TO_RECOVER","protection_group_name":"pg-gold","protection_group":"{{stage.Groups.Id}}"}""",
            GroupStage.WithoutMeta(alone));
        Assert.Equal(["db01", "db02", "web01", "web02", "web03"], machines.Select(m => (string?)m!["name"]));
        Assert.Equal(GroupStage.WithoutMeta(alone), machines[0]!.ToJsonString());
        Assert.Equal(summary, GroupStage.WithoutMeta(await stage.Client.GetAsync($"{Vm(stage, Db)}/recovery-settings/summary")));
        Assert.Equal(2, (await stage.Client.GetAsync($"{stage.Path}/vms?filter_property=name&filter=db")).List.Count);
        Assert.Empty((await stage.Client.GetAsync($"{stage.Path}/vms?filter_property=recovery_settings.priority&filter=P1")).List);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/recovery-settings")]
    [InlineData("POST", "/recovery-settings/actions/update")]
    [InlineData("GET", "/recovery-settings/dependent-vms")]
    [InlineData("POST", "/recovery-settings/dependent-vms/actions/update")]
    [InlineData("POST", "/recovery-settings/dependent-vms/actions/validate")]
    [InlineData("GET", "/recovery-settings/ip-customization")]
    [InlineData("POST", "/recovery-settings/ip-customization/actions/update")]
    [InlineData("GET", "/recovery-settings/priority")]
    [InlineData("PUT", "/recovery-settings/priority")]
    [InlineData("GET", "/recovery-settings/summary")]
    public async Task What_is_no_machine_of_the_plan_is_not_found(string method, string path)
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        string empty = await stage.CreateAsync("plan-2");
        string vm = stage.Groups.Vm(Db);

        foreach (string machine in new[]
        {
            $"{stage.Plans}/none/vms/{vm}",
            $"{stage.Plans}/{empty}/vms/{vm}",
            $"{stage.Path}/vms/{stage.Groups.Vm("vm-999")}",
            $"{stage.Path}/vms/{Db}",
            $"{stage.Path}/vms/Datastore:{Db}:{stage.Groups.Stage.VcenterHere}",
        })
        {
            Assert.Equal(404, (await stage.Client.SendAsync(method, machine + path, "{}")).Status);
        }

        Assert.Equal(404, (await stage.Client.GetAsync($"{stage.Plans}/none/vms")).Status);
        Assert.Empty((await stage.Client.GetAsync($"{stage.Plans}/{empty}/vms")).List);
    }

    [Fact]
    public async Task The_status_of_the_machines_follows_the_run()
    {
        await using PlanStage stage = await PlanStage.StartAsync(GroupStage.Slow);

        await RunAsync("test", "TEST_IN_PROGRESS", "TEST_SUCCEEDED");
        await RunAsync("cleanup", "CLEANUP_IN_PROGRESS", "READY_TO_RECOVER");
        await RunAsync("recovery", "RECOVERY_IN_PROGRESS", "RECOVERY_SUCCEEDED", """{"planned_failover":true,"sync_data":true}""");
        await RunAsync("reprotect", "REPROTECT_IN_PROGRESS", "READY_TO_RECOVER");
        Assert.All((await stage.Client.GetAsync($"{stage.Path}/vms")).List, m => Assert.EndsWith(stage.Groups.VcenterPeer, (string?)m!["id"], StringComparison.Ordinal));

        async Task RunAsync(string action, string during, string after, string? body = null)
        {
            SrmReply run = await stage.ActAsync(action, body);
            await stage.Groups.AdvanceAsync("1s");
            Assert.Equal([during], await StatusesAsync(stage));
            Assert.Equal("SUCCESS", (string?)(await stage.EndAsync(run))["status"]);
            Assert.Equal([after], await StatusesAsync(stage));
        }
    }

    [Fact]
    public async Task A_machine_that_could_not_be_tested_says_so()
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        await stage.Groups.Stage.ControlAsync(HttpMethod.Patch, "providers/vasaProvider-3", """{"busy":true}""");

        await stage.RunAsync("test");

        Assert.Equal(["TEST_ERROR"], await StatusesAsync(stage));
        Assert.Equal("plan-1", (string?)(await stage.Client.GetAsync(Vm(stage, Db)))["managing_recovery_plan"]);
    }

    // A prompt after the power on of the first holds the run there, and cancelling it leaves the others undone.
    [Fact]
    public async Task A_machine_of_the_first_priority_is_recovered_before_the_others()
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        await DoAsync(stage, "POST", Web, "/actions/update", $$"""
            {"ip_customization_type":"AUTO","priority":"P1","startup_action":"POWER_ON","shutdown_action_settings":{"timeout_seconds":1},"post_power_on_steps":[{{Prompt}}]}
            """);

        SrmReply run = await stage.ActAsync("test");
        Assert.Equal("WAITING_FOR_USER_INPUT", await stage.StateAsync());
        Assert.Equal(204, (await stage.ActAsync("cancel")).Status);
        Assert.Equal("CANCELLED", (string?)(await stage.EndAsync(run))["status"]);

        Assert.Equal(
            ["TEST_INCOMPLETE", "TEST_INCOMPLETE", "TEST_SUCCEEDED", "TEST_INCOMPLETE", "TEST_INCOMPLETE"],
            (await stage.Client.GetAsync($"{stage.Path}/vms")).List.Select(m => (string?)m!["status"]));
    }

    [Fact]
    public async Task A_machine_that_is_not_powered_on_has_no_steps_after_it()
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        await DoAsync(stage, "POST", Web, "/actions/update", $$"""
            {"ip_customization_type":"AUTO","priority":"P1","startup_action":"DO_NOT_POWER_ON","shutdown_action_settings":{"timeout_seconds":1},"post_power_on_steps":[{{Prompt}}]}
            """);

        Assert.Equal("SUCCESS", (string?)(await stage.RunAsync("test"))["status"]);
        Assert.Equal("look", (string?)(await stage.Client.GetAsync($"{Vm(stage, Web)}/recovery-settings/summary"))["post_power_on_steps"]);
    }

    [Fact]
    public async Task A_priority_is_set_alone()
    {
        await using PlanStage stage = await PlanStage.StartAsync(GroupStage.Slow);
        string path = $"{Vm(stage, Db)}/recovery-settings/priority";
        Assert.Equal("P3", (string?)(await stage.Client.GetAsync(path))["priority"]);

        SrmReply begun = await stage.Client.SendAsync("PUT", path, """{"priority":"P1"}""");

        Assert.Equal((202, "RUNNING", "Reconfigure recovery plan", stage.Id), (begun.Status, (string?)begun["status"], (string?)begun["description"], (string?)begun["entity"]));
        Assert.Equal("P3", (string?)(await stage.Client.GetAsync(path))["priority"]);
        Assert.Equal("dr.fault.OperationInProgress", (await stage.Client.SendAsync("PUT", path, """{"priority":"P2"}""")).Code);
        Assert.Equal("SUCCESS", (string?)(await stage.EndAsync(begun))["status"]);
        Assert.Equal("P1", (string?)(await stage.Client.GetAsync(path))["priority"]);
        Assert.Equal(["db01"], (await stage.Client.GetAsync($"{stage.Path}/vms?filter_property=recovery_settings.priority&filter=P1")).List.Select(m => (string?)m!["name"]));
        foreach (string wrong in new[] { "{}", """{"priority":"P6"}""", """{"priority":1}""", """{"priority":null}""" })
        {
            SrmReply refused = await stage.Client.SendAsync("PUT", path, wrong);
            Assert.Equal((400, "dr.fault.InvalidArgument"), (refused.Status, refused.Code));
            Assert.Contains("'priority'", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Machines_come_after_those_that_they_need()
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        string needed = $"{Vm(stage, Db)}/recovery-settings/dependent-vms";
        await DoAsync(stage, "POST", Db, "/dependent-vms/actions/update", Needs(stage, "vm-102", Web));
        await DoAsync(stage, "PUT", "vm-102", "/priority", """{"priority":"P2"}""");
        await DoAsync(stage, "PUT", "vm-104", "/priority", """{"priority":"P5"}""");

        Assert.Equal(
            [("db02", "HIGHER_PRIORITY", "P2"), ("web01", "OK", "P3")],
            (await stage.Client.GetAsync(needed)).List.Select(m => ((string?)m!["name"], (string?)m["status"], (string?)m["priority_group"])));
        await stage.RunAsync("test");
        string[] order = [];
        await stage.Groups.ChangeAsync(world => order = [.. world.Recovery.Plans.Single(p => p.Name == "plan-1").Run!.Steps.Where(s => s.Kind.ToString().StartsWith("RecoverPriority", StringComparison.Ordinal)).SelectMany(s => s.Machines)]);
        Assert.Equal(["vm-102", Web, Db, "vm-105", "vm-104"], order);
        await stage.RunAsync("cleanup");

        await DoAsync(stage, "POST", Db, "/dependent-vms/actions/update", Needs(stage, "vm-104"));
        Assert.Equal("LOWER_PRIORITY", (string?)(await stage.Client.GetAsync(needed)).List.Single()!["status"]);
        await DoAsync(stage, "POST", Db, "/dependent-vms/actions/update", "{}");
        Assert.Empty((await stage.Client.GetAsync(needed)).List);
    }

    [Fact]
    public async Task A_machine_may_need_one_of_another_plan_which_then_does_not_count()
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        SrmReply made = await stage.Client.PostAsync(stage.Groups.Groups, $$$"""
            {"name":"pg-other","replication_type":"VVOL","protected_vc_guid":"{{{stage.Groups.Stage.VcenterHere}}}",
             "vvol_spec":{"replication_groups":[{"fault_domain_id":"fd-a1","device_group_id":"rg-03"}]}}
            """);
        Assert.Equal("SUCCESS", (string?)(await stage.EndAsync(made))["status"]);
        JsonNode other = (await stage.Client.GetAsync($"{stage.Groups.Groups}/{(string)made["entity"]!}/vms")).List[0]!;

        await DoAsync(stage, "POST", Db, "/dependent-vms/actions/update", $$"""{"dependent_vms":["{{(string)other["id"]!}}"]}""");

        Assert.Equal(
            $$"""{"id":"{{(string)other["id"]!}}","name":"{{(string)other["name"]!}}","template":false,"inside_vapp":false,"status":"NOT_IN_PLAN","protection_group_name":"pg-other"}""",
            (await stage.Client.GetAsync($"{Vm(stage, Db)}/recovery-settings/dependent-vms")).List.Single()!.ToJsonString());
        Assert.Equal("SUCCESS", (string?)(await stage.EndAsync(await stage.Client.SendAsync("DELETE", $"{stage.Groups.Groups}/{(string)made["entity"]!}")))["status"]);
        Assert.Empty((await stage.Client.GetAsync($"{Vm(stage, Db)}/recovery-settings/dependent-vms")).List);
    }

    [Fact]
    public async Task Machines_that_need_each_other_are_found_and_refused()
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        await DoAsync(stage, "POST", Db, "/dependent-vms/actions/update", Needs(stage, Web));
        await DoAsync(stage, "POST", Web, "/dependent-vms/actions/update", Needs(stage, "vm-104"));

        Assert.Equal((true, null), await CheckAsync(stage, Web, Needs(stage, "vm-105")));
        Assert.Equal((true, null), await CheckAsync(stage, Web, """{"dependent_vms":null}"""));
        Assert.Equal((false, "CYCLE_DETECTED"), await CheckAsync(stage, "vm-104", Needs(stage, "vm-105", Db)));
        Assert.Equal((false, "CYCLE_DETECTED"), await CheckAsync(stage, Db, Needs(stage, Db)));
        Assert.Equal((false, "UNKNOWN"), await CheckAsync(stage, Db, Needs(stage, "vm-999")));
        SrmReply refused = await stage.Client.PostAsync($"{Vm(stage, "vm-104")}/recovery-settings/dependent-vms/actions/update", Needs(stage, Db));
        Assert.Equal((400, "dr.fault.InvalidArgument"), (refused.Status, refused.Code));
        Assert.Contains("'dependent_vms'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'web02'", refused.Message, StringComparison.Ordinal);
        foreach (string action in new[] { "update", "validate" })
        {
            refused = await stage.Client.PostAsync($"{Vm(stage, Db)}/recovery-settings/dependent-vms/actions/{action}", """{"dependent_vms":["VirtualMachine:vm-103:none"]}""");
            Assert.Equal((400, "dr.fault.InvalidArgument"), (refused.Status, refused.Code));
            Assert.Contains("'dependent_vms[0]'", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Machines_of_a_site_that_cannot_be_asked_are_not_checked()
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        using SrmClient peer = await stage.Groups.Stage.AtPeer().AsAsync();
        string there = stage.Path.Replace(stage.Groups.Stage.Here, stage.Groups.Stage.Peer, StringComparison.Ordinal);
        string path = $"{there}/vms/{stage.Groups.Vm(Db)}/recovery-settings/dependent-vms/actions/validate";

        Assert.Equal("NO_PERMISSION", (string?)(await peer.PostAsync(path, Needs(stage, Web)))["issue_type"]);
        await peer.WithRemoteAsync();
        Assert.True((bool)(await peer.PostAsync(path, Needs(stage, Web)))["valid"]!);
        await stage.Groups.Stage.CutAsync();
        Assert.Equal("UNKNOWN", (string?)(await peer.PostAsync(path, Needs(stage, Web)))["issue_type"]);
    }

    [Fact]
    public async Task Of_plans_that_share_a_group_the_one_that_was_run_last_manages_its_machines()
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        string other = $"{stage.Plans}/{await stage.CreateAsync("plan-2", stage.Groups.Id)}";
        Assert.Null((await stage.Client.GetAsync(Vm(stage, Db)))["managing_recovery_plan"]);

        await stage.RunAsync("test");
        await stage.RunAsync("cleanup");
        Assert.Equal("plan-1", (string?)(await stage.Client.GetAsync($"{other}/vms")).List[0]!["managing_recovery_plan"]);

        await stage.EndAsync(await stage.Client.PostAsync($"{other}/actions/test"));
        Assert.Equal("plan-2", (string?)(await stage.Client.GetAsync(Vm(stage, Db)))["managing_recovery_plan"]);
    }

    private static string Vm(PlanStage stage, string vm) => $"{stage.Path}/vms/{stage.Groups.Vm(vm)}";

    private static string Needs(PlanStage stage, params string[] machines) =>
        new JsonObject { ["dependent_vms"] = new JsonArray([.. machines.Select(m => JsonValue.Create(stage.Groups.Vm(m)))]) }.ToJsonString();

    private static async Task DoAsync(PlanStage stage, string method, string vm, string path, string body) =>
        Assert.Equal("SUCCESS", (string?)(await stage.EndAsync(await stage.Client.SendAsync(method, $"{Vm(stage, vm)}/recovery-settings{path}", body)))["status"]);

    private static async Task<(bool, string?)> CheckAsync(PlanStage stage, string vm, string body)
    {
        SrmReply reply = await stage.Client.PostAsync($"{Vm(stage, vm)}/recovery-settings/dependent-vms/actions/validate", body);
        Assert.Equal(200, reply.Status);
        return ((bool)reply["valid"]!, (string?)reply["issue_type"]);
    }

    private static async Task<string[]> StatusesAsync(PlanStage stage) =>
        [.. (await stage.Client.GetAsync($"{stage.Path}/vms")).List.Select(m => (string)m!["status"]!).Distinct()];
}
