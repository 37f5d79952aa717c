using System.Net;
using System.Text.Json.Nodes;
using VasaSim.Tests.Support;

namespace VasaSim.Tests.Control;

public class ProviderTests(RunningSimulator simulator) : IClassFixture<RunningSimulator>
{
    private const string Provider = "/_sim/v1/providers/vasaProvider-1";

    [Fact]
    public async Task Everything_that_can_be_changed_is_changed_and_told()
    {
        await simulator.ResetAsync();

        JsonObject changed = await simulator.SendAsync(HttpMethod.Patch, Provider, """
            {
              "status": "syncError", "busy": true, "outOfResource": true, "reverseIds": "new", "forceSupported": false,
              "notImplemented": ["SyncReplicationGroup_Task", "QueryActiveAlarm", "SyncReplicationGroup_Task"], "maxBatchSize": 7
            }
            """);

        Assert.Equal("syncError", (string?)changed["status"]);
        Assert.True((bool)changed["busy"]!);
        Assert.True((bool)changed["outOfResource"]!);
        Assert.Equal("new", (string?)changed["reverseIds"]);
        Assert.False((bool)changed["forceSupported"]!);
        Assert.Equal(["SyncReplicationGroup_Task", "QueryActiveAlarm"], changed["notImplemented"]!.AsArray().Select(m => (string)m!));
        Assert.Equal(7, (int)changed["maxBatchSize"]!["enforced"]!);
        Assert.True(JsonNode.DeepEquals(changed, await simulator.SendAsync(HttpMethod.Get, Provider)));
    }

    [Fact]
    public async Task Of_batch_limits_those_that_are_not_named_stay()
    {
        await simulator.ResetAsync();

        JsonObject changed = await simulator.SendAsync(
            HttpMethod.Patch, Provider, """{"maxBatchSize":{"declared":-1,"reported":null,"perMethod":{"QueryReplicationPeer":2}}}""");
        JsonNode limits = changed["maxBatchSize"]!;
        Assert.Equal(-1, (int)limits["declared"]!);
        Assert.Equal(4, (int)limits["enforced"]!);
        Assert.Null(limits["reported"]);
        Assert.Equal(2, (int)limits["perMethod"]!["QueryReplicationPeer"]!);

        JsonObject without = await simulator.SendAsync(HttpMethod.Patch, Provider, """{"maxBatchSize":null}""");
        Assert.Null(without["maxBatchSize"]!["enforced"]);
        Assert.Empty(without["maxBatchSize"]!["perMethod"]!.AsObject());
    }

    [Fact]
    public async Task A_standby_takes_over_when_the_active_provider_was_silent_long_enough()
    {
        await simulator.ResetAsync();

        await simulator.SendAsync(HttpMethod.Patch, Provider, """{"status":"offline"}""");
        await simulator.SendAsync(HttpMethod.Post, "/_sim/v1/clock/advance", """{"by":"30s"}""");

        JsonArray providers = (await simulator.SendAsync(HttpMethod.Get, "/_sim/v1/providers"))["providers"]!.AsArray();
        Assert.Equal(6, providers.Count);
        Assert.False((bool)providers[0]!["faultDomains"]![0]!["active"]!);
        Assert.True((bool)providers[1]!["faultDomains"]![0]!["active"]!);
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_body_is_told_and_nothing_is_changed()
    {
        await simulator.ResetAsync();

        JsonObject problem = await simulator.RefusedAsync(HttpStatusCode.BadRequest, HttpMethod.Patch, Provider, """
            {
              "status": "offlin", "busy": 1, "reverseIds": null, "notImplemented": ["SyncReplicationGroup"],
              "maxBatchSize": { "enforced": 0, "perMethod": { "QueryReplicationPeers": 2 }, "decalred": 3 }, "forcesupported": true
            }
            """);

        Assert.Equal(
            [
                "/status", "/busy", "/notImplemented/0", "/reverseIds", "/maxBatchSize/enforced", "/maxBatchSize/perMethod/QueryReplicationPeers",
                "/maxBatchSize/decalred", "/forcesupported",
            ],
            problem["errors"]!.AsArray().Select(e => (string)e!["pointer"]!));
        Assert.All(problem["errors"]!.AsArray(), e => Assert.NotEmpty((string)e!["legal"]!));
        Assert.Equal("online", (string?)(await simulator.SendAsync(HttpMethod.Get, Provider))["status"]);
    }

    [Fact]
    public async Task A_provider_that_there_is_not_is_not_found_and_those_there_are_are_named()
    {
        foreach (HttpMethod method in new[] { HttpMethod.Get, HttpMethod.Patch })
        {
            JsonObject problem = await simulator.RefusedAsync(HttpStatusCode.NotFound, method, "/_sim/v1/providers/vasaProvider-9", "{}");
            Assert.Equal(6, problem["legal"]!.AsArray().Count);
        }
    }
}
