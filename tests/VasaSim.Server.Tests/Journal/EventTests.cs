using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json.Nodes;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Server.Journal;
using VasaSim.Server.Tests.Sms;
using VasaSim.Server.Workspaces;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Tests.Journal;

/// <summary>Events as they happen.</summary>
public sealed class EventTests
{
    private const string Path = "/_sim/v1/events";

    [Fact]
    public async Task Calls_are_told_with_their_numbers_and_changes_of_the_world_between_them()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        SmsClient client = SmsClient.LogIn(simulator);
        await AboutAsync(client);
        await using Listener listener = await Listener.StartAsync(simulator, "");

        Assert.Equal("""begin  {"last":1}""", await listener.NextAsync());
        await AboutAsync(client);
        using (StringContent down = new("""{"up":false}""", Encoding.UTF8, "application/json"))
        {
            await simulator.Control.PatchAsync(new Uri("/_sim/v1/links/fd-a1/fd-b1", UriKind.Relative), down, TestContext.Current.CancellationToken);
            await simulator.Control.PatchAsync(new Uri("/_sim/v1/links/fd-a1/fd-x", UriKind.Relative), down, TestContext.Current.CancellationToken);
        }

        await AboutAsync(client);

        Assert.StartsWith("""call 2 {"number":2,"time":"2025-01-15T12:00:00.000Z",""", await listener.NextAsync(), StringComparison.Ordinal);
        Assert.Equal(
            """control  {"time":"2025-01-15T12:00:00.000Z","method":"PATCH","path":"/_sim/v1/links/fd-a1/fd-b1","status":200}""",
            await listener.NextAsync());
        string call = await listener.NextAsync();
        Assert.StartsWith("call 3 ", call, StringComparison.Ordinal);
        Assert.DoesNotContain("request\":", call, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_calls_are_told_that_are_asked_for()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        SmsClient client = SmsClient.LogIn(simulator);
        await using Listener listener = await Listener.StartAsync(simulator, "?operation=Query*Info&fault=InvalidSession");
        await listener.NextAsync();

        await AboutAsync(client);
        await simulator.Client().CallAsync(SmsClient.ServiceInstance, new QueryAboutInfoRequest());

        Assert.StartsWith("call 2 ", await listener.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_run_of_a_plan_calls_as_time_passes_is_told_though_nobody_else_looks()
    {
        ManualTime time = new();
        await using Simulator simulator = await Simulator.StartAsync(
            o => o with { Workspace = o.Workspace with { InstantTasks = false, Clock = ClockMode.Real } }, time);
        await simulator.MakePlanAsync();
        await simulator.RunPlanAsync(new RunCommand(RunKind.Test, new RunOptions { SyncData = true }));
        await using Listener listener = await Listener.StartAsync(simulator, "");
        Assert.Equal("""begin  {"last":1}""", await listener.NextAsync());

        time.Advance(TimeSpan.FromHours(1));

        Assert.Contains("\"operation\":\"TestFailoverReplicationGroupStart_Task\"", await listener.NextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_reader_loses_events_and_is_told_how_many_and_nobody_waits_for_it()
    {
        const int Count = 5_000;
        await using Simulator simulator = await Simulator.StartAsync();
        await using Listener listener = await Listener.StartAsync(simulator, "");
        await listener.NextAsync();
        string path = "/" + new string('x', 10_000);
        for (int i = 0; i < Count; i++)
        {
            simulator.Host.Workspace.Events.Publish(new ControlEvent(Simulator.StartTime, "PATCH", path, 200));
        }

        long told = 0;
        long lost = 0;
        while (told + lost < Count)
        {
            string[] next = (await listener.NextAsync()).Split(' ', 3);
            told += next[0] == "control" ? 1 : 0;
            lost += next[0] == "lost" ? (long)JsonNode.Parse(next[2])!["lost"]! : 0;
        }

        Assert.Equal(Count, told + lost);
        Assert.InRange(lost, 1, Count - EventSubscription.MaxWaiting);
    }

    [Fact]
    public async Task A_stream_ends_when_the_simulator_stops_and_a_listener_that_has_gone_is_forgotten()
    {
        Simulator simulator = await Simulator.StartAsync();
        await using Listener stays = await Listener.StartAsync(simulator, "");
        await stays.NextAsync();
        await using (Listener goes = await Listener.StartAsync(simulator, ""))
        {
            await goes.NextAsync();
        }

        await simulator.DisposeAsync();

        Assert.Null(await stays.TryNextAsync());
        Assert.False(simulator.Host.Workspace.Events.HasListeners);
    }

    [Fact]
    public async Task A_parameter_that_is_not_known_is_a_problem()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        using HttpResponseMessage response = await simulator.Control.GetAsync(
            new Uri(Path + "?operatoin=x", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("did you mean operation?", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static Task AboutAsync(SmsClient client) => client.Soap.CallAsync(SmsClient.ServiceInstance, new QueryAboutInfoRequest());

    private sealed class Listener(HttpResponseMessage response, IAsyncEnumerator<SseItem<string>> events) : IAsyncDisposable
    {
        public static async Task<Listener> StartAsync(Simulator simulator, string query)
        {
            CancellationToken cancellation = TestContext.Current.CancellationToken;
            HttpResponseMessage response = await simulator.Control.GetAsync(
                new Uri(Path + query, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellation);
            Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.ToString());
            Stream stream = await response.Content.ReadAsStreamAsync(cancellation);
            return new Listener(response, SseParser.Create(stream).EnumerateAsync(cancellation).GetAsyncEnumerator(cancellation));
        }

        /// <summary>The next event: its type, id and data; null at the end.</summary>
        public async Task<string?> TryNextAsync() =>
            await events.MoveNextAsync() ? $"{events.Current.EventType} {events.Current.EventId} {events.Current.Data}" : null;

        public async Task<string> NextAsync() => (await TryNextAsync())!;

        public async ValueTask DisposeAsync()
        {
            await events.DisposeAsync();
            response.Dispose();
        }
    }
}
