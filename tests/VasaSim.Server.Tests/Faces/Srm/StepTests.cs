using System.Text.Json.Nodes;
using VasaSim.Core.Recovery.Plans.Model;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>The steps of recovery plans, before a run, in it and after it.</summary>
public sealed class StepTests
{
    [Fact]
    public async Task The_steps_of_a_plan_are_told_before_it_runs()
    {
        await using RunStage stage = await RunStage.StartAsync();

        JsonArray test = await stage.StepsAsync("test");
        JsonArray recovery = await stage.StepsAsync("recovery");

        Assert.Equal(
        [
            "Synchronize storage", "Restore recovery site hosts from standby", "Suspend non-critical VMs at recovery site", "Create writable storage snapshot",
            "Configure test networks", "Power on priority 1 VMs", "Power on priority 2 VMs", "Power on priority 3 VMs", "Power on priority 4 VMs", "Power on priority 5 VMs",
        ], Titles(test));
        Assert.Equal(
        [
            "Pre-synchronize storage", "Shut down VMs at protected site", "Resume VMs suspended by previous recovery", "Restore recovery site hosts from standby",
            "Prepare protected site VMs for migration", "Synchronize storage",
        ], Titles(recovery).Take(6));
        Assert.Equal(
            """{"id":0,"step_number":"1","title":"Synchronize storage","depth":0,"child_count":1,"expanded":false,"status":"INACTIVE","progress":0,"finish_time":null,"errors":null,"warnings":null}""",
            test[0]!.ToJsonString());
    }

    [Fact]
    public async Task Steps_that_are_expanded_have_their_groups_and_machines_behind_them()
    {
        await using RunStage stage = await RunStage.StartAsync();
        JsonArray plain = await stage.StepsAsync("test");
        int power = (int)plain[7]!["id"]!;

        JsonArray steps = await stage.StepsAsync("test", $"['0','{power}']");
        SrmReply alone = await stage.Client.GetAsync($"{stage.Path}/recovery-steps/test/{power + 1}");

        Assert.Equal(plain.Count + 1 + 5, steps.Count);
        Assert.Equal(["1", "1.1", "2"], steps.Take(3).Select(s => (string?)s!["step_number"]));
        Assert.Equal(("pg-gold", stage.Stage.Id, 1, 1), Named(steps[1]!));
        JsonNode machine = steps.Single(s => (int)s!["id"]! == power + 1)!;
        Assert.Equal(("db01", stage.Stage.Vm("vm-101"), power + 1, 1), Named(machine));
        Assert.Equal("8.1", (string?)machine["step_number"]);
        Assert.Equal(machine.ToJsonString(), GroupStage.WithoutMeta(alone));
        Assert.Equal((true, 5), ((bool)steps.Single(s => (int)s!["id"]! == power)!["expanded"]!, (int)steps.Single(s => (int)s!["id"]! == power)!["child_count"]!));
        Assert.False((bool)steps[2]!["expanded"]!);
        Assert.Equal(plain.Select(s => (int)s!["id"]!), steps.Where(s => (int)s!["depth"]! == 0).Select(s => (int)s!["id"]!));
    }

    [Theory]
    [InlineData("GET", "recovery-steps/failover", 400, "dr.fault.InvalidArgument", "view_mode")]
    [InlineData("GET", "recovery-steps/test?expanded_step_ids=1,x", 400, "dr.fault.InvalidArgument", "expanded_step_ids")]
    [InlineData("GET", "recovery-steps/cleanup", 500, "dr.fault.InvalidState", "READY_STATE")]
    [InlineData("GET", "recovery-steps/reprotect/0", 500, "dr.fault.InvalidState", "READY_STATE")]
    [InlineData("GET", "recovery-steps/test/0/callout-data", 400, "dr.fault.InvalidArgument", "no callout")]
    [InlineData("DELETE", "recovery-steps/test/0", 400, "dr.fault.InvalidArgument", "no callout")]
    [InlineData("GET", "recovery-steps/test/99", 404, null, null)]
    [InlineData("GET", "recovery-steps/test/x", 404, null, null)]
    [InlineData("DELETE", "recovery-steps/test/-1", 404, null, null)]
    [InlineData("GET", "recovery-steps/user-prompts/none", 404, null, null)]
    public async Task What_is_not_there_is_refused(string method, string path, int status, string? code, string? word)
    {
        await using RunStage stage = await RunStage.StartAsync();

        SrmReply reply = await stage.Client.SendAsync(method, $"{stage.Path}/{path}");

        Assert.Equal((status, code), (reply.Status, reply.Body is null ? null : reply.Code));
        Assert.Contains(word ?? "", reply.Body is null ? "" : reply.Message, StringComparison.Ordinal);
        Assert.Equal(404, (await stage.Client.SendAsync(method, $"{stage.Management}/plans/none/{path}")).Status);
    }

    [Fact]
    public async Task Steps_tell_how_far_a_test_is_and_was()
    {
        await using RunStage stage = await RunStage.StartAsync(GroupStage.Slow);
        SrmReply task = await stage.BeginAsync("POST", $"{stage.Path}/actions/test", """{"sync_data":false}""");
        long start = (long)task["queued_time"]!;
        await stage.Stage.AdvanceAsync("500ms");

        JsonArray begun = await stage.StepsAsync("test");
        SrmReply other = await stage.Client.GetAsync($"{stage.Path}/recovery-steps/recovery");
        await stage.Stage.AdvanceAsync("600ms");
        JsonArray storage = await stage.StepsAsync("test");
        await stage.EndAsync(task);
        JsonArray ended = await stage.StepsAsync("test", string.Join(',', storage.Select(s => (int)s!["id"]!)));
        JsonArray cleanup = await stage.StepsAsync("cleanup");

        Assert.Equal(["SKIPPED 100", "RUNNING 50", "INACTIVE 0", "INACTIVE 0"], begun.Take(4).Select(Progress));
        Assert.Equal(start, (long)begun[1]!["start_time"]!);
        Assert.Equal((500, "dr.fault.InvalidState"), (other.Status, other.Code));
        Assert.Equal(["SKIPPED", "SUCCESS", "SKIPPED", "RUNNING", "INACTIVE"], storage.Take(5).Select(Status));
        Assert.InRange((int)storage[3]!["progress"]!, 1, 99);
        Assert.Equal(start + 1000, (long)storage[1]!["finish_time"]!);
        Assert.All(ended, s => Assert.Contains(Status(s), (string?[])["SUCCESS", "SKIPPED"]));
        Assert.Equal("SUCCESS 100", Progress(ended.Single(s => (string?)s!["title"] == "db01")));
        Assert.Equal(["Power off test VMs", "Resume non-critical VMs at recovery site", "Discard test data and reset storage"], Titles(cleanup));
        await stage.RunAsync("cleanup");
        Assert.All(await stage.StepsAsync("test"), s => Assert.Equal("INACTIVE", Status(s)));
        Assert.Equal(["SUCCESS", "SKIPPED", "SUCCESS"], (await stage.StepsAsync("cleanup")).Select(Status));
    }

    [Fact]
    public async Task What_went_wrong_with_a_group_is_told_at_its_step_and_part()
    {
        await using RunStage stage = await RunStage.StartAsync();
        await stage.Stage.Stage.SetLinkAsync("fd-a1", "fd-b1", false);

        await stage.RunAsync("test", """{"sync_data":true}""", "ERROR");
        JsonArray steps = await stage.StepsAsync("test", "0");

        Assert.Equal("TEST_COMPLETE", await stage.StatusAsync());
        Assert.Equal(["ERROR", "ERROR", "CANCELLED"], steps.Take(3).Select(Status));
        Assert.All(steps.Take(2), s => Assert.Equal(
            ["fd-b1/rg-01-t: PeerNotReachable.", "fd-b1/rg-02-t: PeerNotReachable."], s!["errors"]!.AsArray().Select(e => (string?)e)));
        Assert.Null(steps[0]!["warnings"]);
    }

    [Fact]
    public async Task The_step_at_which_a_run_was_interrupted_does_not_run_any_more()
    {
        await using RunStage stage = await RunStage.StartAsync();
        await stage.RunAsync("test");
        await stage.Stage.ChangeAsync(w =>
        {
            RecoveryPlan plan = w.Recovery.Plans.Single(p => p.Name == "plan-1");
            PlanStep[] steps = [.. plan.Run!.Steps.Select(s => s.Kind == StepKind.RecoverPriority3 ? s with { Status = StepStatus.Running } : s)];
            w.Put(plan with { Run = plan.Run with { Ended = null, Result = null, Steps = steps } });
        });

        JsonNode step = (await stage.StepsAsync("test")).Single(s => (string?)s!["title"] == "Power on priority 3 VMs")!;

        Assert.Equal("TEST_INTERRUPTED", await stage.StatusAsync());
        Assert.Equal("CANCELLED 0", Progress(step));
        Assert.Equal(200, (await stage.Client.GetAsync($"{stage.Path}/recovery-steps/cleanup")).Status);
    }

    [Fact]
    public async Task A_reprotect_leaves_its_steps_with_the_machines_of_before()
    {
        await using RunStage stage = await RunStage.StartAsync();
        await stage.RunAsync("recovery", """{"planned_failover":true}""");
        JsonArray recovery = await stage.StepsAsync("recovery");
        JsonArray waiting = await stage.StepsAsync("reprotect", "0,2");
        await stage.RunAsync("reprotect");

        JsonArray done = await stage.StepsAsync("reprotect", "0,2");

        Assert.Equal("SUCCESS", Status(recovery.Single(s => (string?)s!["title"] == "Power on priority 3 VMs")));
        Assert.Equal(Titles(waiting), Titles(done));
        Assert.Equal(waiting.Select(s => (string?)s!["referred_object"]), done.Select(s => (string?)s!["referred_object"]));
        Assert.All(done, s => Assert.Equal("SUCCESS", Status(s)));
        Assert.Equal("READY_STATE", await stage.StatusAsync());
        Assert.All(await stage.StepsAsync("recovery"), s => Assert.Equal("INACTIVE", Status(s)));
    }

    [Fact]
    public async Task A_callout_of_a_machine_is_a_step_with_its_place()
    {
        await using RunStage stage = await RunStage.StartAsync();
        await stage.Stage.ChangeAsync(w => w.Put(w.Recovery.Plans.Single(p => p.Name == "plan-1") with
        {
            Machines =
            [
                new MachineRecovery
                {
                    Machine = "vm-101",
                    Before = [new PlanCallout { Id = "b0", Name = "before", Content = "x", Kind = CalloutKind.RunOnMachine }],
                    After = [.. new[] { "a0", "a1" }.Select(id => new PlanCallout { Id = id, Name = id, Content = "x", Kind = CalloutKind.RunOnMachine, Timeout = TimeSpan.FromSeconds(9) })],
                },
            ],
        }));

        JsonArray steps = await stage.StepsAsync("test");
        JsonNode after = steps.Single(s => (string?)s!["title"] == "a1")!;
        SrmReply callout = await stage.Client.GetAsync($"{stage.Path}/recovery-steps/test/{(int)after["id"]!}/callout-data");

        Assert.Equal(["before", "Power on priority 3 VMs", "a0", "a1"], Titles(steps).Skip(7).Take(4));
        Assert.Equal($$"""{"vm_id":"{{stage.Stage.Vm("vm-101")}}","pre_power_on":false,"index":1}""", after["vm_callout_position_spec"]!.ToJsonString());
        Assert.Equal(
            """{"name":"a1","content":"x","callout_type":"RUN_ON_VM","timeout_seconds":9,"step_type":"POST_POWER_ON","id":"a1"}""", GroupStage.WithoutMeta(callout));
        await stage.DoAsync("DELETE", $"{stage.Path}/recovery-steps/test/{(int)steps[7]!["id"]!}");
        Assert.Equal(["Power on priority 3 VMs", "a0", "a1"], Titles(await stage.StepsAsync("test")).Skip(7).Take(3));
    }

    private static IEnumerable<string?> Titles(JsonArray steps) => steps.Select(s => (string?)s!["title"]);

    private static string? Status(JsonNode? step) => (string?)step!["status"];

    private static string Progress(JsonNode? step) => $"{Status(step)} {(int)step!["progress"]!}";

    private static (string?, string?, int, int) Named(JsonNode step) =>
        ((string?)step["title"], (string?)step["referred_object"], (int)step["id"]!, (int)step["depth"]!);
}
