using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using VasaSim.Tests.Support;

namespace VasaSim.Tests.Commands;

public class JournalCommandTests(RunningSimulator simulator) : IClassFixture<RunningSimulator>
{
    [Fact]
    public async Task Calls_are_listed_shown_and_forgotten()
    {
        await RunAsync("journal", "clear");
        await LogInAsync("administrator");
        await LogInAsync("nobody", "wrong");

        Assert.Matches(@"CALL +TIME +VIA +OPERATION +TARGET +OUTCOME +RULES +USER +GROUPS\n\d+ +\S+ +vim json +Login +\S+ +ok +- +administrator@sim\.local", await RunAsync("journal", "ls"));
        Assert.DoesNotContain("administrator", await RunAsync("journal", "ls", "--fault", "*"), StringComparison.Ordinal);
        JsonNode call = JsonNode.Parse(await RunAsync("journal", "ls", "--fault", "Invalid*", "--operation", "Log*", "--limit", "1", "--format", "json"))!["calls"]![0]!;
        Assert.Equal("InvalidLogin", (string?)call["outcome"]);

        string number = call["number"]!.ToString();
        string shown = await RunAsync("journal", "show", number);
        Assert.Matches("operation +Login", shown);
        Assert.Contains("""{"userName":"nobody@sim.local","password":"***"}""", shown, StringComparison.Ordinal);
        Assert.StartsWith("POST /sdk/vim25/", await RunAsync("journal", "show", number, "--as", "raw"), StringComparison.Ordinal);
        Assert.StartsWith("curl ", await RunAsync("journal", "show", number, "--as", "curl"), StringComparison.Ordinal);

        Assert.Equal("Cleared 2 calls.", (await RunAsync("journal", "clear")).Trim());
    }

    [Fact]
    public async Task Verify_ends_with_6_when_the_calls_are_not_as_expected()
    {
        await RunAsync("journal", "clear");
        await LogInAsync("administrator");
        await LogInAsync("viewer");

        Assert.Equal(
            "passed, 2 calls checked",
            (await RunAsync("journal", "verify", "--operation", "Login", "--at-most", "3", "--at-least", "2", "--groups-at-most", "4", "--never-while-running", "--order", "Login,Log*")).Trim());

        (int code, string output, string error) = await AskAsync("journal", "verify", "--operation", "Login", "--user", "viewer*", "--exactly", "2");
        Assert.Equal(6, code);
        Assert.Contains("calls.exactly: There was 1 call of operation 'Login', user 'viewer*' instead of exactly 2.", output, StringComparison.Ordinal);
        Assert.Contains("The user is 'administrator@sim.local', not 'viewer*'.", output, StringComparison.Ordinal);
        Assert.Equal("Not verified: 1 failed, 0 unknown.", error.Trim());

        (code, output, _) = await AskAsync("journal", "verify", "--groups-exactly", "1", "--groups-at-least", "1", "--format", "json");
        Assert.Equal(ExitCode.Usage, code);
        Assert.Empty(output);
        (code, output, _) = await AskAsync("journal", "verify", "--groups-at-least", "1", "--format", "json");
        Assert.Equal(ExitCode.NotVerified, code);
        Assert.False((bool)JsonNode.Parse(output)!["passed"]!);
    }

    [Fact]
    public async Task Tail_writes_calls_as_they_come_until_the_simulator_ends()
    {
        using ProgramProcess server = ProgramProcess.Start("--data", ":memory:", "--tls", "off");
        Uri control = (await server.ReadyAsync()).Control;
        using ProgramProcess tail = ProgramProcess.Run(["journal", "tail", "--fault", "Invalid*", "--url", control.AbsoluteUri]);
        Assert.StartsWith("CALL    TIME ", await tail.ReadLineAsync(), StringComparison.Ordinal);

        await LogInAsync("administrator", at: control);
        await LogInAsync("nobody", "wrong", control);
        Assert.Matches(@"^2 +\S+ +vim json +Login +SessionManager:SessionManager +InvalidLogin +- +- +-$", await tail.ReadLineAsync());

        await server.StopAsync();
        (int code, _, string error) = await tail.EndAsync();
        Assert.Equal(ExitCode.NotRunning, code);
        Assert.Contains("has ended", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The journal has no call '999999'.", "journal", "show", "999999")]
    [InlineData("as: 'xml' is not legal", "journal", "show", "1", "--as", "xml")]
    [InlineData("there is nothing to verify", "journal", "verify", "--operation", "x")]
    [InlineData("limit: '0' is not legal", "journal", "ls", "--limit", "0")]
    public async Task What_is_refused_is_wrong_usage(string message, params string[] arguments)
    {
        (int code, string output, string error) = await AskAsync(arguments);

        Assert.Equal(ExitCode.Usage, code);
        Assert.Empty(output);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    private async Task LogInAsync(string user, string password = "VasaSim!1", Uri? at = null)
    {
        JsonNode info = (await simulator.Control.GetFromJsonAsync<JsonNode>(
            new Uri(at ?? simulator.Address, "/_sim/info"), TestContext.Current.CancellationToken))!;
        using StringContent body = new($$"""{"userName":"{{user}}@sim.local","password":"{{password}}"}""", Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await simulator.Control.PostAsync(
            new Uri($"http://127.0.0.1:{info["ports"]!["product"]}/sdk/vim25/8.0.3.0/SessionManager/SessionManager/Login"), body, TestContext.Current.CancellationToken);
        Assert.Equal(password == "wrong" ? HttpStatusCode.InternalServerError : HttpStatusCode.OK, response.StatusCode);
    }

    private Task<(int Code, string Output, string Error)> AskAsync(params string[] arguments) =>
        InProcess.RunAsync(arguments, ("VASASIM_URL", simulator.Address.AbsoluteUri));

    private async Task<string> RunAsync(params string[] arguments)
    {
        (int code, string output, string error) = await AskAsync(arguments);
        Assert.True(code == ExitCode.Ok, $"{code}: {error}");
        return output;
    }
}
