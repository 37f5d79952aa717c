using System.Diagnostics;
using System.Text;
using VasaSim.Server.Journal;

namespace VasaSim.Server.Tests.Journal;

/// <summary>The line for curl sends what the client sent.</summary>
public sealed class CurlTests
{
    [Theory]
    [InlineData("{\"a\":\"it's ünïcode\"}\n")]
    [InlineData("@file $HOME `x` \\n")]
    [InlineData("a\0b\u0001\r\n")]
    [InlineData("")]
    public async Task A_shell_that_runs_it_sends_the_same_request(string body)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "It is a line for a POSIX shell.");
        await using Simulator simulator = await Simulator.StartAsync();
        JournalClient journal = new(simulator);
        using HttpRequestMessage request = new(HttpMethod.Post, "/sms/sdk?a=[1]&b='") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Headers.Add("X-Odd", "it's; odd");
        using HttpResponseMessage response = await simulator.Http.SendAsync(request, TestContext.Current.CancellationToken);
        string line = await journal.TextAsync(JournalClient.Path + "/1?as=curl");

        using Process shell = Process.Start(new ProcessStartInfo("sh", ["-c", line]) { RedirectStandardOutput = true })!;
        await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(shell.ExitCode == 127, "There is no curl.");

        // Headers may come in another order.
        Assert.Equal(Lines(await journal.TextAsync(JournalClient.Path + "/1?as=raw")), Lines(await journal.TextAsync(JournalClient.Path + "/2?as=raw")));
    }

    [Fact]
    public void A_client_without_a_header_does_not_get_curls_own()
    {
        string line = CurlLine.Of(new MaskedMessage("GET / HTTP/1.1", [("Accept", "")], []), new Uri("https://127.0.0.1:1"), "/x/ca.pem");

        Assert.Equal(
            "curl -s -i --path-as-is -g --cacert '/x/ca.pem' -X 'GET' -H 'Accept;' -H 'User-Agent:' -H 'Content-Type:' -H 'Expect:' 'https://127.0.0.1:1/'\n",
            line);
    }

    private static IEnumerable<string> Lines(string raw) => raw.Split("\r\n").Order(StringComparer.Ordinal);
}
