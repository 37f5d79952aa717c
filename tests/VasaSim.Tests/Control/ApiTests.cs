using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using VasaSim.Tests.Support;

namespace VasaSim.Tests.Control;

public class ApiTests(RunningSimulator simulator) : IClassFixture<RunningSimulator>
{
    [Theory]
    [InlineData("live")]
    [InlineData("ready")]
    public async Task A_simulator_that_runs_is_live_and_ready(string status) =>
        Assert.Equal(status, (string?)(await simulator.SendAsync(HttpMethod.Get, "/_sim/health/" + status))["status"]);

    [Fact]
    public async Task Info_tells_what_runs_and_never_a_password()
    {
        JsonObject info = await simulator.SendAsync(HttpMethod.Get, "/_sim/info");

        Assert.Equal("VasaSim", (string?)info["product"]);
        Assert.Equal("two-sites", (string?)info["lab"]);
        Assert.Equal(42, (long)info["seed"]!);
        Assert.Equal(RunningSimulator.StartTime, (string?)info["startTime"]);
        Assert.Null(info["dataDirectory"]);
        Assert.Equal(simulator.Address.Port, (int)info["ports"]!["control"]!);
        Assert.Equal($"http://127.0.0.1:{info["ports"]!["product"]}/sms/sdk", (string?)info["urls"]!["sms"]);
        Assert.Equal(17, (int)info["counts"]!["groups"]!);
        Assert.Equal(8 * 1024 * 1024, (int)info["limits"]!["requestBytes"]!);
        Assert.Contains("StorageViews.View", info["users"]![3]!["privileges"]!.AsArray().Select(p => (string)p!));
        Assert.DoesNotContain("VasaSim!1", info.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Info_tells_which_versions_and_methods_are_served()
    {
        JsonObject info = await simulator.SendAsync(HttpMethod.Get, "/_sim/info");

        JsonNode sms = info["services"]!.AsArray().Single(s => (string?)s!["name"] == "sms")!;
        Assert.Equal("8.0.3.0", (string?)sms["versions"]!.AsArray()[^1]);
        JsonNode sync = sms["methods"]!.AsArray().Single(m => (string?)m!["name"] == "SyncReplicationGroup_Task")!;
        Assert.True((bool)sync["implemented"]!);
        Assert.Equal("VasaProvider", (string?)sync["managedObject"]);
        JsonNode vim = info["services"]!.AsArray().Single(s => (string?)s!["name"] == "vim25")!;
        Assert.Contains("Login", vim["methods"]!.AsArray().Where(m => (bool)m!["implemented"]!).Select(m => (string)m!["name"]!));
    }

    [Fact]
    public async Task A_reset_tells_what_it_dropped_and_time_begins_again()
    {
        await simulator.SendAsync(HttpMethod.Post, "/_sim/v1/clock/freeze");
        await simulator.SendAsync(HttpMethod.Post, "/_sim/v1/clock/advance", """{"by":"1d"}""");
        await simulator.SendAsync(HttpMethod.Patch, "/_sim/v1/links/fd-a1/fd-b1", """{"up":false}""");

        JsonObject report = await simulator.SendAsync(HttpMethod.Post, "/_sim/v1/state/reset");

        Assert.Equal(17, (int)report["groups"]!);
        Assert.Equal(0, (int)report["tasks"]!);
        Assert.True((long)report["milliseconds"]! >= 0);
        Assert.Equal(RunningSimulator.StartTime, (string?)report["clock"]!["now"]);
        Assert.True((bool)(await simulator.SendAsync(HttpMethod.Get, "/_sim/v1/links/fd-a1/fd-b1"))["up"]!);
    }

    [Theory]
    [InlineData("GET", "/", HttpStatusCode.NotFound)]
    [InlineData("GET", "/_sim/v2/clock", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/_sim/v1/clock", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/_sim/v1/state/reset", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", "/_sim/v1/links/fd-a1/fd-b1", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/_sim/ca.pem", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_is_a_problem(string method, string path, HttpStatusCode status) =>
        await simulator.RefusedAsync(status, new HttpMethod(method), path);

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"up":true,"up":false}""")]
    [InlineData("\u0001")]
    public async Task A_body_that_is_no_object_is_a_problem(string body)
    {
        JsonObject problem = await simulator.RefusedAsync(HttpStatusCode.BadRequest, HttpMethod.Patch, "/_sim/v1/links/fd-a1/fd-b1", body);
        Assert.Equal("", (string?)problem["errors"]![0]!["pointer"]);
    }

    [Fact]
    public async Task A_body_that_is_too_long_is_a_problem()
    {
        // Said by hand, since the answer comes before the body was sent.
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, simulator.Address.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(
            "PATCH /_sim/v1/links/fd-a1/fd-b1 HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2000000\r\n\r\n"u8.ToArray(),
            TestContext.Current.CancellationToken);

        using StreamReader answer = new(client.GetStream());

        Assert.Equal("HTTP/1.1 413 Payload Too Large", await answer.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("text/plain")]
    public async Task A_body_of_another_type_is_a_problem(string type)
    {
        using StringContent content = new("""{"up":false}""", Encoding.UTF8, type);
        using HttpResponseMessage response = await simulator.Control.PatchAsync(
            new Uri("/_sim/v1/links/fd-a1/fd-b1", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("Host", "evil.example:8991", HttpStatusCode.Forbidden)]
    [InlineData("Host", "localhost:1", HttpStatusCode.OK)]
    [InlineData("Host", "[::1]:1", HttpStatusCode.OK)]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "http://localhost:3000", HttpStatusCode.OK)]
    public async Task Pages_from_elsewhere_get_nothing(string header, string value, HttpStatusCode status)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/_sim/v1/clock");
        request.Headers.TryAddWithoutValidation(header, value);

        using HttpResponseMessage response = await simulator.Control.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Head_answers_as_get_without_a_body()
    {
        using HttpRequestMessage request = new(HttpMethod.Head, "/_sim/health/ready");
        using HttpResponseMessage response = await simulator.Control.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Content.Headers.ContentLength > 0);
    }

    [Fact]
    public async Task Bytes_that_are_no_http_do_no_harm()
    {
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, simulator.Address.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(new byte[] { 0x16, 3, 1, 0, 0xff, 0xfe, 10, 10 }, TestContext.Current.CancellationToken);

        await simulator.SendAsync(HttpMethod.Get, "/_sim/health/live");
    }
}
