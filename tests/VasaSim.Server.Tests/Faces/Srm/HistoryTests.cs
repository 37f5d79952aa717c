using System.Text.Json.Nodes;
using VasaSim.Server.Hosting;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>What is kept of the runs of recovery plans: a task finds it.</summary>
public sealed class HistoryTests
{
    [Fact]
    public async Task A_run_that_succeeded_is_told_with_all_its_fields()
    {
        await using RunStage stage = await RunStage.StartAsync(GroupStage.Slow);
        SrmReply run = await stage.RunAsync("test", """{"sync_data":true}""");

        SrmReply begun = await stage.BeginAsync("GET", $"{stage.Path}/history-reports");
        SrmReply found = await stage.EndAsync(begun);
        JsonNode report = Assert.Single(found["result"]!.AsArray())!;
        SrmReply alone = await stage.Client.GetAsync($"{stage.Path}/history-reports/{(long)report["run_key"]!}");

        long start = (long)run["start_time"]!;
        long took = (long)run["complete_time"]! - start;
        TimeSpan time = TimeSpan.FromMilliseconds(took);
        Assert.Equal(("RUNNING", null, "dr.task.FindReports", stage.Id), ((string?)begun["status"], begun["result"], (string?)begun["description_id"], (string?)begun["entity"]));
        Assert.Equal(
            $$"""{"plan_name":"plan-1","username":"administrator@sim.local","operation_type":"TEST","start_time_ms":{{start}},"human_friendly_duration":"{{(time.Minutes > 0 ? $"{time.Minutes} m " : "")}}{{time.Seconds}} s","duration_ms":{{took}},"result_state":"SUCCESS","error_count":0,"warning_count":0,"run_key":{{(long)report["run_key"]!}},"errors_list":[],"warnings_list":[]}""",
            report.ToJsonString());
        Assert.Equal(report.ToJsonString(), GroupStage.WithoutMeta(alone));
    }

    [Fact]
    public async Task Runs_of_all_kinds_and_ends_are_told_oldest_first()
    {
        await using RunStage stage = await RunStage.StartAsync();
        await stage.RunAsync("test");
        await stage.RunAsync("cleanup");
        await stage.AddAsync("recovery", 0, "ask");
        await stage.BeginAsync("POST", $"{stage.Path}/actions/recovery", """{"planned_failover":true}""");
        Assert.Equal(204, (await stage.Client.PostAsync($"{stage.Path}/actions/cancel")).Status);
        await stage.DoAsync("DELETE", $"{stage.Path}/recovery-steps/recovery/0");
        await stage.Stage.Stage.SetLinkAsync("fd-a1", "fd-b1", false);
        await stage.RunAsync("recovery", """{"planned_failover":true}""", "ERROR");
        await stage.Stage.Stage.SetLinkAsync("fd-a1", "fd-b1", true);
        await stage.RunAsync("recovery", """{"planned_failover":true}""");
        await stage.RunAsync("reprotect");
        string other = await stage.MakeAsync("other");

        JsonArray reports = (await stage.DoAsync("GET", $"{stage.Path}/history-reports"))["result"]!.AsArray();
        SrmReply ofOther = await stage.DoAsync("GET", $"{stage.Management}/plans/{other}/history-reports");
        SrmReply all = await stage.DoAsync("GET", $"{stage.Management}/history-reports");

        Assert.Equal(
            ["TEST SUCCESS", "CLEANUP SUCCESS", "FAILOVER CANCELLED", "FAILOVER ERRORS", "FAILOVER SUCCESS", "REPROTECT SUCCESS"],
            reports.Select(r => $"{(string?)r!["operation_type"]} {(string?)r["result_state"]}"));
        Assert.Equal(2, (int)reports[3]!["error_count"]!);
        Assert.Equal(["fd-b1/rg-01-t: PeerNotReachable.", "fd-b1/rg-02-t: PeerNotReachable."], reports[3]!["errors_list"]!.AsArray().Select(e => (string?)e));
        Assert.Empty(ofOther["result"]!.AsArray());
        Assert.Equal(404, (await stage.Client.GetAsync($"{stage.Management}/plans/{other}/history-reports/{(long)reports[0]!["run_key"]!}")).Status);
        Assert.Equal(reports.ToJsonString(), all["result"]!.ToJsonString());
        Assert.Equal((null, null), (all["entity"], all["entity_name"]));
    }

    [Fact]
    public async Task The_history_is_that_of_the_last_seven_days_or_of_the_days_asked_for()
    {
        await using RunStage stage = await RunStage.StartAsync();
        await stage.RunAsync("test");
        long first = (long)(await ReportsAsync(stage))[0]!["start_time_ms"]!;
        await stage.Stage.AdvanceAsync("8d");
        Assert.Empty(await ReportsAsync(stage));
        await stage.RunAsync("cleanup");

        Assert.Equal(["CLEANUP"], await KindsAsync(stage));
        Assert.Equal(["TEST", "CLEANUP"], await KindsAsync(stage, $"start_date={first}"));
        Assert.Equal(["TEST"], await KindsAsync(stage, $"start_date={first}&end_date={first}"));
        Assert.Equal(["TEST", "CLEANUP"], await KindsAsync(stage, $"start_date={long.MinValue}&end_date={long.MaxValue}"));
        Assert.Equal(["CLEANUP"], await KindsAsync(stage, "start_date=0&filter_property=operation_type&filter=CLEAN"));
        Assert.Equal(["CLEANUP"], await KindsAsync(stage, "start_date=0&sort_by=run_key&order_by=desc&limit=1"));
        Assert.Equal(["CLEANUP"], await KindsAsync(stage, "start_date=0&limit=1&offset=1"));
        foreach (string wrong in new[] { "start_date=yesterday", "end_date=1.5", "filter_property=none&filter=x", "limit=-1" })
        {
            SrmReply refused = await stage.Client.GetAsync($"{stage.Path}/history-reports?{wrong}");
            Assert.Equal((400, "dr.fault.InvalidArgument"), (refused.Status, refused.Code));
        }
    }

    [Fact]
    public async Task The_history_is_found_while_a_plan_runs_and_after_it_is_gone()
    {
        await using RunStage stage = await RunStage.StartAsync();
        await stage.RunAsync("test");
        await stage.RunAsync("cleanup");
        await stage.AddAsync("test", 0, "ask");
        await stage.BeginAsync("POST", $"{stage.Path}/actions/test");

        Assert.Equal(2, (await ReportsAsync(stage)).Count);
        Assert.Equal("WAITING_FOR_USER_INPUT", await stage.StatusAsync());
        Assert.Equal(204, (await stage.Client.PostAsync($"{stage.Path}/actions/cancel")).Status);
        await stage.DoAsync("DELETE", stage.Path);
        Assert.Equal(404, (await stage.Client.GetAsync($"{stage.Path}/history-reports")).Status);
        Assert.Equal(3, (await stage.DoAsync("GET", $"{stage.Management}/history-reports"))["result"]!.AsArray().Count);
        Assert.Equal(404, (await stage.Client.GetAsync($"{stage.Management}/plans/none/history-reports")).Status);
    }

    [Fact]
    public async Task Finding_the_history_is_no_obstacle_to_a_run()
    {
        await using RunStage stage = await RunStage.StartAsync(GroupStage.Slow);

        SrmReply history = await stage.BeginAsync("GET", $"{stage.Path}/history-reports");
        await stage.BeginAsync("POST", $"{stage.Path}/actions/test");

        Assert.Equal("RUNNING", (string?)(await stage.Client.GetAsync($"/tasks/{(string)history["id"]!}"))["status"]);
        Assert.Equal("TEST_IN_PROGRESS", await stage.StatusAsync());
    }

    [Fact]
    public async Task A_restart_keeps_callouts_reports_and_what_tasks_found()
    {
        string directory = Directory.CreateTempSubdirectory("vasasim-history-").FullName;
        try
        {
            SimulatorOptions Stored(SimulatorOptions options) => options with { Workspace = options.Workspace with { DataDirectory = directory } };
            string path;
            string found;
            string callout;
            string task;
            await using (RunStage stage = await RunStage.StartAsync(Stored))
            {
                await stage.AddAsync("test", 0, "command", "RUN_ON_SRM_SERVER");
                await stage.RunAsync("test");
                await stage.RunAsync("cleanup");
                SrmReply history = await stage.DoAsync("GET", $"{stage.Path}/history-reports");
                (path, task, found) = (stage.Path, (string)history["id"]!, history["result"]!.ToJsonString());
                callout = GroupStage.WithoutMeta(await stage.Client.GetAsync($"{path}/recovery-steps/test/0/callout-data"));
            }

            await using GroupStage again = await GroupStage.StartAsync(Stored);

            Assert.Equal(found, (await again.Client.GetAsync($"/tasks/{task}"))["result"]!.ToJsonString());
            Assert.Equal(callout, GroupStage.WithoutMeta(await again.Client.GetAsync($"{path}/recovery-steps/test/0/callout-data")));
            Assert.Equal(2, (await again.Client.GetAsync($"{path}/history-reports"))["result"]!.AsArray().Count);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task<JsonArray> ReportsAsync(RunStage stage, string query = "") =>
        (await stage.DoAsync("GET", $"{stage.Path}/history-reports?{query}"))["result"]!.AsArray();

    private static async Task<string[]> KindsAsync(RunStage stage, string query = "") =>
        [.. (await ReportsAsync(stage, query)).Select(r => (string)r!["operation_type"]!)];
}
