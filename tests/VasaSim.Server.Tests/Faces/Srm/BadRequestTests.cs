using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VasaSim.Server.Tests.Journal;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>Requests that make no sense are told why, and nothing breaks of them.</summary>
public sealed class BadRequestTests
{
    [Theory]
    [InlineData("", "The body is missing")]
    [InlineData("{", "not JSON at line 1")]
    [InlineData("[]", "not legal")]
    [InlineData("null", "The body is null")]
    [InlineData("""{"pair_vc_guid":5}""", "'pair_vc_guid' is not legal; legal is a text")]
    [InlineData("""{"pair_psc_info":{"port":"443"}}""", "'pair_psc_info.port' is not legal; legal is a whole number")]
    [InlineData("""{"pair_vc_guid":"x","pairVcGuid":"x"}""", "'pairVcGuid'")]
    [InlineData("""{"pair_psc_info":{"user":"x"}}""", "'pair_psc_info.user'")]
    public async Task A_body_that_makes_no_sense_is_told_why(string body, string expected)
    {
        await using SrmStage stage = await SrmStage.StartAsync();

        SrmReply reply = await stage.Client.PostAsync("/pairings", body);

        Assert.Equal((400, "dr.fault.InvalidArgument"), (reply.Status, reply.Code));
        Assert.Contains(expected, reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_is_sent_wherever_nothing_breaks()
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        await stage.Client.WithRemoteAsync();
        string[] bodies = ["", "null", "5", "{", "{\"x\":null}", new string('[', 100), "\0"];
        foreach ((string path, JsonNode? verbs) in (await stage.Client.SchemasAsync()).Document["paths"]!.AsObject())
        {
            string filled = Regex.Replace(path.Replace("/pairings/{pairing_id}", stage.Client.Pairing, StringComparison.Ordinal).Replace("{srm_id}", stage.Here, StringComparison.Ordinal), @"\{\w+\}", "%2F:%C3%A9");
            foreach (string verb in verbs!.AsObject().Select(v => v.Key).Where(v => path != "/session"))
            {
                foreach (string body in verb == "get" ? [""] : bodies)
                {
                    SrmReply reply = await stage.Client.SendAsync(verb.ToUpperInvariant(), $"{filled}?limit=&sort_by=.&filter=%00&filter_property=a..b", body);
                    Assert.True(reply.Status != 500, $"{verb} {path} {body}: {reply.Body}");
                }
            }
        }
    }

    [Theory]
    [InlineData("GET", "/no/such", 404)]
    [InlineData("PATCH", "/session", 405)]
    [InlineData("PUT", "/tasks", 405)]
    [InlineData("GET", "//session/", 200)]
    public async Task Paths_and_methods_that_there_are_not(string method, string path, int status)
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        using HttpRequestMessage request = new(new HttpMethod(method), $"/api/rest/srm/v2{path}");
        request.Headers.Add("x-dr-session", stage.Client.Session);

        using HttpResponseMessage answer = await stage.Simulator.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(status == 200, (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Length > 0);
        Assert.Equal(status == 405, answer.Content.Headers.Allow.Count > 0);
        Assert.Equal(status == 200 ? "ok" : "dr.fault.NotFound", (string?)(await new JournalClient(stage.Simulator).LastAsync())["outcome"]);
    }
}
