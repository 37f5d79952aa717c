using System.Text.Json.Nodes;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Core.Tasks;
using VasaSim.Server.Tests.Injection;
using VasaSim.Server.Tests.Sms;
using VasaSim.Server.Workspaces;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Tests.Journal;

/// <summary>The calls that runs of recovery plans make, as the journal has them, over real sockets.</summary>
public sealed class RunCallTests
{
    private const string Sync = "SyncReplicationGroup_Task";
    private const string Advance = "/_sim/v1/clock/advance";
    private const string Both = "fd-b1/rg-01-t fd-b1/rg-02-t";

    private static readonly RunCommand _test = new(RunKind.Test, new RunOptions { SyncData = true });
    private static readonly RunCommand _planned = new(RunKind.Recovery, new RunOptions { Planned = true, SyncData = true });

    [Fact]
    public async Task A_planned_recovery_and_a_reprotect_make_the_calls_that_a_client_would_make()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        await simulator.MakePlanAsync();

        await simulator.RunPlanAsync(_planned);
        Assert.Equal(
            [
                $"vasaProvider-3 {Sync} {Both}",
                "vasaProvider-1 PrepareFailoverReplicationGroup_Task fd-a1/rg-01 fd-a1/rg-02",
                $"vasaProvider-3 {Sync} {Both}",
                $"vasaProvider-3 FailoverReplicationGroup_Task {Both}",
            ],
            await ToldAsync(simulator));

        using HttpResponseMessage cleared = await simulator.Control.DeleteAsync(new Uri(JournalClient.Path, UriKind.Relative), TestContext.Current.CancellationToken);
        await simulator.RunPlanAsync(new RunCommand(RunKind.Reprotect, new RunOptions()));
        Assert.Equal(
            [$"vasaProvider-3 ReverseReplicateGroup_Task {Both}", $"vasaProvider-1 {Sync} fd-a1/rg-01-r fd-a1/rg-02-r"],
            await ToldAsync(simulator));
    }

    [Fact]
    public async Task A_test_and_its_cleanup_make_the_calls_that_a_client_would_make()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        await simulator.MakePlanAsync();

        await simulator.RunPlanAsync(_test);
        await simulator.RunPlanAsync(new RunCommand(RunKind.Cleanup, new RunOptions()));

        Assert.Equal(
            [
                $"vasaProvider-3 {Sync} {Both}",
                $"vasaProvider-3 TestFailoverReplicationGroupStart_Task {Both}",
                $"vasaProvider-3 TestFailoverReplicationGroupStop_Task {Both}",
            ],
            await ToldAsync(simulator));
    }

    [Fact]
    public async Task A_call_is_kept_as_that_of_a_client_but_for_what_a_wire_has()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        await simulator.MakePlanAsync();
        await simulator.RunPlanAsync(_test);
        JournalClient journal = new(simulator);

        JsonNode call = await journal.LastAsync();

        Assert.Equal("sms internal TestFailoverReplicationGroupStart_Task", $"{call["face"]} {call["protocol"]} {call["operation"]}");
        Assert.Equal("VasaProvider:vasaProvider-3 vasaProvider-3 B", $"{call["target"]} {call["provider"]} {call["site"]}");
        Assert.Equal("srm tester ok 200", $"{call["client"]} {call["user"]} {call["outcome"]} {call["status"]}");
        Assert.Equal("2025-01-15T13:00:00.000Z", (string?)call["time"]);
        Assert.Equal("0 0 0", $"{call["milliseconds"]} {call["requestBytes"]} {call["replyBytes"]}");
        Assert.Equal("", $"{call["path"]}{call["address"]}{call["session"]}{call["request"]}{call["reply"]}");
        string task = (string)call["task"]!;
        Assert.True(await simulator.Host.Workspace.RunAsync(world => world.FindTask(task) is ReplicationTask { Provider: "vasaProvider-3", Groups.Count: 2 }));
        foreach (string form in new[] { "raw", "curl" })
        {
            using HttpResponseMessage answer = await simulator.Control.GetAsync(
                new Uri($"{JournalClient.Path}/{call["number"]}?as={form}", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(409, (int)answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_patterns_of_the_journal_choose_among_them()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        await simulator.MakePlanAsync();
        await SmsClient.LogIn(simulator).Soap.CallAsync(
            SmsClient.Provider(3), new SyncReplicationGroupRequest { GroupId = [SmsClient.Group("fd-b1", "rg-01-t")], PitName = "x" });
        await simulator.RunPlanAsync(_planned);
        JournalClient journal = new(simulator);

        Assert.Equal("1, 2, 4", await NumbersAsync("operation=Sync*"));
        Assert.Equal("2, 4", await NumbersAsync("operation=Sync*&client=srm"));
        Assert.Equal("2, 3, 4, 5", await NumbersAsync("protocol=internal"));
        Assert.Equal("3", await NumbersAsync("group=fd-a1/rg-02"));
        Assert.Equal("2, 3, 4, 5", await NumbersAsync("user=tester&fault=none"));
        Assert.True((bool)(await journal.VerifyAsync("""
            {"match": {"client": "srm"}, "calls": {"exactly": 4}, "groupsPerCall": {"exactly": 2}, "neverWhile": {"running": true},
             "order": [{"operation": "Prepare*"}, {"operation": "Failover*"}]}
            """))["passed"]!);

        async Task<string> NumbersAsync(string query) => string.Join(", ", (await journal.ListAsync($"?{query}")).Select(c => c["number"]));
    }

    [Fact]
    public async Task What_a_provider_refuses_is_kept_with_its_fault()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        await simulator.MakePlanAsync();
        await simulator.Host.Workspace.RunAsync(world =>
        {
            world.Put(world.FindProvider("vasaProvider-3")! with { Busy = true });
            return true;
        });

        await simulator.RunPlanAsync(_planned);

        JsonNode call = Assert.Single(await new JournalClient(simulator).ListAsync());
        Assert.Equal($"{Sync} ProviderBusy 500 ", $"{call["operation"]} {call["outcome"]} {call["status"]} {call["task"]}");
        Assert.StartsWith("The provider is busy", (string?)call["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_goes_on_by_the_clock_alone_is_kept_at_the_times_of_its_calls()
    {
        await using Simulator simulator = await SlowAsync();
        await simulator.MakePlanAsync();
        await simulator.RunPlanAsync(_test);
        JsonNode first = Assert.Single(await new JournalClient(simulator).ListAsync());

        await simulator.PostAsync(Advance, new JsonObject { ["by"] = "3h" });

        IReadOnlyList<JsonNode> calls = await new JournalClient(simulator).ListAsync();
        Assert.Equal([Sync, "TestFailoverReplicationGroupStart_Task"], calls.Select(c => (string?)c["operation"]));
        DateTimeOffset[] times = [.. calls.Select(c => (DateTimeOffset)c["time"]!)];
        Assert.Equal((DateTimeOffset)first["time"]!, times[0]);
        Assert.InRange(times[1], times[0].AddMilliseconds(1), times[0].AddHours(2));
    }

    [Fact]
    public async Task A_run_that_goes_on_since_a_tester_ends_the_task_is_kept_too()
    {
        await using Simulator simulator = await SlowAsync();
        await simulator.MakePlanAsync();
        await simulator.RunPlanAsync(_test);
        Assert.Single(await new JournalClient(simulator).ListAsync());
        string run = await simulator.Host.Workspace.RunAsync(world => world.Recovery.Plans[0].Run!.Task);

        await simulator.PostAsync($"/_sim/v1/tasks/{run}/complete", []);

        Assert.Equal(
            [$"vasaProvider-3 {Sync} {Both}", $"vasaProvider-3 TestFailoverReplicationGroupStart_Task {Both}"],
            await ToldAsync(simulator));
    }

    [Fact]
    public async Task A_call_in_whose_turn_they_are_made_comes_first()
    {
        await using Simulator simulator = await SlowAsync();
        await simulator.MakePlanAsync();
        await simulator.RunPlanAsync(_planned);
        IReadOnlyList<JsonNode> prepared = [];
        while (prepared.Count == 0)
        {
            await simulator.PostAsync(Advance, new JsonObject { ["by"] = "500ms" });
            prepared = await new JournalClient(simulator).ListAsync("?operation=Prepare*");
        }

        string prepare = (string)prepared[0]["task"]!;
        await simulator.Host.Workspace.RunAsync(world => TaskControl.FinishAfterPolls(world, world.FindTask(prepare)!, 1));
        await SmsClient.LogIn(simulator).Soap.CallAsync(new ManagedObjectReference("SmsTask", prepare), new QuerySmsTaskInfoRequest());

        Assert.Equal(
            ["PrepareFailoverReplicationGroup_Task", "QuerySmsTaskInfo", Sync],
            (await new JournalClient(simulator).ListAsync()).TakeLast(3).Select(c => (string?)c["operation"]));
    }

    [Fact]
    public async Task Calls_that_were_due_before_a_call_come_before_it()
    {
        ManualTime time = new();
        await using Simulator simulator = await Simulator.StartAsync(
            o => o with { Workspace = o.Workspace with { InstantTasks = false, Clock = ClockMode.Real } }, time);
        await simulator.MakePlanAsync();
        await simulator.RunPlanAsync(_test);
        time.Advance(TimeSpan.FromHours(1));

        await SmsClient.LogIn(simulator).Soap.CallAsync(SmsClient.ServiceInstance, new QueryAboutInfoRequest());

        Assert.Equal(
            [Sync, "TestFailoverReplicationGroupStart_Task", "QueryAboutInfo"],
            (await new JournalClient(simulator).ListAsync()).Select(c => (string?)c["operation"]));
    }

    [Fact]
    public async Task Time_alone_is_enough_for_whoever_reads_the_journal()
    {
        ManualTime time = new();
        await using Simulator simulator = await Simulator.StartAsync(
            o => o with { Workspace = o.Workspace with { InstantTasks = false, Clock = ClockMode.Real } }, time);
        await simulator.MakePlanAsync();
        await simulator.RunPlanAsync(_test);
        Assert.Single(await new JournalClient(simulator).ListAsync());

        time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(2, (await new JournalClient(simulator).ListAsync()).Count);
    }

    [Fact]
    public async Task Nothing_is_kept_of_what_was_rolled_back_or_when_there_is_no_journal()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        await simulator.MakePlanAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await simulator.Host.Workspace.RunAsync<bool>(world =>
        {
            PlannedSimulator.Run(world, _test);
            Assert.NotEmpty(world.MadeCalls);
            throw new InvalidOperationException();
        }));
        Assert.Empty(await new JournalClient(simulator).ListAsync());

        await using Simulator without = await Simulator.StartAsync(o => o with { Workspace = o.Workspace with { JournalEntries = 0 } });
        await without.MakePlanAsync();
        await without.RunPlanAsync(_test);
        Assert.Empty(await new JournalClient(without).ListAsync());
    }

    private static Task<Simulator> SlowAsync() =>
        Simulator.StartAsync(o => o with { Workspace = o.Workspace with { InstantTasks = false } });

    private static async Task<string[]> ToldAsync(Simulator simulator) =>
        [.. (await new JournalClient(simulator).ListAsync()).Select(c => $"{c["provider"]} {c["operation"]} {string.Join(' ', c["groups"]!.AsArray())}")];
}
