using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace VasaSim.Server.Tests.Faces.Vcda;

/// <summary>What there is beside replications, and the description of all.</summary>
public sealed class InventoryTests
{
    [Fact]
    public async Task Everything_that_a_start_refers_to_is_told()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        VcdaClient client = stage.Client;

        VcdaReply sites = await client.GetAsync("/sites");
        JsonNode local = Assert.Single(sites.Items, s => (bool)s!["isLocal"]!)!;
        Assert.Equal(("cloud-a", "4.5", "Cloud over site A"), ((string?)local["site"], (string?)local["apiVersion"], (string?)local["description"]));
        Assert.Equal(stage.Simulator.Host.VcdaUri!.GetLeftPart(UriPartial.Authority), (string?)local["apiUrl"]);
        Assert.Equal("""{"incomingCommError":null,"outgoingCommError":null}""", sites.Items.Single(s => !(bool)s!["isLocal"]!)!["state"]!.ToJsonString());

        VcdaReply about = await client.GetAsync("/diagnostics/about");
        Assert.Equal("Cloud", (string?)about["serviceType"]);
        Assert.StartsWith("4.5.", (string?)about["buildVersion"], StringComparison.Ordinal);
        Assert.Equal(200, (await client.GetAsync("/diagnostics/health")).Status);

        Assert.Equal("orgA", (string?)Assert.Single((await client.GetAsync("/inventory/orgs")).Items)!["name"]);
        Assert.Equal("orgB", (string?)Assert.Single((await client.GetAsync("/inventory/orgs?site=cloud-b")).Items)!["name"]);
        Assert.Equal(["gold-b", "silver-b"], (await client.GetAsync($"/inventory/vdcs/{stage.Vdc}/storage-profiles?site=cloud-b")).Items.Select(p => (string)p!["name"]!));
        Assert.Equal("net-b1", (string?)Assert.Single((await client.GetAsync($"/inventory/vdcs/{stage.Vdc}/networks?site=cloud-b")).Items)!["name"]);
        Assert.Equal((404, "NotFound"), await CodeAsync(client.GetAsync($"/inventory/vdcs/{stage.Vdc}/networks")));
        Assert.Equal(["db01", "web01", "web02"], (await client.GetAsync("/inventory/vms?sort=name")).Items.Select(m => (string)m!["name"]!));
        Assert.Equal(["db", "web"], (await client.GetAsync("/inventory/vapps?sort=name")).Items.Select(m => (string)m!["name"]!));
        Assert.NotEmpty((await client.GetAsync("/inventory/datastores")).Items);
        Assert.NotEmpty((await client.GetAsync("/inventory/provider-vdcs")).Items);
        Assert.NotEmpty((await client.GetAsync("/sla-profiles")).Items);
        JsonNode policy = (await client.GetAsync("/policies")).Items[0]!;
        Assert.Equal(policy.ToJsonString(), (await client.GetAsync($"/policies/{(string?)policy["id"]}")).Body!.ToJsonString());
        Assert.Equal(policy.ToJsonString(), (await client.GetAsync($"/policies/{(string?)policy["id"]}/orgs/orgA")).Body!.ToJsonString());
        Assert.Equal("orgA", (string?)Assert.Single((await client.GetAsync($"/policies/{(string?)policy["id"]}/orgs")).Items)!["name"]);
        Assert.Equal((404, "NotFound"), await CodeAsync(client.GetAsync($"/policies/{(string?)policy["id"]}/orgs/none")));
        Assert.Empty((await client.GetAsync("/vc-sites")).Items);
        Assert.Equal((404, "SiteNotFound"), await CodeAsync(client.GetAsync("/vc-sites/cloud-a/vcenters")));
    }

    [Fact]
    public async Task Traffic_is_told_in_equal_parts()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        string id = await stage.ReplicateAsync();
        long start = Simulator.StartTime.ToUnixTimeMilliseconds();

        VcdaReply traffic = await stage.Client.GetAsync($"/vm-replications/{id}/traffic?start={start}&end={start + 3_600_000}&resolution=600");

        Assert.Equal(6, traffic["samples"]!.AsArray().Count);
        Assert.Equal(start + 600_000, (long)traffic["samples"]![1]!["timestamp"]!);
        Assert.True(traffic["samples"]!.AsArray().Sum(s => (long)s!["bytes"]!) > 0);
        Assert.Equal(15, (await stage.Client.GetAsync($"/vm-replications/{id}/rt-traffic"))["samples"]!.AsArray().Count);
    }

    [Fact]
    public async Task The_description_is_openapi_and_names_every_operation_once()
    {
        await using Simulator simulator = await Simulator.StartAsync();
        using HttpClient http = new() { BaseAddress = simulator.Host.VcdaUri };
        string text = await http.GetStringAsync(new Uri("/openapi.json", UriKind.Relative), TestContext.Current.CancellationToken);

        ReadResult read = OpenApiDocument.Parse(text, OpenApiConstants.Json);

        Assert.True(read.Diagnostic!.Errors.Count == 0, string.Join('\n', read.Diagnostic.Errors.Select(e => $"{e.Pointer} {e.Message}").Take(5)));
        string[] ids = [.. read.Document!.Paths.SelectMany(p => p.Value.Operations!.Values).Select(o => o.OperationId!)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Superset(
            new HashSet<string>(["createSession", "startVmReplication", "failoverVappReplication", "cleanupVmReplication", "getPolicyOfOrg", "getVmReplicationRtTraffic"]),
            ids.ToHashSet());
        Assert.Contains("\"NOT_STARTED\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_port_speaks_for_the_site_that_is_named_and_a_lab_without_clouds_has_none()
    {
        await using Simulator other = await Simulator.StartAsync(o => o with { VcdaSite = "cloud-b" });
        using VcdaClient client = await new VcdaClient(other).AsAsync("admin@orgB");
        Assert.Equal("cloud-b", (string?)(await client.GetAsync("/sites")).Items.Single(s => (bool)s!["isLocal"]!)!["site"]);

        await using Simulator minimal = await Simulator.StartAsync(o => o with { Workspace = o.Workspace with { Lab = VasaSim.Lab.KnownLabs.Minimal } });
        Assert.Null(minimal.Host.VcdaUri);
    }

    [Fact]
    public async Task Calls_are_in_the_journal_without_their_secrets()
    {
        await using VcdaStage stage = await VcdaStage.StartAsync();
        string id = await stage.ReplicateAsync();
        await stage.Client.PostAsync($"/vm-replications/{id}/sync");

        JsonArray calls = JsonNode.Parse(await stage.Simulator.Control.GetStringAsync(
            new Uri("/_sim/v1/journal", UriKind.Relative), TestContext.Current.CancellationToken))!["calls"]!.AsArray();

        Assert.Contains(calls, c => (string?)c!["operation"] == "syncVmReplication" && (string?)c["face"] == "vcda");
        string text = calls.ToJsonString();
        Assert.DoesNotContain(VcdaClient.Password, text, StringComparison.Ordinal);
        Assert.DoesNotContain(stage.Client.Token!, text.Replace("\\u002B", "+", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static async Task<(int, string?)> CodeAsync(Task<VcdaReply> reply) => ((await reply).Status, (await reply).Code);
}
