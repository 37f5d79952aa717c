using System.Text.Json.Nodes;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>What owners add to the steps of their plans, and the prompts among it that runs wait at.</summary>
public sealed class CalloutTests
{
    [Fact]
    public async Task A_callout_is_added_before_a_position_changed_and_deleted()
    {
        await using RunStage stage = await RunStage.StartAsync();

        await stage.AddAsync("test", 3, "second");
        await stage.AddAsync("test", 3, "first", "RUN_ON_SRM_SERVER");
        await stage.AddAsync("test", 5, "third");
        await stage.AddAsync("test", 13, "last");
        JsonArray steps = await stage.StepsAsync("test");
        int id = (int)steps[3]!["id"]!;
        SrmReply callout = await stage.Client.GetAsync($"{stage.Path}/recovery-steps/test/{id}/callout-data");

        Assert.Equal(["first", "second", "third", "Create writable storage snapshot"], steps.Skip(3).Take(4).Select(Title));
        Assert.Equal("last", Title(steps[^1]));
        Assert.Equal(
        [
            """{"position_spec_index":0,"position_spec_position":"BEFORE_PREPARE_STORAGE"}""", """{"position_spec_index":1,"position_spec_position":"BEFORE_PREPARE_STORAGE"}""",
            """{"position_spec_index":2,"position_spec_position":"BEFORE_PREPARE_STORAGE"}""", """{"position_spec_index":0,"position_spec_position":"AT_END"}""",
        ], steps.Select(s => s!["plan_callout_position_spec"]?.ToJsonString()).OfType<string>());
        Assert.Equal(
            $$"""{"name":"first","content":"Do first","callout_type":"RUN_ON_SRM_SERVER","timeout_seconds":300,"step_type":"RECOVERY_STEP","id":"{{(string?)callout["id"]}}"}""",
            GroupStage.WithoutMeta(callout));
        Assert.Equal(14, (await stage.StepsAsync("recovery")).Count);

        await stage.DoAsync("POST", $"{stage.Path}/recovery-steps/test/{id}/callout-data/actions/edit", """{"name":"changed","content":"y","callout_type":"PROMPT","timeout_seconds":0}""");
        SrmReply changed = await stage.Client.GetAsync($"{stage.Path}/recovery-steps/test/{id}/callout-data");
        Assert.Equal(("changed", "y", "PROMPT", 0), ((string?)changed["name"], (string?)changed["content"], (string?)changed["callout_type"], (int)changed["timeout_seconds"]!));
        Assert.Equal((string?)callout["id"], (string?)changed["id"]);

        SrmReply deleted = await stage.DoAsync("DELETE", $"{stage.Path}/recovery-steps/test/{id}");
        Assert.Equal(("Reconfigure recovery plan", stage.Id), ((string?)deleted["description"], (string?)deleted["entity"]));
        Assert.Equal(["second", "third"], (await stage.StepsAsync("test")).Skip(3).Take(2).Select(Title));
    }

    [Theory]
    [InlineData("""{"content":"x","callout_type":"PROMPT","timeout_seconds":0,"position":0}""", "'name'")]
    [InlineData("""{"name":"x","callout_type":"PROMPT","timeout_seconds":0,"position":0}""", "'content'")]
    [InlineData("""{"name":"x","content":"x","timeout_seconds":0,"position":0}""", "'callout_type'")]
    [InlineData("""{"name":"x","content":"x","callout_type":"WAIT","timeout_seconds":0,"position":0}""", "'callout_type'")]
    [InlineData("""{"name":"x","content":"x","callout_type":"PROMPT","position":0}""", "'timeout_seconds'")]
    [InlineData("""{"name":"x","content":"x","callout_type":"PROMPT","timeout_seconds":-1,"position":0}""", "'timeout_seconds'")]
    [InlineData("""{"name":"x","content":"x","callout_type":"PROMPT","timeout_seconds":60000,"position":0}""", "'timeout_seconds'")]
    [InlineData("""{"name":"x","content":"x","callout_type":"PROMPT","timeout_seconds":59999}""", "'position'")]
    [InlineData("""{"name":"x","content":"x","callout_type":"PROMPT","timeout_seconds":59999,"position":-1}""", "'position'")]
    [InlineData("""{"name":"x","content":"x","callout_type":"PROMPT","timeout_seconds":59999,"position":11}""", "'position'")]
    public async Task A_callout_that_cannot_be_is_refused(string body, string member)
    {
        await using RunStage stage = await RunStage.StartAsync();

        SrmReply reply = await stage.Client.PostAsync($"{stage.Path}/recovery-steps/test", body);

        Assert.Equal((400, "dr.fault.InvalidArgument"), (reply.Status, reply.Code));
        Assert.Contains(member, reply.Message, StringComparison.Ordinal);
        Assert.Equal(10, (await stage.StepsAsync("test")).Count);
    }

    [Fact]
    public async Task Nothing_is_added_to_a_cleanup_or_while_the_plan_cannot_be_changed()
    {
        await using RunStage stage = await RunStage.StartAsync();
        const string body = """{"name":"x","content":"x","callout_type":"PROMPT","timeout_seconds":59999,"position":0}""";
        await stage.AddAsync("test", 0, "command", "RUN_ON_SRM_SERVER");
        await stage.RunAsync("test");

        SrmReply cleanup = await stage.Client.PostAsync($"{stage.Path}/recovery-steps/cleanup", body);
        SrmReply test = await stage.Client.PostAsync($"{stage.Path}/recovery-steps/test", body);
        SrmReply delete = await stage.Client.SendAsync("DELETE", $"{stage.Path}/recovery-steps/test/0");

        Assert.Equal((400, "dr.fault.InvalidArgument"), (cleanup.Status, cleanup.Code));
        Assert.Equal((500, "dr.fault.InvalidState"), (test.Status, test.Code));
        Assert.Equal((500, "dr.fault.InvalidState"), (delete.Status, delete.Code));
    }

    [Fact]
    public async Task A_prompt_holds_a_run_until_somebody_dismisses_it()
    {
        await using RunStage stage = await RunStage.StartAsync(GroupStage.Slow);
        await stage.AddAsync("test", 3, "ask");
        string prompts = $"{stage.Path}/recovery-steps/user-prompts";
        Assert.Empty((await stage.Client.GetAsync(prompts)).List);
        SrmReply task = await stage.BeginAsync("POST", $"{stage.Path}/actions/test");
        await stage.Stage.AdvanceAsync("1h");

        JsonNode prompt = Assert.Single((await stage.Client.GetAsync(prompts)).List)!;
        string id = (string)prompt["id"]!;

        Assert.Equal("WAITING_FOR_USER_INPUT", await stage.StatusAsync());
        Assert.Equal("RUNNING", (string?)(await stage.StepsAsync("test"))[3]!["status"]);
        Assert.Equal(
            $$"""{"id":"{{id}}","raised_time":{{(long)(await stage.StepsAsync("test"))[3]!["start_time"]!}},"description":"ask","callout_id":"{{id}}","prompt_text":"Do ask"}""",
            prompt.ToJsonString());
        Assert.Equal(prompt.ToJsonString(), GroupStage.WithoutMeta(await stage.Client.GetAsync($"{prompts}/{id}")));
        Assert.Equal(404, (await stage.Client.PostAsync($"{prompts}/none/actions/dismiss-prompt")).Status);

        Assert.Equal(204, (await stage.Client.PostAsync($"{prompts}/{id}/actions/dismiss-prompt")).Status);
        Assert.Equal("TEST_IN_PROGRESS", await stage.StatusAsync());
        Assert.Equal(404, (await stage.Client.PostAsync($"{prompts}/{id}/actions/dismiss-prompt")).Status);
        Assert.Equal(404, (await stage.Client.GetAsync($"{prompts}/{id}")).Status);
        Assert.Equal("SUCCESS", (string?)(await stage.EndAsync(task))["status"]);
        Assert.Equal("SUCCESS", (string?)(await stage.StepsAsync("test"))[3]!["status"]);
    }

    [Fact]
    public async Task A_run_that_waits_at_a_prompt_is_cancelled_at_once()
    {
        await using RunStage stage = await RunStage.StartAsync();
        await stage.AddAsync("recovery", 10, "ask");
        SrmReply task = await stage.BeginAsync("POST", $"{stage.Path}/actions/recovery", """{"planned_failover":true}""");
        Assert.Equal("WAITING_FOR_USER_INPUT", await stage.StatusAsync());

        SrmReply cancelled = await stage.Client.PostAsync($"{stage.Path}/actions/cancel");

        JsonArray steps = await stage.StepsAsync("recovery");
        Assert.Equal(204, cancelled.Status);
        Assert.Equal("CANCELLED", (string?)(await stage.Client.GetAsync($"/tasks/{(string)task["id"]!}"))["status"]);
        Assert.Equal("INCOMPLETE_RECOVERY", await stage.StatusAsync());
        Assert.All(steps.Skip(10), s => Assert.Equal(("CANCELLED", 0), ((string?)s!["status"], (int)s["progress"]!)));
        Assert.Empty((await stage.Client.GetAsync($"{stage.Path}/recovery-steps/user-prompts")).List);
    }

    [Fact]
    public async Task A_viewer_looks_at_prompts_and_may_not_dismiss_them()
    {
        await using RunStage stage = await RunStage.StartAsync();
        await stage.AddAsync("test", 0, "ask");
        await stage.BeginAsync("POST", $"{stage.Path}/actions/test");
        using SrmClient viewer = await stage.Stage.Stage.Other().AsAsync("viewer@sim.local");
        await viewer.WithRemoteAsync("viewer@sim.local");

        SrmReply prompts = await viewer.GetAsync($"{stage.Path}/recovery-steps/user-prompts");
        SrmReply refused = await viewer.PostAsync($"{stage.Path}/recovery-steps/user-prompts/{(string)prompts.List[0]!["id"]!}/actions/dismiss-prompt");

        Assert.Equal((403, "dr.fault.NoPermission"), (refused.Status, refused.Code));
    }

    private static string? Title(JsonNode? step) => (string?)step!["title"];
}
