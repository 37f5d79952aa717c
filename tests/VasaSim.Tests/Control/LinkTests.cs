using System.Net;
using System.Text.Json.Nodes;
using VasaSim.Tests.Support;

namespace VasaSim.Tests.Control;

public class LinkTests(RunningSimulator simulator) : IClassFixture<RunningSimulator>
{
    private const string Link = "/_sim/v1/links/fd-a1/fd-b1";

    [Fact]
    public async Task A_link_goes_down_and_up_and_tells_its_outages()
    {
        await simulator.ResetAsync();

        JsonObject down = await simulator.SendAsync(HttpMethod.Patch, Link, """{"up":false}""");
        Assert.False((bool)down["up"]!);
        Assert.Null(Assert.Single(down["outages"]!.AsArray())!["to"]);

        await simulator.SendAsync(HttpMethod.Post, "/_sim/v1/clock/advance", """{"by":"10m"}""");
        JsonObject up = await simulator.SendAsync(HttpMethod.Patch, Link, """{"up":true}""");
        Assert.True((bool)up["up"]!);
        Assert.Equal("2025-01-15T12:10:00.000Z", (string?)up["outages"]![0]!["to"]);
    }

    [Fact]
    public async Task Lag_and_bandwidth_are_said_as_they_were_given_and_the_limit_goes_with_null()
    {
        await simulator.ResetAsync();

        JsonObject slow = await simulator.SendAsync(HttpMethod.Patch, Link, """{"lag":"1h30m","bandwidth":"50MB/s"}""");
        Assert.Equal("1h30m", (string?)slow["lag"]);
        Assert.Equal("50MB/s", (string?)slow["bandwidth"]);

        // In the other order it is the same link; what is not named stays.
        JsonObject free = await simulator.SendAsync(HttpMethod.Patch, "/_sim/v1/links/fd-b1/fd-a1", """{"bandwidth":null}""");
        Assert.Equal("fd-a1", (string?)free["a"]);
        Assert.Equal("1h30m", (string?)free["lag"]);
        Assert.Null(free["bandwidth"]);
        Assert.True(free.ContainsKey("bandwidth"));
    }

    [Fact]
    public async Task The_list_has_every_link_that_the_lab_names_or_that_was_changed()
    {
        await simulator.ResetAsync();
        Assert.Equal(5, (await simulator.SendAsync(HttpMethod.Get, "/_sim/v1/links"))["links"]!.AsArray().Count);

        // Domains that nothing was said of are linked too.
        Assert.True((bool)(await simulator.SendAsync(HttpMethod.Get, "/_sim/v1/links/fd-n1/fd-b1"))["up"]!);
        await simulator.SendAsync(HttpMethod.Patch, "/_sim/v1/links/fd-n1/fd-b1", """{"lag":"4m"}""");

        Assert.Equal(6, (await simulator.SendAsync(HttpMethod.Get, "/_sim/v1/links"))["links"]!.AsArray().Count);
    }

    [Fact]
    public async Task Clouds_are_ends_of_links()
    {
        await simulator.ResetAsync();
        JsonObject link = await simulator.SendAsync(HttpMethod.Get, "/_sim/v1/links/cloud-b/cloud-a");
        Assert.Equal(("cloud-a", "50MB/s", "1s"), ((string?)link["a"], (string?)link["bandwidth"], (string?)link["lag"]));
        Assert.False((bool)(await simulator.SendAsync(HttpMethod.Patch, "/_sim/v1/links/cloud-b/cloud-a", """{"up":false}"""))["up"]!);
        Assert.False((bool)(await simulator.SendAsync(HttpMethod.Get, "/_sim/v1/links/cloud-a/cloud-b"))["up"]!);
    }

    [Theory]
    [InlineData("/_sim/v1/links/fd-a1/fd-x")]
    [InlineData("/_sim/v1/links/fd-x/fd-y")]
    [InlineData("/_sim/v1/links/fd-a1/fd-a1")]
    [InlineData("/_sim/v1/links/cloud-a/cloud-a")]
    [InlineData("/_sim/v1/links/cloud-a/cloud-x")]
    [InlineData("/_sim/v1/links/cloud-a/fd-a1")]
    public async Task A_link_that_cannot_be_is_not_found_and_the_ends_there_are_are_named(string path)
    {
        foreach (HttpMethod method in new[] { HttpMethod.Get, HttpMethod.Patch })
        {
            JsonObject problem = await simulator.RefusedAsync(HttpStatusCode.NotFound, method, path);
            Assert.Equal(["fd-a1", "fd-b1", "fd-n1", "fd-io-a", "fd-io-b", "fd-e1", "cloud-a", "cloud-b"], problem["legal"]!.AsArray().Select(l => (string)l!));
        }
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_body_is_told_and_nothing_is_changed()
    {
        await simulator.ResetAsync();

        JsonObject problem = await simulator.RefusedAsync(
            HttpStatusCode.BadRequest, HttpMethod.Patch, Link, """{"up":"no","lag":"-4m","bandwidth":"0MB/s","bandwith":"1MB/s","a/b~c":1}""");

        Assert.Equal(
            ["/up", "/lag", "/bandwidth", "/bandwith", "/a~1b~0c"],
            problem["errors"]!.AsArray().Select(e => (string)e!["pointer"]!));
        Assert.Contains("did you mean bandwidth?", (string)problem["errors"]![3]!["detail"]!, StringComparison.Ordinal);
        Assert.True((bool)(await simulator.SendAsync(HttpMethod.Get, Link))["up"]!);
    }
}
