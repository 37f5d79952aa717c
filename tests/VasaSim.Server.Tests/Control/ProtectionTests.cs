using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using VasaSim.Server.Tests.Injection;

namespace VasaSim.Server.Tests.Control;

/// <summary>What a tester sees of protection groups and machines, and does to them.</summary>
public sealed class ProtectionTests
{
    private const string Group = "/_sim/v1/protection-groups/pg-gold";
    private const string Machine = "/_sim/v1/machines/vm-101";

    [Fact]
    public async Task A_protection_group_is_listed_and_shown_with_its_machines()
    {
        await using Simulator simulator = await Simulator.StartAsync();

        JsonNode listed = Assert.Single((await simulator.ReadAsync("/_sim/v1/protection-groups"))["protectionGroups"]!.AsArray())!;
        JsonNode shown = await simulator.ReadAsync($"/_sim/v1/protection-groups/{listed["id"]}");

        Assert.Null(listed["members"]);
        Assert.Equal(("pg-gold", "VVOL", "A", "B"), ((string?)listed["name"], (string?)listed["kind"], (string?)listed["protectedSite"], (string?)listed["recoverySite"]));
        Assert.Equal(("OK", "READY", 5), ((string?)listed["status"], (string?)listed["recoveryStatus"], (int)listed["memberCount"]!));
        Assert.Equal("""["fd-a1/rg-01","fd-a1/rg-02"]""", listed["replicated"]!.ToJsonString());
        Assert.Equal(["vm-101", "vm-102", "vm-103", "vm-104", "vm-105"], shown["members"]!.AsArray().Select(m => (string?)m!["machine"]));
        Assert.All(shown["members"]!.AsArray(), m => Assert.Equal(("OK", "[]", true), ((string?)m!["status"], m["errors"]!.ToJsonString(), (bool)m["protected"]!)));
        Assert.Equal("datastore-62", (string?)shown["members"]![0]!["placeholder"]!["datastore"]);
        Assert.Empty(shown["issues"]!.AsArray());
        Assert.Equal(shown.ToJsonString(), (await simulator.ReadAsync(Group)).ToJsonString());
    }

    [Fact]
    public async Task A_machine_that_is_deleted_is_gone_and_its_protection_invalid()
    {
        await using Simulator simulator = await Simulator.StartAsync();

        JsonNode deleted = await SendAsync(simulator, HttpMethod.Delete, Machine);

        JsonNode group = await simulator.ReadAsync(Group);
        Assert.Equal(("db01", """["pg-gold"]"""), ((string?)deleted["name"], deleted["protectionGroups"]!.ToJsonString()));
        Assert.Equal("INVALID", StatusOf(group, "vm-101"));
        Assert.Equal("NOT_CONFIGURED", (string?)group["status"]);
        JsonNode issue = Assert.Single(group["issues"]!.AsArray())!;
        Assert.Equal(("vm-101", true), ((string?)issue["machine"], (bool)issue["isError"]!));
        Assert.Equal((string?)Member(group, "vm-101")["errors"]![0], (string?)issue["description"]);
        await SendAsync(simulator, HttpMethod.Get, Machine, null, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("""{"unreplicatedDisks":["Hard disk 2"]}""", "DEVICE_NOT_FOUND")]
    [InlineData("""{"unreplicatedDisks":[]}""", "OK")]
    [InlineData("""{"networks":[]}""", "OK")]
    [InlineData("{}", "OK")]
    public async Task A_machine_is_as_it_was_set_and_so_is_its_protection(string body, string status)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        JsonNode expected = await simulator.ReadAsync(Machine);
        foreach ((string key, JsonNode? value) in JsonNode.Parse(body)!.AsObject())
        {
            expected[key] = value!.DeepClone();
        }

        JsonNode answered = await SendAsync(simulator, HttpMethod.Patch, Machine, body);

        Assert.Equal(expected.ToJsonString(), answered.ToJsonString());
        Assert.Equal(expected.ToJsonString(), (await simulator.ReadAsync(Machine)).ToJsonString());
        Assert.Equal(status, StatusOf(await simulator.ReadAsync(Group), "vm-101"));
    }

    [Fact]
    public async Task A_machine_moves_to_other_places_of_its_site()
    {
        await using Simulator simulator = await Simulator.StartAsync();

        JsonNode machine = await SendAsync(
            simulator, HttpMethod.Patch, "/_sim/v1/machines/vm-151",
            """{"folder":"group-v113","resourcePool":"resgroup-118","networks":["network-20","network-19"],"storagePolicy":"policy-B","datastore":"datastore-62"}""");

        Assert.Equal(("group-v113", "resgroup-118"), ((string?)machine["folder"], (string?)machine["resourcePool"]));
        Assert.Equal("""["network-20","network-19"]""", machine["networks"]!.ToJsonString());
        Assert.Equal(("policy-B", "datastore-62"), ((string?)machine["storagePolicy"], (string?)machine["datastore"]));
    }

    [Theory]
    [InlineData("""{"folder":"group-v13"}""", "/folder")]
    [InlineData("""{"resourcePool":"none"}""", "/resourcePool")]
    [InlineData("""{"networks":["network-19"]}""", "/networks/0")]
    [InlineData("""{"storagePolicy":4}""", "/storagePolicy")]
    [InlineData("""{"datastore":"datastore-62"}""", "/datastore")]
    [InlineData("""{"unreplicatedDisks":[3]}""", "/unreplicatedDisks")]
    [InlineData("""{"unreplicatedDisks":"Hard disk 3"}""", "/unreplicatedDisks")]
    [InlineData("""{"poweredOn":false}""", "/poweredOn")]
    public async Task What_is_not_at_the_site_of_a_machine_is_refused(string body, string pointer)
    {
        await using Simulator simulator = await Simulator.StartAsync();
        string before = (await simulator.ReadAsync(Machine)).ToJsonString();

        JsonNode problem = await SendAsync(simulator, HttpMethod.Patch, Machine, body, HttpStatusCode.BadRequest);

        Assert.Equal(pointer, (string?)Assert.Single(problem["errors"]!.AsArray())!["pointer"]);
        Assert.Equal(before, (await simulator.ReadAsync(Machine)).ToJsonString());
    }

    [Fact]
    public async Task A_placeholder_that_is_deleted_is_missed()
    {
        await using Simulator simulator = await Simulator.StartAsync();

        JsonNode group = await SendAsync(simulator, HttpMethod.Delete, $"{Group}/placeholders/vm-102");

        Assert.Equal("PLACEHOLDER_VM_DELETED", StatusOf(group, "vm-102"));
        Assert.Null(Member(group, "vm-102")["placeholder"]);
        Assert.Equal("OK", StatusOf(group, "vm-101"));
    }

    [Fact]
    public async Task A_group_is_being_read_for_as_long_as_it_is_told()
    {
        await using Simulator simulator = await Simulator.StartAsync();

        JsonNode loading = await simulator.PostAsync($"{Group}/load", new JsonObject { ["for"] = "30s" });
        await simulator.PostAsync("/_sim/v1/clock/advance", new JsonObject { ["by"] = "30s" });

        Assert.Equal(("LOADING", "LOADING"), ((string?)loading["status"], StatusOf(loading, "vm-101")));
        Assert.Equal("OK", (string?)(await simulator.ReadAsync(Group))["status"]);
        JsonNode problem = await SendAsync(simulator, HttpMethod.Post, $"{Group}/load", "{}", HttpStatusCode.BadRequest);
        Assert.Equal("/for", (string?)Assert.Single(problem["errors"]!.AsArray())!["pointer"]);
    }

    [Fact]
    public async Task Machines_are_listed_all_or_of_a_site()
    {
        await using Simulator simulator = await Simulator.StartAsync();

        JsonArray all = (await simulator.ReadAsync("/_sim/v1/machines"))["machines"]!.AsArray();
        JsonNode ofB = Assert.Single((await simulator.ReadAsync("/_sim/v1/machines?site=B"))["machines"]!.AsArray())!;

        Assert.Contains(all, m => (string?)m!["id"] == "vm-101" && (string?)m["site"] == "A");
        Assert.Equal(("vm-151", "B", "[]"), ((string?)ofB["id"], (string?)ofB["site"], ofB["protectionGroups"]!.ToJsonString()));
        await SendAsync(simulator, HttpMethod.Get, "/_sim/v1/machines?site=C", null, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("GET", "/_sim/v1/protection-groups/none", "pg-gold")]
    [InlineData("DELETE", "/_sim/v1/protection-groups/none/placeholders/vm-101", "pg-gold")]
    [InlineData("DELETE", "/_sim/v1/protection-groups/pg-gold/placeholders/vm-151", "vm-101")]
    [InlineData("DELETE", "/_sim/v1/machines/none", "vm-101")]
    public async Task What_is_not_there_is_not_found_and_what_is_there_is_named(string method, string path, string legal)
    {
        await using Simulator simulator = await Simulator.StartAsync();

        JsonNode problem = await SendAsync(simulator, new HttpMethod(method), path, null, HttpStatusCode.NotFound);

        Assert.Contains(legal, problem["legal"]!.AsArray().Select(l => (string?)l));
    }

    private static JsonNode Member(JsonNode group, string machine) => group["members"]!.AsArray().Single(m => (string?)m!["machine"] == machine)!;

    private static string? StatusOf(JsonNode group, string machine) => (string?)Member(group, machine)["status"];

    private static async Task<JsonNode> SendAsync(
        Simulator simulator, HttpMethod method, string path, string? json = null, HttpStatusCode status = HttpStatusCode.OK)
    {
        using HttpRequestMessage message = new(method, path);
        message.Content = json is null ? null : JsonContent.Create(JsonNode.Parse(json));
        using HttpResponseMessage reply = await simulator.Control.SendAsync(message, TestContext.Current.CancellationToken);
        string text = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == reply.StatusCode, text);
        return JsonNode.Parse(text)!;
    }
}
