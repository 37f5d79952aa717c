using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using VasaSim.Tests.Support;

namespace VasaSim.Tests.Start;

public class StopTests
{
    private const string NoSignals = "There are no signals on Windows.";

    // What the program promises is 5 seconds; a loaded machine gets more, one that hangs does not.
    private static readonly TimeSpan Promise = TimeSpan.FromSeconds(15);

    public static bool IsWindows => OperatingSystem.IsWindows();

    [Theory(Skip = NoSignals, SkipWhen = nameof(IsWindows))]
    [InlineData(ProgramProcess.SigTerm)]
    [InlineData(ProgramProcess.SigInt)]
    public async Task A_signal_stops_in_good_order_though_calls_hang(int signal)
    {
        ProgramProcess.HearSigInt();
        using TempDirectory data = new();
        using ProgramProcess program = ProgramProcess.Start("--data", data.Path, "--tls", "off", "--ready-file", data.File("ready"));
        ReadyLine ready = await program.ReadyAsync();
        Assert.Equal(ready, ReadyLine.Parse((await File.ReadAllTextAsync(data.File("ready"), TestContext.Current.CancellationToken)).TrimEnd()));
        using TcpClient hanging = new();
        await hanging.ConnectAsync(IPAddress.Loopback, ready.Sms.Port, TestContext.Current.CancellationToken);
        await hanging.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes("POST /sms/sdk HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n<"), TestContext.Current.CancellationToken);

        (int code, _, string error) = await program.StopAsync(signal).WaitAsync(Promise, TestContext.Current.CancellationToken);

        Assert.True(code == ExitCode.Ok, error);
        Assert.False(File.Exists(data.File("ready")));
        Assert.False(File.Exists(data.File("world.db-wal")));
    }

    [Fact(Skip = NoSignals, SkipWhen = nameof(IsWindows))]
    public async Task A_signal_before_it_is_ready_ends_it_too()
    {
        using ProgramProcess program = ProgramProcess.Start("--data", ":memory:");
        program.Signal(ProgramProcess.SigTerm);

        await program.EndAsync();
    }

    [Fact]
    public async Task After_a_kill_the_world_is_as_it_was_and_stale_files_are_gone()
    {
        using TempDirectory data = new();
        string[] arguments = ["--data", data.Path, "--ready-file", data.File("ready"), "--start-time", RunningSimulator.StartTime];
        JsonObject clock;
        using (ProgramProcess killed = ProgramProcess.Start([.. arguments, "--clock", "frozen"]))
        {
            using HttpClient control = new() { BaseAddress = (await killed.ReadyAsync()).Control };
            await SendAsync(control, HttpMethod.Patch, "/_sim/v1/links/fd-a1/fd-b1", """{"up":false,"lag":"4m"}""");
            await SendAsync(control, HttpMethod.Patch, "/_sim/v1/providers/vasaProvider-3", """{"busy":true,"maxBatchSize":3}""");
            clock = await SendAsync(control, HttpMethod.Post, "/_sim/v1/clock/advance", """{"by":"3h"}""");
            await killed.KillAsync();
            Assert.True(File.Exists(data.File("ready")));
        }

        using ProgramProcess again = ProgramProcess.Start(arguments);
        using HttpClient after = new() { BaseAddress = (await again.ReadyAsync()).Control };
        JsonObject link = await SendAsync(after, HttpMethod.Get, "/_sim/v1/links/fd-a1/fd-b1");
        Assert.False((bool)link["up"]!);
        Assert.Equal("4m", (string?)link["lag"]);
        JsonObject provider = await SendAsync(after, HttpMethod.Get, "/_sim/v1/providers/vasaProvider-3");
        Assert.True((bool)provider["busy"]!);
        Assert.Equal(3, (int)provider["maxBatchSize"]!["enforced"]!);
        Assert.True(JsonNode.DeepEquals(clock, await SendAsync(after, HttpMethod.Get, "/_sim/v1/clock")));
    }

    [Fact(Skip = NoSignals, SkipWhen = nameof(IsWindows))]
    public async Task The_env_file_is_what_a_shell_can_read()
    {
        using TempDirectory data = new();
        using ProgramProcess program = ProgramProcess.Start("--data", ":memory:", "--env-file", data.File("env"), "--password", "it's \"$HOME\"");
        ReadyLine ready = await program.ReadyAsync();

        using System.Diagnostics.Process shell = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("sh")
        {
            RedirectStandardOutput = true,
            ArgumentList = { "-c", ". \"$0\"; printf '%s\\n' \"$VASASIM_SMS_URL\" \"$VASASIM_URL\" \"$VASASIM_CA\" \"$GOVC_URL\" \"$GOVC_USERNAME\" \"$GOVC_PASSWORD\" \"$VSPHERE_SERVER\"", data.File("env") },
        })!;
        string[] lines = (await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).TrimEnd().Split('\n');

        Assert.Equal(
            [
                ready.Sms.AbsoluteUri, ready.Control.AbsoluteUri.TrimEnd('/'), ready.Ca, new Uri(ready.Sms, "/sdk").AbsoluteUri,
                "administrator@sim.local", "it's \"$HOME\"", ready.Sms.Authority,
            ],
            lines);
    }

    private static async Task<JsonObject> SendAsync(HttpClient control, HttpMethod method, string path, string? json = null)
    {
        using HttpRequestMessage request = new(method, path);
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await control.SendAsync(request, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!;
    }
}
