using VasaSim.Server.Tests.Sms;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Cookbook;

/// <summary>Samples of tasks, and of sessions that end while they run.</summary>
public sealed class TaskSampleTests
{
    [Fact]
    [Sample("rules/sync-hangs.yaml")]
    public async Task A_sync_stands_at_forty_percent_for_ten_minutes_and_then_fails()
    {
        await using Stage stage = await Stage.StartAsync("sync-hangs", instantTasks: false);
        ManagedObjectReference task = await stage.BeginAsync(Stage.Sync("rg-01-t"));

        await stage.AdvanceAsync("1s");
        SmsTaskInfo held = await stage.InfoAsync(task);
        Assert.Equal(("running", 40), (held.State, held.Progress));
        await stage.AdvanceAsync("9m");
        Assert.Equal(40, (await stage.InfoAsync(task)).Progress);
        await stage.AdvanceAsync("1m");

        SmsTaskInfo ended = await stage.InfoAsync(task);
        Assert.Equal("error", ended.State);
        Assert.IsType<ProviderUnavailable>(ended.Error!.Fault);
        Assert.Equal(4, (await stage.Sms.ReplicasAsync(Stage.Target, Stage.AtB("rg-01-t"))).Count);
    }

    [Fact]
    [Sample("rules/forgotten-task.yaml")]
    public async Task A_task_is_not_known_any_more_but_its_work_is_done()
    {
        await using Stage stage = await Stage.StartAsync("forgotten-task");
        int before = (await stage.Sms.ReplicasAsync(Stage.Target, Stage.AtB("rg-01-t"))).Count;

        ManagedObjectReference task = await stage.BeginAsync(Stage.Sync("rg-01-t"));

        await stage.Soap.FaultAsync<ManagedObjectNotFound>(task, new QuerySmsTaskInfoRequest());
        Assert.Equal(before + 1, (await stage.Sms.ReplicasAsync(Stage.Target, Stage.AtB("rg-01-t"))).Count);
    }

    [Fact]
    [Sample("rules/third-poll.yaml")]
    public async Task A_task_ends_when_it_is_asked_for_the_third_time_and_not_by_time()
    {
        await using Stage stage = await Stage.StartAsync("third-poll", instantTasks: false);
        ManagedObjectReference task = await stage.BeginAsync(Stage.Sync("rg-01-t"));

        await stage.AdvanceAsync("1h");
        Assert.Equal("running", (await stage.InfoAsync(task)).State);
        Assert.Equal("running", (await stage.InfoAsync(task)).State);

        Assert.Equal("success", (await stage.InfoAsync(task)).State);
    }

    [Fact]
    [Sample("rules/session-dropped.yaml")]
    public async Task A_session_ends_while_a_task_runs_and_another_session_sees_the_task()
    {
        await using Stage stage = await Stage.StartAsync("session-dropped");
        ManagedObjectReference task = await stage.BeginAsync(Stage.Sync("rg-01-t"));

        await stage.Soap.FaultAsync<InvalidSession>(task, new QuerySmsTaskInfoRequest());
        await stage.Soap.FaultAsync<InvalidSession>(task, new QuerySmsTaskInfoRequest());
        stage.LogInAgain();

        Assert.Equal("success", (await stage.InfoAsync(task)).State);
    }
}
