using System.Text;
using System.Text.Json.Nodes;
using VasaSim.Server.Tests.Journal;

namespace VasaSim.Server.Tests.Faces.Vcda;

/// <summary>Calls of the API for cloud replications in the journal.</summary>
public sealed class JournalTests
{
    [Fact]
    public async Task No_secret_leaves_it()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        string[] members = ["localPassword", "password", "samlToken", "signature", "vcdPassword", "vcdCookie", "vcdAccessToken", "cookie"];
        foreach (string type in new[] { "localUser", "ssoCredentials", "ssoToken", "vcdCredentials", "vcdCookie", "vcdAccessToken" })
        {
            JsonObject body = new(members.Select(m => KeyValuePair.Create(m, (JsonNode?)$"s3cret-{m}"))) { ["type"] = type, ["localUser"] = "root" };
            await stage.Client.Other().SendAsync("POST", "/sessions", body.ToJsonString());
        }

        string token = stage.Client.Token!;
        await stage.Client.SendAsync("GET", "/sessions", null, null, ("User-Agent", $"x/{token}"));
        await stage.Client.DeleteAsync("/sessions");

        JournalClient journal = new(stage.Simulator);
        StringBuilder all = new(await journal.TextAsync(JournalClient.Path));
        foreach (JsonNode call in await journal.ListAsync())
        {
            foreach (string form in new[] { "", "?as=raw", "?as=curl" })
            {
                all.Append(await journal.TextAsync($"{JournalClient.Path}/{call["number"]}{form}"));
            }
        }

        string text = all.ToString();
        Assert.Contains("X-VCAV-Auth: ***", text, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", text, StringComparison.Ordinal);
        Assert.DoesNotContain(VcdaClient.Password, text, StringComparison.Ordinal);
        Assert.DoesNotContain(token, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexStringLower(Convert.FromBase64String(token)), text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sites")]
    [InlineData("/no-such-path")]
    public async Task The_line_for_curl_goes_to_the_port_that_was_called(string path)
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        await stage.Client.GetAsync(path);
        JournalClient journal = new(stage.Simulator);
        JsonNode call = await journal.LastAsync();

        string line = await journal.TextAsync($"{JournalClient.Path}/{call["number"]}?as=curl");

        Assert.EndsWith($" '{stage.Simulator.Host.VcdaUri!.GetLeftPart(UriPartial.Authority)}{path}'\n", line, StringComparison.Ordinal);
    }
}
