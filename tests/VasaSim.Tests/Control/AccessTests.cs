using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using VasaSim.Tests.Commands;
using VasaSim.Tests.Support;

namespace VasaSim.Tests.Control;

/// <summary>The control port where other machines reach it.</summary>
public class AccessTests
{
    private const string Token = "s3cret-of-the-lab";

    [Theory]
    [InlineData("0.0.0.0", "127.0.0.1")]
    [InlineData("0.0.0.0", "127.0.0.2")]
    [InlineData("127.0.0.2", "127.0.0.2")]
    public async Task With_a_token_only_who_shows_it_is_answered_and_health_is_open(string bind, string address)
    {
        using ProgramProcess server = ProgramProcess.Start("--data", ":memory:", "--tls", "off", "--control-bind", bind, "--control-token", Token);
        Uri control = (await server.ReadyAsync()).Control;
        Assert.Equal(bind == "0.0.0.0" ? "127.0.0.1" : bind, control.Host);
        using HttpClient http = new() { BaseAddress = new Uri($"http://{address}:{control.Port}") };

        foreach (AuthenticationHeaderValue? given in new[] { null, new AuthenticationHeaderValue("Bearer", Token + "x"), new AuthenticationHeaderValue("Bearer"), new AuthenticationHeaderValue("Basic", Token) })
        {
            using HttpResponseMessage refused = await AskAsync(http, "/_sim/info", given);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            Assert.Equal("Bearer", Assert.Single(refused.Headers.WwwAuthenticate).Scheme);
            Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        }

        using HttpResponseMessage health = await AskAsync(http, "/_sim/health/ready", null);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        using HttpResponseMessage reset = await http.PostAsync(new Uri("/_sim/v1/state/reset", UriKind.Relative), null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, reset.StatusCode);

        using HttpResponseMessage info = await AskAsync(http, "/_sim/info", new AuthenticationHeaderValue("Bearer", Token), "sim.example");
        Assert.Equal(HttpStatusCode.OK, info.StatusCode);
        string text = await info.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(Token, text, StringComparison.Ordinal);
        Assert.Equal(http.BaseAddress, new Uri((string)JsonNode.Parse(text)!["urls"]!["control"]!));

        (_, string output, string log) = await server.StopAsync();
        Assert.DoesNotContain(Token, output + log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_show_the_token_of_their_option_or_variable()
    {
        using ProgramProcess server = ProgramProcess.Run(
            ["start", "--data", ":memory:", "--tls", "off", "--port", "0", "--control-port", "0", "--vcda-port", "0", "--srm-port", "0"], null, ("VASASIM_CONTROL_TOKEN", Token));
        string url = (await server.ReadyAsync()).Control.AbsoluteUri;

        (int code, _, string error) = await InProcess.RunAsync(["clock", "show", "--url", url]);
        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("--token or VASASIM_CONTROL_TOKEN", error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, (await InProcess.RunAsync(["clock", "show", "--url", url, "--token", Token])).ExitCode);
        Assert.Equal(ExitCode.Ok, (await InProcess.RunAsync(["clock", "show", "--url", url], ("VASASIM_CONTROL_TOKEN", Token))).ExitCode);
        Assert.Equal(ExitCode.Ok, (await InProcess.RunAsync(["try", "query", "--url", url], ("VASASIM_CONTROL_TOKEN", Token))).ExitCode);
        Assert.Equal(ExitCode.Ok, (await InProcess.RunAsync(["wait", "--timeout", "0", "--url", url])).ExitCode);
    }

    [Fact]
    public async Task Beyond_loopback_there_has_to_be_a_token()
    {
        (int code, _, string error) = await InProcess.RunAsync(["start", "--control-bind", "0.0.0.0", "--data", ":memory:"]);
        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("--control-token or VASASIM_CONTROL_TOKEN", error, StringComparison.Ordinal);

        (code, _, error) = await InProcess.RunAsync(["start", "--control-token", "se cret"]);
        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("--control-token: the value is not legal", error, StringComparison.Ordinal);
        Assert.DoesNotContain("se cret", error, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient http, string path, AuthenticationHeaderValue? token, string? host = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.Authorization = token;
        request.Headers.Host = host;
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
