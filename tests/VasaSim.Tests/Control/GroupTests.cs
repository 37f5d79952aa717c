using System.Net;
using System.Text.Json.Nodes;
using VasaSim.Tests.Support;

namespace VasaSim.Tests.Control;

public class GroupTests(RunningSimulator simulator) : IClassFixture<RunningSimulator>
{
    private const string Groups = "/_sim/v1/groups";
    private const string A = Groups + "/fd-a1/rg-01";
    private const string B = Groups + "/fd-b1/rg-01-t";

    [Fact]
    public async Task Groups_are_listed_and_found_by_what_they_are()
    {
        await simulator.ResetAsync();
        await simulator.SendAsync(HttpMethod.Patch, A, """{"labels":{"tier":"gold","app":"db"}}""");
        await simulator.SendAsync(HttpMethod.Patch, B, """{"labels":{"tier":"gold"}}""");

        Assert.Equal(17, (await ListAsync("")).Length);
        Assert.Equal(["rg-04-t"], await ListAsync("?state=FAILEDOVER"));
        Assert.Equal(["rg-01", "rg-01-t"], await ListAsync("?label=tier=gold"));
        Assert.Equal(["rg-01"], await ListAsync("?label=tier&label=app=db"));
        Assert.Equal(["rg-01-t"], await ListAsync("?label=tier=gold&faultDomain=fd-b1"));
        Assert.Empty(await ListAsync("?label=tier=silver"));
    }

    [Fact]
    public async Task A_query_that_makes_no_sense_is_a_problem()
    {
        JsonObject problem = await simulator.RefusedAsync(HttpStatusCode.BadRequest, HttpMethod.Get, Groups + "?state=FAILEDOVR&faultDomain=fd-x&lable=x");

        Assert.Equal(["?faultDomain", "?state", "?lable"], problem["errors"]!.AsArray().Select(e => (string)e!["pointer"]!));
        Assert.Contains("did you mean label?", (string)problem["errors"]![2]!["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_tells_what_it_is()
    {
        await simulator.ResetAsync();

        JsonObject source = await simulator.SendAsync(HttpMethod.Get, A);
        Assert.Equal("SOURCE", (string?)source["state"]);
        Assert.Null(source["source"]);
        Assert.Equal("rg-01-t", (string?)source["targets"]![0]!["id"]);
        Assert.Equal("vasaProvider-1", (string?)source["provider"]);

        JsonObject inTest = await simulator.SendAsync(HttpMethod.Get, Groups + "/fd-b1/rg-03-t");
        Assert.Equal("INTEST", (string?)inTest["state"]);
        Assert.Equal("fd-a1", (string?)inTest["source"]!["faultDomain"]);
        Assert.NotNull(inTest["recovery"]!["at"]);
        Assert.Equal((int)inTest["deviceCount"]!, inTest["devices"]!.AsArray().Count);
        Assert.All(inTest["devices"]!.AsArray(), d => Assert.NotNull(d!["recovered"]));
        Assert.True((int)inTest["replicaCount"]! > 0);
    }

    [Fact]
    public async Task A_group_that_there_is_not_is_not_found_and_those_there_are_are_named()
    {
        JsonObject group = await simulator.RefusedAsync(HttpStatusCode.NotFound, HttpMethod.Get, Groups + "/fd-a1/rg-99");
        Assert.Contains("rg-01", group["legal"]!.AsArray().Select(l => (string)l!));

        JsonObject domain = await simulator.RefusedAsync(HttpStatusCode.NotFound, HttpMethod.Patch, Groups + "/fd-x/rg-01", "{}");
        Assert.Contains("fd-a1", domain["legal"]!.AsArray().Select(l => (string)l!));
    }

    [Fact]
    public async Task A_state_comes_about_as_its_operation_brings_it_about()
    {
        await simulator.ResetAsync();

        JsonObject failedOver = await simulator.SendAsync(HttpMethod.Patch, B, """{"state":"FAILEDOVER"}""");

        Assert.Equal("FAILEDOVER", (string?)failedOver["state"]);
        Assert.All(failedOver["devices"]!.AsArray(), d => Assert.NotNull(d!["recovered"]));
        Assert.Equal("REMOTE_FAILEDOVER", (string?)(await simulator.SendAsync(HttpMethod.Get, A))["state"]);
    }

    [Fact]
    public async Task A_state_that_no_operation_leads_to_is_refused_with_those_there_are()
    {
        await simulator.ResetAsync();

        JsonObject target = await simulator.RefusedAsync(HttpStatusCode.Conflict, HttpMethod.Patch, B, """{"state":"SOURCE","name":"x"}""");
        Assert.Equal(["INTEST", "FAILEDOVER"], target["legal"]!.AsArray().Select(l => (string)l!));
        Assert.NotEqual("x", (string?)(await simulator.SendAsync(HttpMethod.Get, B))["name"]);

        JsonObject source = await simulator.RefusedAsync(HttpStatusCode.Conflict, HttpMethod.Patch, A, """{"state":"TARGET"}""");
        Assert.Empty(source["legal"]!.AsArray());
        Assert.Contains("no operation leads there from SOURCE", (string)source["detail"]!, StringComparison.Ordinal);
        Assert.Contains("follows from its targets: fd-b1/rg-01-t", (string)source["detail"]!, StringComparison.Ordinal);

        await simulator.SendAsync(HttpMethod.Patch, "/_sim/v1/links/fd-a1/fd-b1", """{"up":false}""");
        JsonObject prepare = await simulator.RefusedAsync(HttpStatusCode.Conflict, HttpMethod.Patch, A, """{"prepared":true}""");
        Assert.Contains("PeerNotReachable", (string)prepare["detail"]!, StringComparison.Ordinal);
        Assert.False(prepare.ContainsKey("legal"));
    }

    [Fact]
    public async Task By_force_one_side_alone_changes()
    {
        await simulator.ResetAsync();

        Assert.Equal("SOURCE", (string?)(await simulator.SendAsync(HttpMethod.Patch, B + "?force=true", """{"state":"SOURCE"}"""))["state"]);
        Assert.Equal("SOURCE", (string?)(await simulator.SendAsync(HttpMethod.Get, A))["state"]);

        JsonObject refused = await simulator.RefusedAsync(HttpStatusCode.Conflict, HttpMethod.Patch, A + "?force=true", """{"state":"TARGET"}""");
        Assert.Equal(["REMOTE_FAILEDOVER"], refused["legal"]!.AsArray().Select(l => (string)l!));
    }

    [Fact]
    public async Task What_else_can_be_changed_is_changed_and_told()
    {
        await simulator.ResetAsync();
        await simulator.SendAsync(HttpMethod.Patch, B, """{"labels":{"tier":"gold","app":"db"}}""");

        JsonObject changed = await simulator.SendAsync(HttpMethod.Patch, B, """
            {
              "name": "Mail", "description": "mail servers", "changeRate": "2MB/s", "promoteCapable": false, "autoReverse": true,
              "labels": { "tier": "silver", "app": null, "owner": "me" }
            }
            """);

        Assert.Equal("Mail", (string?)changed["name"]);
        Assert.Equal("mail servers", (string?)changed["description"]);
        Assert.Equal("2MB/s", (string?)changed["changeRate"]);
        Assert.False((bool)changed["promoteCapable"]!);
        Assert.True((bool)changed["autoReverse"]!);
        Assert.Equal("""{"owner":"me","tier":"silver"}""", changed["labels"]!.ToJsonString());
        Assert.True(JsonNode.DeepEquals(changed, await simulator.SendAsync(HttpMethod.Get, B)));

        JsonObject without = await simulator.SendAsync(HttpMethod.Patch, B, """{"name":null,"labels":null,"changeRate":"0B/s"}""");
        Assert.Null(without["name"]);
        Assert.Empty(without["labels"]!.AsObject());
        Assert.Equal("0B/s", (string?)without["changeRate"]);
        Assert.Equal("mail servers", (string?)without["description"]);
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_change_is_told_and_nothing_is_changed()
    {
        await simulator.ResetAsync();
        JsonObject before = await simulator.SendAsync(HttpMethod.Get, B);

        JsonObject problem = await simulator.RefusedAsync(HttpStatusCode.BadRequest, HttpMethod.Patch, B + "?force=yes", """
            { "state": "INTEST", "prepared": false, "name": "a\nb", "labels": { "a=b": "c", "n": 1 }, "changeRate": "fast", "colour": "red" }
            """);

        Assert.Equal(
            ["?force", "/prepared", "/name", "/labels/a=b", "/labels/n", "/changeRate", "/colour"],
            problem["errors"]!.AsArray().Select(e => (string)e!["pointer"]!));
        Assert.True(JsonNode.DeepEquals(before, await simulator.SendAsync(HttpMethod.Get, B)));
    }

    [Fact]
    public async Task Replicas_are_listed_newest_first_made_and_expired()
    {
        await simulator.ResetAsync();
        JsonObject many = await simulator.SendAsync(HttpMethod.Get, Groups + "/fd-io-b/rg-08-t/replicas");
        Assert.Equal(5000, (int)many["count"]!);
        Assert.Equal(100, many["replicas"]!.AsArray().Count);
        Assert.Single((await simulator.SendAsync(HttpMethod.Get, Groups + "/fd-io-b/rg-08-t/replicas?limit=1"))["replicas"]!.AsArray());

        await simulator.SendAsync(HttpMethod.Post, "/_sim/v1/clock/advance", """{"by":"1m"}""");
        JsonObject made = await simulator.SendAsync(HttpMethod.Post, B + "/replicas", """{"name":"before the upgrade"}""");
        Assert.Equal("made", (string?)made["origin"]);
        Assert.Equal("2025-01-15T12:01:00.000Z", (string?)made["time"]);

        JsonArray replicas = (await simulator.SendAsync(HttpMethod.Get, B + "/replicas"))["replicas"]!.AsArray();
        Assert.Equal("before the upgrade", (string?)replicas[0]!["name"]);
        Assert.Equal("scheduled", (string?)replicas[1]!["origin"]);

        await simulator.SendAsync(HttpMethod.Delete, $"{B}/replicas/{made["id"]}");
        await simulator.RefusedAsync(HttpStatusCode.NotFound, HttpMethod.Delete, $"{B}/replicas/{made["id"]}");
        JsonObject stays = await simulator.RefusedAsync(HttpStatusCode.Conflict, HttpMethod.Delete, $"{B}/replicas/{replicas[1]!["id"]}");
        Assert.Contains("schedule", (string)stays["detail"]!, StringComparison.Ordinal);
        Assert.Equal(replicas.Count - 1, (int)(await simulator.SendAsync(HttpMethod.Get, B + "/replicas"))["count"]!);
    }

    [Fact]
    public async Task A_replica_that_cannot_be_made_is_refused()
    {
        await simulator.ResetAsync();

        JsonObject source = await simulator.RefusedAsync(HttpStatusCode.Conflict, HttpMethod.Post, A + "/replicas", """{"name":"x"}""");
        Assert.Contains("InvalidFunctionTarget", (string)source["detail"]!, StringComparison.Ordinal);
        await simulator.RefusedAsync(HttpStatusCode.BadRequest, HttpMethod.Post, B + "/replicas", """{"name":""}""");
        await simulator.RefusedAsync(HttpStatusCode.BadRequest, HttpMethod.Post, B + "/replicas");
        await simulator.RefusedAsync(HttpStatusCode.NotFound, HttpMethod.Post, Groups + "/fd-b1/none/replicas", """{"name":"x"}""");
        await simulator.RefusedAsync(HttpStatusCode.BadRequest, HttpMethod.Get, B + "/replicas?limit=0");
    }

    private async Task<string[]> ListAsync(string query) =>
        [.. (await simulator.SendAsync(HttpMethod.Get, Groups + query))["groups"]!.AsArray().Select(g => (string)g!["id"]!)];
}
