using System.Text.Json.Nodes;
using VasaSim.Lab;

namespace VasaSim.Server.Tests.Faces.Vcda;

/// <summary>A vCenter alone as the source and as the destination, and the knobs of clouds.</summary>
public sealed class OnPremisesTests
{
    private const string Knobs = "\nknobs: { cloud: { illegalOrder: call, illegalOrderCode: WrongOrder, requireRemoteLogin: false } }\n";

    private const string Lab = """
        clouds:
          cloud-b: { site: B, orgs: { orgB: { vdcs: [ { name: vdc-b1, storageProfiles: [gold-b] } ], vapps: [ { name: erp, vms: [ { name: erp01 } ] } ] } } }
          vc-a: { site: A, kind: vcenter, vms: [ { id: vm-901, name: file01 }, { id: vm-902, name: file02 } ] }

        """;

    [Fact]
    public async Task Machines_of_a_vcenter_come_into_a_cloud()
    {
        await using Simulator simulator = await StartAsync("");
        using VcdaClient client = await new VcdaClient(simulator).AsProviderAsync();
        Assert.Equal("vc-a", (string?)Assert.Single((await client.GetAsync("/vc-sites")).Items)!["site"]);
        string vc = (string)(await client.GetAsync("/vc-sites/vc-a/vcenters")).Items[0]!["vcId"]!;
        VcdaReply machines = await client.GetAsync($"/vc-sites/vc-a/{vc}/vms?name=FILE");
        Assert.Equal(["vm-901", "vm-902"], machines.Items.Select(m => (string)m!["id"]!));
        Assert.Equal(404, (await client.GetAsync("/vc-sites/vc-a/x/vms")).Status);
        string vdc = (string)(await client.GetAsync("/inventory/vdcs")).Items[0]!["id"]!;
        JsonObject destination = new() { ["type"] = "vcloud", ["site"] = "cloud-b", ["vdc"] = vdc };

        VcdaReply wrong = await client.PostAsync("/vm-replications", new JsonObject
        {
            ["source"] = new JsonObject { ["type"] = "vcVm", ["site"] = "vc-a", ["vcUuid"] = "x", ["vmId"] = "vm-901" }, ["destination"] = destination.DeepClone(),
        });
        Assert.Contains("'source.vcUuid' is 'x'", wrong.Message, StringComparison.Ordinal);
        VcdaReply started = await client.PostAsync("/vapp-replications", new JsonObject
        {
            ["source"] = new JsonObject
            {
                ["type"] = "vcVapp", ["site"] = "vc-a", ["vcUuid"] = vc, ["vappName"] = "files", ["vmIds"] = new JsonArray("vm-901", "vm-902"), ["vmStartupInfoMap"] = new JsonObject(),
            },
            ["destination"] = destination,
        });

        JsonNode info = started["result"]!;
        Assert.Equal("files", (string?)info["descriptor"]!["name"]);
        Assert.Equal("orgB@cloud-b", (string?)info["owner"]);
        Assert.Equal("""{"site":"vc-a","org":null,"vdcId":null,"vdcName":null,"vappId":null,"vappName":"files"}""", info["source"]!.ToJsonString());
        Assert.Equal(["vm-901", "vm-902"], info["vmReplications"]!.AsArray().Select(r => (string)r!["vmId"]!));
        Assert.Equal(2, (await client.GetAsync("/vm-replications?sourceSiteType=vcenter&sourceSite=vc-a")).Items.Count);
        Assert.Equal("SUCCEEDED", (string?)(await client.PostAsync($"/vapp-replications/{(string?)info["id"]}/sync"))["state"]);
    }

    [Fact]
    public async Task A_machine_of_a_cloud_goes_to_a_vcenter_and_illegal_order_fails_the_call()
    {
        await using Simulator simulator = await StartAsync(Knobs);
        using VcdaClient client = await new VcdaClient(simulator).AsAsync("admin@orgB");
        string machine = (string)(await client.GetAsync("/inventory/vms")).Items[0]!["id"]!;

        VcdaReply started = await client.PostAsync("/vm-replications", new JsonObject
        {
            ["source"] = new JsonObject { ["type"] = "vm", ["site"] = "cloud-b", ["vmId"] = machine }, ["destination"] = new JsonObject { ["type"] = "vc", ["site"] = "vc-a" },
        });

        string id = (string)started["workflowInfo"]!["resourceId"]!;
        Assert.Equal("vc", (string?)started["result"]!["destinationState"]!["recoveryInfo"]!["type"]);
        Assert.Null(started["result"]!["storageProfile"]);
        VcdaReply early = await client.PostAsync($"/vm-replications/{id}/reverse");
        Assert.Equal((400, "WrongOrder"), (early.Status, early.Code));
        VcdaReply type = await client.PostAsync($"/vm-replications/{id}/failover", new JsonObject { ["type"] = "vcloud" });
        Assert.Contains("legal is vcenter", type.Message, StringComparison.Ordinal);
        using StringContent day = new("""{"by":"1d"}""", System.Text.Encoding.UTF8, "application/json");
        using HttpResponseMessage moved = await simulator.Control.PostAsync(new Uri("/_sim/v1/clock/advance", UriKind.Relative), day, TestContext.Current.CancellationToken);
        VcdaReply failover = await client.PostAsync($"/vm-replications/{id}/failover", new JsonObject { ["type"] = "vcenter", ["powerOn"] = true });
        Assert.NotNull(failover["result"]!["destinationState"]!["recoveryInfo"]!["vmId"]);
    }

    private static Task<Simulator> StartAsync(string knobs)
    {
        LabResult lab = LabFile.Parse(KnownLabs.MinimalText.TrimEnd() + "\n" + Lab + knobs, "on-premises.yaml");
        Assert.True(lab.Lab is not null, string.Join('\n', lab.Problems));
        return Simulator.StartAsync(o => o with { Workspace = o.Workspace with { Lab = lab.Lab } });
    }
}
