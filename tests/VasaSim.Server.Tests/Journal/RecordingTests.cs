using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using VasaSim.Server.Tests.Sms;
using VasaSim.Server.Tests.ViJson;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Journal;

/// <summary>What the journal keeps of calls, over real sockets.</summary>
public sealed class RecordingTests
{
    private static readonly ReplicationGroupId[] _two = [SmsClient.Group("fd-b1", "rg-02-t"), SmsClient.Group("fd-b1", "rg-01-t")];

    [Fact]
    public async Task A_call_is_kept_with_all_that_is_known_of_it()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        SmsClient client = SmsClient.LogIn(simulator, "config");
        simulator.Http.DefaultRequestHeaders.UserAgent.ParseAdd("sync-job/1.2");

        string task = (await client.Soap.ResultAsync<Vmodl.ManagedObjectReference>(
            SmsClient.Provider(3), new SyncReplicationGroupRequest { GroupId = _two, PitName = "x" })).Value;

        JsonNode call = await new JournalClient(simulator).LastAsync();
        Assert.Equal(1, (long)call["number"]!);
        Assert.Equal("2025-01-15T12:00:00.000Z", (string?)call["time"]);
        Assert.True((double)call["milliseconds"]! >= 0);
        Assert.Equal("sms soap SyncReplicationGroup_Task", $"{call["face"]} {call["protocol"]} {call["operation"]}");
        Assert.Equal("VasaProvider:vasaProvider-3 vasaProvider-3", $"{call["target"]} {call["provider"]}");
        Assert.Equal(["fd-b1/rg-02-t", "fd-b1/rg-01-t"], call["groups"]!.AsArray().Select(g => (string)g!));
        Assert.Equal("config@sim.local", (string?)call["user"]);
        Assert.Equal(simulator.Host.Workspace.Sessions.Sessions.Single().Key, (string?)call["session"]);
        Assert.Equal("sync-job/1.2 127.0.0.1", $"{call["client"]} {call["address"]}");
        Assert.Equal("ok", (string?)call["outcome"]);
        Assert.Equal(task, (string?)call["task"]);
        Assert.Equal(200, (int)call["status"]!);
        string request = (string)call["request"]!;
        Assert.StartsWith("POST /sms/sdk HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains("<pitName>x</pitName>", request, StringComparison.Ordinal);
        Assert.Equal((int)call["requestBytes"]! - 40 + 3, request.Length - request.IndexOf("\r\n\r\n", StringComparison.Ordinal) - 4);
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", (string)call["reply"]!, StringComparison.Ordinal);
        Assert.Contains(task, (string)call["reply"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_protocols_are_kept_alike()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        JournalClient journal = new(simulator);
        await SmsClient.LogIn(simulator).Soap.CallAsync(SmsClient.Provider(3), new QueryReplicationGroupRequest { GroupId = _two });
        JsonClient json = await JsonClient.LogInAsync(simulator);
        using HttpResponseMessage response = await json.PostAsync(JsonClient.Sms + "VasaProvider/vasaProvider-3/QueryReplicationGroup", """
            {"groupId":[{"faultDomainId":{"id":"fd-b1"},"deviceGroupId":{"id":"rg-02-t"}},{"faultDomainId":{"id":"fd-b1"},"deviceGroupId":{"id":"rg-01-t"}}]}
            """);

        IReadOnlyList<JsonNode> calls = await journal.ListAsync();
        Assert.Equal(["soap", "json", "json"], calls.Select(c => (string)c["protocol"]!));
        foreach (string key in new[] { "face", "operation", "target", "provider", "groups", "user", "outcome", "message", "task" })
        {
            Assert.True(JsonNode.DeepEquals(calls[0][key], calls[2][key]), $"{key}: {calls[0][key]} {calls[2][key]}");
        }

        // A login is made without a session, and begins one.
        Assert.Equal("vim Login administrator@sim.local", $"{calls[1]["face"]} {calls[1]["operation"]} {calls[1]["user"]}");
        Assert.NotNull(calls[1]["session"]);
    }

    [Fact]
    public async Task A_fault_is_kept_with_its_text_whoever_makes_it()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        JournalClient journal = new(simulator);

        await simulator.Client().CallAsync(SmsClient.Provider(3), new QueryReplicationGroupRequest());
        JsonNode refused = await journal.LastAsync();
        Assert.Equal("InvalidSession", (string?)refused["outcome"]);
        Assert.Contains("session", (string)refused["message"]!, StringComparison.Ordinal);
        Assert.Equal(500, (int)refused["status"]!);
        Assert.Null(refused["user"]);

        using HttpResponseMessage response = await new JsonClient(simulator).PostAsync("/sdk/vim25/1.0/VasaProvider/x/y");
        Assert.Equal("NotFound", (string?)(await journal.LastAsync())["outcome"]);
    }

    [Theory]
    [InlineData("POST", "/sms/sdk", "<no", "InvalidRequest")]
    [InlineData("POST", "/nowhere?x=1", "", "http404")]
    [InlineData("PUT", "/sms/sdk", "", "http405")]
    [InlineData("GET", "/sms/sdk?wsdl", "", "ok")]
    public async Task What_is_no_call_is_kept_without_an_operation(string method, string path, string body, string outcome)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        using HttpRequestMessage request = new(new HttpMethod(method), path) { Content = body.Length > 0 ? new StringContent(body) : null };
        using HttpResponseMessage response = await simulator.Http.SendAsync(request, TestContext.Current.CancellationToken);

        JsonNode call = await new JournalClient(simulator).LastAsync();

        Assert.Equal(outcome, (string?)call["outcome"]);
        Assert.Null(call["operation"]);
        Assert.Null(call["face"]);
        Assert.StartsWith($"{method} {path} HTTP/1.1\r\n", (string)call["request"]!, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n" + body, (string)call["request"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_whose_client_goes_away_has_no_answer()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        JournalClient journal = new(simulator);
        using (TcpClient client = new())
        {
            await client.ConnectAsync("127.0.0.1", simulator.Host.ProductUri.Port, TestContext.Current.CancellationToken);
            await client.GetStream().WriteAsync(
                Encoding.ASCII.GetBytes("POST /sms/sdk HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n<half"), TestContext.Current.CancellationToken);
        }

        IReadOnlyList<JsonNode> calls = [];
        while (calls.Count == 0)
        {
            calls = await journal.ListAsync();
        }

        Assert.Equal("noAnswer", (string?)calls[0]["outcome"]);
        Assert.Null(calls[0]["status"]);
        Assert.Null((await journal.LastAsync())["reply"]);
    }

    [Fact]
    public async Task A_client_that_has_its_answer_finds_its_call()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        JournalClient journal = new(simulator);
        for (int number = 1; number <= 200; number++)
        {
            await simulator.Client().CallAsync(SmsClient.ServiceInstance, new QueryAboutInfoRequest());
            Assert.Equal(number, (int)(await journal.LastAsync())["number"]!);
        }
    }

    [Fact]
    public async Task Of_calls_from_many_threads_each_is_kept_once()
    {
        await using Simulator simulator = await Simulator.StartAsync();

        await Parallel.ForAsync(0, 200, TestContext.Current.CancellationToken, async (_, _) =>
            await simulator.Client().CallAsync(SmsClient.ServiceInstance, new QueryAboutInfoRequest()));

        Assert.Equal(Enumerable.Range(1, 200), (await new JournalClient(simulator).ListAsync("?limit=1000")).Select(c => (int)c["number"]!));
    }
}
