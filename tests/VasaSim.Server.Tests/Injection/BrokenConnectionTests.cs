using System.Globalization;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace VasaSim.Server.Tests.Injection;

/// <summary>What the socket sees of rules that break connections.</summary>
public sealed class BrokenConnectionTests
{
    private const string Query = "<QueryProvider xmlns=\"urn:sms\"><_this/></QueryProvider>";

    public static TheoryData<bool, string> Phases => new(
        from tls in new[] { false, true }
        from at in new[] { "beforeValidation", "afterValidation", "afterCommit", "duringReply" }
        select (tls, at));

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Phases))]
    public async Task A_reset_is_a_RST_without_a_byte_before(bool tls, string at)
    {
        await using Simulator simulator = await StartAsync(tls);
        await simulator.RulesAsync($"  - {{ match: {{ operation: QueryProvider }}, at: {at}, do: {{ connection: reset }} }}");
        RawExchange exchange = await QueryAsync(simulator, tls);
        Assert.Equal(("RST", 0), (exchange.Ending, exchange.Bytes.Length));
        JsonNode call = (await simulator.CallsAsync())[^1];
        Assert.Equal("noAnswer", (string?)call["outcome"]);
        Assert.Equal("r1", (string?)call["rules"]![0]);
    }

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Phases))]
    public async Task A_close_is_a_FIN_without_a_byte_before(bool tls, string at)
    {
        await using Simulator simulator = await StartAsync(tls);
        await simulator.RulesAsync($"  - {{ match: {{ operation: QueryProvider }}, at: {at}, do: {{ connection: close }} }}");
        RawExchange exchange = await QueryAsync(simulator, tls);
        Assert.Equal(("FIN", 0), (exchange.Ending, exchange.Bytes.Length));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(false, 0)]
    [InlineData(false, 1)]
    [InlineData(false, 300)]
    [InlineData(true, 0)]
    [InlineData(true, 1)]
    [InlineData(true, 300)]
    public async Task A_reply_that_is_cut_has_so_many_bytes_and_announces_all(bool tls, int bytes)
    {
        await using Simulator simulator = await StartAsync(tls);
        RawExchange whole = await QueryAsync(simulator, tls, close: true);
        await simulator.RulesAsync($"  - {{ match: {{ operation: QueryProvider }}, do: {{ connection: {{ truncate: {bytes} }} }} }}");
        RawExchange exchange = await QueryAsync(simulator, tls);
        Assert.Equal("FIN", exchange.Ending);
        Assert.Equal(whole.Body[..bytes], exchange.Body);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {whole.Body.Length}\r\n"), exchange.Text, StringComparison.Ordinal);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_reply_that_drips_comes_whole_and_takes_its_time()
    {
        await using Simulator simulator = await StartAsync(tls: false);
        RawExchange whole = await QueryAsync(simulator, false, close: true);
        await simulator.RulesAsync("  - { match: { operation: QueryProvider }, do: { connection: { drip: 4KB/s } } }");
        RawExchange exchange = await QueryAsync(simulator, false, close: true);
        Assert.Equal(whole.Body, exchange.Body);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_connection_that_hangs_is_closed_when_its_time_is_over()
    {
        await using Simulator simulator = await StartAsync(tls: false);
        await simulator.RulesAsync("  - { match: { operation: QueryProvider }, do: { connection: hang, for: 50ms } }");
        RawExchange exchange = await QueryAsync(simulator, false);
        Assert.Equal(("FIN", 0), (exchange.Ending, exchange.Bytes.Length));
    }

    [Theory(Timeout = 60_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connection_that_is_refused_is_reset_at_once_and_the_control_port_is_not(bool tls)
    {
        await using Simulator simulator = await StartAsync(tls);
        await simulator.RulesAsync("  - { when: { calls: 2 }, do: { connection: refuse } }");
        Assert.Contains("QueryProviderResponse", (await QueryAsync(simulator, tls, close: true)).Text, StringComparison.Ordinal);
        Assert.Equal("RST", (await QueryAsync(simulator, tls)).Ending);
        Assert.Contains("QueryProviderResponse", (await QueryAsync(simulator, tls, close: true)).Text, StringComparison.Ordinal);
        Assert.Equal("live", (string?)(await simulator.ReadAsync("/_sim/health/live"))["status"]);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_TLS_alert_is_a_fatal_one_and_then_FIN()
    {
        await using Simulator simulator = await StartAsync(tls: true);
        await simulator.RulesAsync("  - { do: { connection: tlsAlert } }");
        using Socket socket = new(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(simulator.Host.ProductUri.Host, simulator.Host.ProductUri.Port, TestContext.Current.CancellationToken);
        await socket.SendAsync(new byte[] { 0x16, 0x03, 0x01, 0x00, 0x00 }, TestContext.Current.CancellationToken);
        byte[] buffer = new byte[64];
        int length = 0;
        while (await socket.ReceiveAsync(buffer.AsMemory(length), TestContext.Current.CancellationToken) is > 0 and int more)
        {
            length += more;
        }

        Assert.Equal([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28], buffer[..length]);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_rule_that_lets_everything_hang_cannot_touch_the_control_port()
    {
        await using Simulator simulator = await StartAsync(tls: false);
        await simulator.RulesAsync("  - { at: beforeValidation, do: { connection: hang } }");
        Assert.Equal("ready", (string?)(await simulator.ReadAsync("/_sim/health/ready"))["status"]);
        Assert.Single((await simulator.ReadAsync("/_sim/v1/rules"))["rules"]!.AsArray());
    }

    [Theory(Timeout = 60_000)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task An_HTTP_status_comes_bare(int status)
    {
        await using Simulator simulator = await StartAsync(tls: false);
        await simulator.RulesAsync($"  - {{ match: {{ operation: QueryProvider }}, do: {{ httpStatus: {status} }} }}");
        RawExchange exchange = await QueryAsync(simulator, false, close: true);
        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} "), exchange.Text, StringComparison.Ordinal);
        Assert.Equal("", exchange.Body);
    }

    private static Task<Simulator> StartAsync(bool tls) => Simulator.StartAsync(o => o with { Tls = tls });

    private static Task<RawExchange> QueryAsync(Simulator simulator, bool tls, bool close = false)
    {
        string session = simulator.Host.Workspace.Sessions.Login(
            "administrator@sim.local", "VasaSim!1", Simulator.StartTime, "test", "127.0.0.1", "en_US")!.Id;
        byte[] request = RawExchange.Soap(session, "storageManager", "SmsStorageManager", Query);
        if (close)
        {
            string text = System.Text.Encoding.UTF8.GetString(request).Replace("Host: localhost\r\n", "Host: localhost\r\nConnection: close\r\n", StringComparison.Ordinal);
            request = System.Text.Encoding.UTF8.GetBytes(text);
        }

        return RawExchange.SendAsync(simulator.Host.ProductUri, request, tls);
    }
}
