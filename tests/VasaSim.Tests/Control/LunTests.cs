using System.Net;
using System.Text.Json.Nodes;
using VasaSim.Tests.Support;

namespace VasaSim.Tests.Control;

public class LunTests(RunningSimulator simulator) : IClassFixture<RunningSimulator>
{
    [Fact]
    public async Task A_lun_fills_up_and_says_so()
    {
        await simulator.ResetAsync();
        JsonArray luns = (await simulator.SendAsync(HttpMethod.Get, "/_sim/v1/luns"))["luns"]!.AsArray();
        Assert.Equal(["green", "yellow", "green", "green", "red", "green", "green"], luns.Select(l => (string?)l!["status"]));

        foreach ((int used, string status) in new[] { (943717, "green"), (943718, "yellow"), (996146, "yellow"), (996147, "red"), (0, "green") })
        {
            JsonObject lun = await simulator.SendAsync(HttpMethod.Patch, "/_sim/v1/luns/a1-l1", $$"""{"usedInMB":{{used}}}""");
            Assert.Equal(used, (int)lun["usedInMB"]!);
            Assert.Equal(status, (string?)lun["status"]);
        }
    }

    [Fact]
    public async Task More_than_it_holds_is_refused()
    {
        await simulator.ResetAsync();

        JsonObject problem = await simulator.RefusedAsync(
            HttpStatusCode.BadRequest, HttpMethod.Patch, "/_sim/v1/luns/a1-l4", """{"usedInMB":204801,"free":1}""");

        Assert.Equal(["/usedInMB", "/free"], problem["errors"]!.AsArray().Select(e => (string?)e!["pointer"]));
        Assert.Contains("from 0 to 204800", (string?)problem["errors"]![0]!["legal"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_lun_is_not_found_and_those_there_are_are_named()
    {
        JsonObject problem = await simulator.RefusedAsync(HttpStatusCode.NotFound, HttpMethod.Get, "/_sim/v1/luns/none");

        Assert.Contains("a1-l1", problem["legal"]!.AsArray().Select(l => (string?)l));
    }
}
