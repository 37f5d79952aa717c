using VasaSim.Core.Lab;
using VasaSim.Lab;
using VasaSim.Server.Hosting;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>Runs of recovery plans over REST.</summary>
public sealed class PlanRunTests
{
    private const string InvalidState = "dr.fault.InvalidState";

    [Fact]
    public async Task A_plan_is_tested_cleaned_up_run_and_reprotected()
    {
        await using PlanStage stage = await PlanStage.StartAsync(GroupStage.Slow);

        Assert.Equal("TEST_COMPLETE", await EndedAsync(stage, "test", """{"sync_data":true}""", "TEST_IN_PROGRESS"));
        Assert.Equal("READY_STATE", await EndedAsync(stage, "cleanup", "{}", "CLEANUP_IN_PROGRESS"));
        Assert.Equal("RECOVERY_COMPLETE", await EndedAsync(stage, "recovery", """{"planned_failover":true,"sync_data":true,"migrate_eligible_vms":false}""", "RECOVERY_IN_PROGRESS"));
        Assert.Equal("READY_STATE", await EndedAsync(stage, "reprotect", """{"forced":false}""", "REPROTECT_IN_PROGRESS"));

        SrmReply plan = await stage.Client.GetAsync(stage.Path);
        Assert.Equal(("B", "A", stage.Groups.VcenterPeer), ((string?)plan["protected_site_name"], (string?)plan["recovery_site_name"], (string?)plan["protected_vc_guid"]));
        Assert.Equal("B", (string?)(await stage.Client.GetAsync(stage.Groups.Path))["protected_site_name"]);
        Assert.Equal(
            ["Create recovery plan", "Test recovery plan", "Clean up recovery plan", "Run recovery plan", "Reprotect recovery plan"],
            (await stage.Client.GetAsync("/tasks")).List.Select(t => (string?)t!["description"]));
    }

    // The bodies may be left out, and that of cancel may be there.
    [Fact]
    public async Task A_test_that_is_cancelled_ends_with_the_step_it_is_at()
    {
        await using PlanStage stage = await PlanStage.StartAsync(GroupStage.Slow);
        SrmReply run = await stage.ActAsync("test");
        await stage.Groups.AdvanceAsync("1s");

        Assert.Equal(204, (await stage.ActAsync("cancel", "{}")).Status);

        Assert.Equal("CANCEL_IN_PROGRESS", await stage.StateAsync());
        Assert.Equal(InvalidState, (await stage.ActAsync("cancel")).Code);
        SrmReply task = await stage.EndAsync(run);
        Assert.Equal(("CANCELLED", 100, "dr.fault.Cancelled"), ((string?)task["status"], (int)task["progress"]!, (string?)task["error"]!["details"]));
        Assert.Contains(await stage.StateAsync(), new[] { "TEST_COMPLETE", "READY_STATE" });
    }

    [Fact]
    public async Task What_the_state_does_not_allow_is_refused_and_says_what_it_does()
    {
        await using PlanStage stage = await PlanStage.StartAsync();

        foreach (string action in new[] { "cleanup", "reprotect", "cancel" })
        {
            SrmReply refused = await stage.ActAsync(action);
            Assert.Equal((500, InvalidState), (refused.Status, refused.Code));
            Assert.Contains("READY_STATE", refused.Message, StringComparison.Ordinal);
            Assert.Contains("Test, Recover", refused.Message, StringComparison.Ordinal);
        }

        await stage.RunAsync("test");
        Assert.Equal(InvalidState, (await stage.ActAsync("test")).Code);
        Assert.Equal(InvalidState, (await stage.ActAsync("recovery")).Code);
        Assert.Equal(InvalidState, (await stage.ActAsync("reconfigure", "{}")).Code);
        Assert.Equal(InvalidState, (await stage.Client.SendAsync("DELETE", stage.Path)).Code);
        Assert.Equal(404, (await stage.Client.PostAsync($"{stage.Plans}/none/actions/test")).Status);
    }

    [Fact]
    public async Task While_one_plan_holds_a_group_another_one_cannot()
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        string other = await stage.CreateAsync("plan-2", stage.Groups.Id);
        await stage.RunAsync("test");

        Assert.Equal("PROTECTION_GROUPS_IN_USE", (string?)(await stage.Client.GetAsync($"{stage.Plans}/{other}"))["status"]);
        Assert.Equal(InvalidState, (await stage.Client.PostAsync($"{stage.Plans}/{other}/actions/test")).Code);
        await stage.RunAsync("cleanup");
        Assert.Equal("READY_STATE", (string?)(await stage.Client.GetAsync($"{stage.Plans}/{other}"))["status"]);
    }

    [Fact]
    public async Task A_run_that_fails_is_a_task_in_error_and_an_issue_of_the_plan()
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        await stage.Groups.Stage.ControlAsync(HttpMethod.Patch, "providers/vasaProvider-3", """{"busy":true}""");

        SrmReply task = await stage.RunAsync("recovery", """{"planned_failover":true}""");

        Assert.Equal(("ERROR", 100, "dr.fault.ReplicationFailed"), ((string?)task["status"], (int)task["progress"]!, (string?)task["error"]!["details"]));
        Assert.Contains("ProviderBusy", (string?)task["error"]!["message"], StringComparison.Ordinal);
        await stage.Groups.Stage.ControlAsync(HttpMethod.Patch, "providers/vasaProvider-3", """{"busy":false}""");
        Assert.Equal("READY_STATE", await stage.StateAsync());
    }

    [Fact]
    public async Task Disaster_is_recovered_from_at_the_other_site_and_made_good_afterwards()
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        using SrmClient peer = await stage.Groups.Stage.AtPeer().AsAsync();
        string there = stage.Path.Replace(stage.Groups.Stage.Here, stage.Groups.Stage.Peer, StringComparison.Ordinal);
        Assert.Equal("dr.fault.RemoteSiteNotAuthenticated", (await peer.PostAsync($"{there}/actions/recovery")).Code);

        await stage.Groups.Stage.CutAsync();

        Assert.Equal("dr.fault.RemoteSiteNotReachable", (await stage.ActAsync("recovery")).Code);
        Assert.Equal(202, (await peer.PostAsync($"{there}/actions/recovery", """{"planned_failover":false}""")).Status);
        Assert.Equal("DISASTER_RECOVERY_COMPLETE", (string?)(await peer.GetAsync(there))["status"]);
        Assert.Equal("RECOVERY_STARTED", await stage.StateAsync());
        Assert.Equal("RECOVERY_PLAN", (string?)(await peer.GetAsync($"{there}/issues")).List[0]!["issue_type"]);

        await stage.Groups.Stage.SetLinkAsync("fd-a1", "fd-b1", true);
        Assert.Equal("RECOVERY_SPLIT_BRAIN", await stage.StateAsync());
        await stage.RunAsync("recovery");
        Assert.Equal("RECOVERY_COMPLETE", await stage.StateAsync());
    }

    [Fact]
    public async Task A_plan_runs_with_the_replications_of_single_machines()
    {
        await using PlanStage stage = await PlanStage.StartAsync(GroupStage.OtherLab("vms: [vm-101]"));

        Assert.Equal("SUCCESS", (string?)(await stage.RunAsync("test", """{"sync_data":true}"""))["status"]);
        Assert.Equal(("TEST_COMPLETE", "TEST_SUCCEEDED", "OK"), await TellAsync(stage));
        await stage.RunAsync("cleanup");
        Assert.Equal(("READY_STATE", "READY_TO_RECOVER", "OK"), await TellAsync(stage));
        await stage.RunAsync("recovery", """{"planned_failover":true}""");
        Assert.Equal(("RECOVERY_COMPLETE", "RECOVERY_SUCCEEDED", "RECOVERED"), await TellAsync(stage));
        SrmReply reprotected = await stage.RunAsync("reprotect");
        Assert.True(reprotected["error"] is null, reprotected.Body!.ToJsonString());
        Assert.Equal("READY_STATE", await stage.StateAsync());
        Assert.Equal("B", (string?)(await stage.Client.GetAsync(stage.Path))["protected_site_name"]);

        static async Task<(string?, string?, string?)> TellAsync(PlanStage stage) => (
            await stage.StateAsync(),
            (string?)(await stage.Client.GetAsync($"{stage.Path}/vms")).List.Single()!["status"],
            (string?)(await stage.Client.GetAsync($"{stage.Client.Pairing}/vcenters/{stage.Groups.Stage.VcenterHere}/replicated-vms")).List.Single()!["replication_status"]);
    }

    [Fact]
    public async Task A_plan_over_datastores_runs_on_time_alone()
    {
        await using PlanStage stage = await PlanStage.StartAsync(GroupStage.OtherLab("datastores: [ds-a]"));

        await stage.RunAsync("test");
        Assert.Equal("TEST_COMPLETE", await stage.StateAsync());
        await stage.RunAsync("cleanup");
        await stage.RunAsync("recovery", """{"planned_failover":true}""");
        Assert.Equal("RECOVERY_COMPLETE", await stage.StateAsync());
        SrmReply task = await stage.RunAsync("reprotect");
        Assert.Equal(("ERROR", "dr.fault.NotReversed"), ((string?)task["status"], (string?)task["error"]!["details"]));
        Assert.Equal("INCOMPLETE_REPROTECT", await stage.StateAsync());
    }

    [Fact]
    public async Task The_protected_site_is_left_alone_only_where_the_advanced_setting_says_so()
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        await using PlanStage forcing = await PlanStage.StartAsync(With(new RecoveryKnobs { ForceRecovery = true }));
        const string Forced = """{"skip_protection_site_operations":true}""";

        SrmReply refused = await stage.ActAsync("recovery", Forced);

        Assert.Equal((400, "dr.fault.InvalidArgument"), (refused.Status, refused.Code));
        Assert.Contains("recovery.forceRecovery", refused.Message, StringComparison.Ordinal);
        Assert.Equal("SUCCESS", (string?)(await forcing.RunAsync("recovery", Forced))["status"]);
        Assert.Equal("RECOVERY_SPLIT_BRAIN", await forcing.StateAsync());
    }

    [Fact]
    public async Task A_login_at_one_site_is_enough_where_the_lab_says_so()
    {
        await using PlanStage stage = await PlanStage.StartAsync(With(new RecoveryKnobs { RunWithoutRemoteSession = true }));
        using SrmClient here = await stage.Groups.Stage.Other().AsAsync();

        Assert.Equal(202, (await here.PostAsync($"{stage.Path}/actions/test")).Status);
        Assert.Equal("dr.fault.RemoteSiteNotAuthenticated", (await here.PostAsync($"{stage.Path}/actions/reprotect")).Code);
    }

    private static Func<SimulatorOptions, SimulatorOptions> With(RecoveryKnobs knobs) => options => options with
    {
        Workspace = options.Workspace with { Lab = KnownLabs.TwoSites with { Knobs = KnownLabs.TwoSites.Knobs with { Recovery = knobs } } },
    };

    private static async Task<string> EndedAsync(PlanStage stage, string action, string body, string meanwhile)
    {
        SrmReply begun = await stage.ActAsync(action, body);
        Assert.Equal(202, begun.Status);
        await stage.Groups.AdvanceAsync("1s");
        SrmReply half = await stage.Client.GetAsync($"/tasks/{(string)begun["id"]!}");
        SrmReply running = await stage.Client.GetAsync(stage.Path);
        Assert.Equal(("RUNNING", meanwhile, true), ((string?)half["status"], (string?)running["status"], (bool)running["is_running"]!));
        Assert.InRange((int)half["progress"]!, 1, 99);
        Assert.Equal((int)half["progress"]!, (int)running["progress"]!);
        SrmReply ended = await stage.EndAsync(begun);
        Assert.Equal(("SUCCESS", 100), ((string?)ended["status"], (int)ended["progress"]!));
        SrmReply plan = await stage.Client.GetAsync(stage.Path);
        Assert.Equal((false, 100), ((bool)plan["is_running"]!, (int)plan["progress"]!));
        return (string)plan["status"]!;
    }
}
