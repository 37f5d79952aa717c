using System.Net;
using System.Text.Json.Nodes;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Control;

/// <summary>What a tester orders of a task, and what the client sees of it.</summary>
public sealed class TaskTests
{
    [Fact]
    public async Task A_task_is_shown_with_all_that_is_known_of_it()
    {
        await using TaskStage stage = await TaskStage.StartAsync();
        await stage.AdvanceAsync("500ms");

        JsonObject task = await stage.ShowAsync();

        Assert.True(JsonNode.DeepEquals(task, JsonNode.Parse("""
            {
              "id": "smsTask-1", "operation": "SyncReplicationGroup_Task", "provider": "vasaProvider-3", "groups": ["fd-b1/rg-01-t"],
              "state": "running", "progress": 50, "created": "2025-01-15T12:00:00.000Z", "started": "2025-01-15T12:00:00.000Z",
              "due": "2025-01-15T12:00:01.000Z", "held": false, "polls": null, "forgotten": false, "error": null
            }
            """)), task.ToString());
        Assert.Equal(["smsTask-1"], (await stage.SendAsync(HttpMethod.Get, "tasks"))["tasks"]!.AsArray().Select(t => (string?)t!["id"]));
    }

    [Fact]
    public async Task It_is_held_at_a_percentage_and_released()
    {
        await using TaskStage stage = await TaskStage.StartAsync();

        JsonObject ordered = await stage.OrderAsync("hold", """{"at":40}""");
        Assert.Equal((false, null), ((bool)ordered["held"]!, ordered["due"]));
        await stage.AdvanceAsync("1h");
        Assert.True((bool)(await stage.ShowAsync())["held"]!);
        Assert.Equal(("running", 40, null), await SeenAsync(stage));

        Assert.Equal("2025-01-15T13:00:00.600Z", (string?)(await stage.OrderAsync("release"))["due"]);
        await stage.AdvanceAsync("600ms");
        Assert.Equal(("success", null, null), await SeenAsync(stage));
        Assert.Equal("2025-01-15T13:00:00.600Z", (string?)(await stage.ShowAsync())["due"]);
    }

    [Fact]
    public async Task It_is_held_where_it_stands_for_a_while()
    {
        await using TaskStage stage = await TaskStage.StartAsync();
        await stage.AdvanceAsync("250ms");

        JsonObject held = await stage.OrderAsync("hold", """{"for":"5m"}""");

        Assert.Equal((true, 25, "2025-01-15T12:05:01.000Z"), ((bool)held["held"]!, (int)held["progress"]!, (string?)held["due"]));
    }

    [Fact]
    public async Task It_is_moved_slowed_and_completed()
    {
        await using TaskStage stage = await TaskStage.StartAsync();

        Assert.Equal((60, true), ((int)(await stage.OrderAsync("step", """{"to":60}"""))["progress"]!, (bool)(await stage.ShowAsync())["held"]!));
        await stage.OrderAsync("slow", """{"factor":3}""");
        Assert.Equal("2025-01-15T12:00:01.200Z", (string?)(await stage.OrderAsync("release"))["due"]);
        Assert.Equal("success", (string?)(await stage.OrderAsync("complete"))["state"]);

        SmsTaskInfo info = await stage.InfoAsync();
        Assert.Equal(Simulator.StartTime, info.CompletionTime);
        Assert.IsType<SyncReplicationGroupSuccessResult>(Assert.Single(((Vmodl.VmodlArray)info.Result!).Items));
    }

    [Fact]
    public async Task It_fails_with_the_fault_that_was_asked_for()
    {
        await using TaskStage stage = await TaskStage.StartAsync();

        JsonObject failed = await stage.OrderAsync("fail", """{"fault":{"type":"TooMany","maxBatchSize":4,"message":"Four at most."}}""");

        Assert.Equal(("error", "TooMany", "Four at most."), ((string?)failed["state"], (string?)failed["error"]!["type"], (string?)failed["error"]!["message"]));
        LocalizedMethodFault error = (await stage.InfoAsync()).Error!;
        Assert.Equal((4, "Four at most."), (Assert.IsType<TooMany>(error.Fault).MaxBatchSize, error.LocalizedMessage));
    }

    [Fact]
    public async Task It_fails_on_the_way()
    {
        await using TaskStage stage = await TaskStage.StartAsync();

        Assert.Equal("2025-01-15T12:00:00.700Z", (string?)(await stage.OrderAsync("fail", """{"fault":"ProviderBusy","at":70}"""))["due"]);
        await stage.AdvanceAsync("699ms");
        Assert.Equal(("running", 69, null), await SeenAsync(stage));
        await stage.AdvanceAsync("1ms");
        Assert.Equal(("error", null, "ProviderBusy"), await SeenAsync(stage));
    }

    [Fact]
    public async Task A_forgotten_task_is_gone_for_clients_only()
    {
        await using TaskStage stage = await TaskStage.StartAsync();

        await stage.OrderAsync("forget");

        await stage.Client.Soap.FaultAsync<ManagedObjectNotFound>(TaskStage.Task, new QuerySmsTaskInfoRequest());
        await stage.Client.Soap.FaultAsync<ManagedObjectNotFound>(TaskStage.Task, new QuerySmsTaskResultRequest());
        await stage.AdvanceAsync("1s");
        JsonObject task = await stage.ShowAsync();
        Assert.Equal((true, "success"), ((bool)task["forgotten"]!, (string?)task["state"]));
    }

    [Fact]
    public async Task Both_methods_that_ask_for_a_task_count()
    {
        await using TaskStage stage = await TaskStage.StartAsync();
        await stage.WithTaskAsync(static (world, task) => Core.Tasks.TaskControl.FinishAfterPolls(world, task, 3));

        Assert.Equal((3, null), ((int)(await stage.ShowAsync())["polls"]!, (await stage.ShowAsync())["due"]));
        Assert.Equal("running", (await stage.InfoAsync()).State);
        Assert.Null((await stage.Client.Soap.CallAsync(TaskStage.Task, new QuerySmsTaskResultRequest())).Result);
        Assert.NotNull((await stage.Client.Soap.CallAsync(TaskStage.Task, new QuerySmsTaskResultRequest())).Result);
    }

    [Theory]
    [InlineData("hold", null)]
    [InlineData("release", null)]
    [InlineData("step", """{"to":60}""")]
    [InlineData("slow", """{"factor":3}""")]
    [InlineData("fail", """{"fault":"ProviderBusy"}""")]
    [InlineData("complete", null)]
    public async Task A_task_that_has_ended_takes_no_orders(string order, string? json)
    {
        await using TaskStage stage = await TaskStage.StartAsync();
        await stage.AdvanceAsync("1s");

        JsonObject problem = await stage.RefusedAsync(HttpStatusCode.Conflict, order, json);

        Assert.Equal("The task smsTask-1 has ended.", (string?)problem["detail"]);
    }

    [Fact]
    public async Task What_cannot_be_done_now_is_a_conflict()
    {
        await using TaskStage stage = await TaskStage.StartAsync();
        await stage.AdvanceAsync("500ms");

        Assert.Equal("The task smsTask-1 is beyond that already, at 50 percent.", (string?)(await stage.RefusedAsync(HttpStatusCode.Conflict, "hold", """{"at":40}"""))["detail"]);
        Assert.Equal("The task smsTask-1 is not held.", (string?)(await stage.RefusedAsync(HttpStatusCode.Conflict, "release"))["detail"]);
    }

    [Fact]
    public async Task An_unknown_task_is_not_found_and_those_that_run_are_named()
    {
        await using TaskStage stage = await TaskStage.StartAsync();

        foreach ((HttpMethod method, string path) in new[] { (HttpMethod.Get, "tasks/smsTask-9"), (HttpMethod.Post, "tasks/smsTask-9/complete") })
        {
            JsonObject problem = await stage.SendAsync(method, path, null, HttpStatusCode.NotFound);
            Assert.Equal(["smsTask-1"], problem["legal"]!.AsArray().Select(l => (string?)l));
        }
    }

    [Theory]
    [InlineData("hold", """{"at":100,"for":"soon","until":1}""", "/at", "/for", "/until")]
    [InlineData("step", "{}", "/to")]
    [InlineData("slow", """{"factor":0}""", "/factor")]
    [InlineData("fail", """{"at":50}""", "/fault")]
    [InlineData("complete", """{"now":true}""", "/now")]
    public async Task Everything_that_is_wrong_with_a_body_is_told_and_nothing_is_done(string order, string json, params string[] pointers)
    {
        await using TaskStage stage = await TaskStage.StartAsync();
        string before = (await stage.ShowAsync()).ToString();

        JsonObject problem = await stage.RefusedAsync(HttpStatusCode.BadRequest, order, json);

        Assert.Equal(pointers, problem["errors"]!.AsArray().Select(e => (string?)e!["pointer"]));
        Assert.Equal(before, (await stage.ShowAsync()).ToString());
    }

    private static async Task<(string State, int? Progress, string? Error)> SeenAsync(TaskStage stage)
    {
        SmsTaskInfo info = await stage.InfoAsync();
        return (info.State, info.Progress, info.Error?.Fault.TypeInfo.Name);
    }
}
