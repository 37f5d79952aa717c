using System.Text.Json.Nodes;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>Fault domains and replication groups, as the world has them.</summary>
public sealed class VvolTests
{
    [Fact]
    public async Task The_fault_domains_of_a_site_are_those_of_its_arrays()
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        await stage.Client.WithRemoteAsync();

        SrmReply here = await stage.Client.GetAsync(stage.Domains);
        SrmReply there = await stage.Client.GetAsync(stage.PeerDomains);
        SrmReply single = await stage.Client.GetAsync($"{stage.PeerDomains}/fd-b1");

        Assert.Contains("fd-a1", here.List.Select(d => (string?)d!["id"]));
        Assert.DoesNotContain("fd-io-a", here.List.Select(d => (string?)d!["id"]));
        Assert.Equal(["fd-b1", "fd-n1"], there.List.Select(d => (string?)d!["id"]));
        Assert.Equal(
            """{"id":"fd-b1","warnings":null,"errors":null,"name":"Boulder","description":null,"_meta":{"errors":[]}}""", single.Body!.ToJsonString());
        Assert.Equal(404, (await stage.Client.GetAsync($"{stage.Domains}/fd-b1")).Status);
        Assert.Equal(404, (await stage.Client.GetAsync($"{stage.Domains}/fd-b1/replication-groups")).Status);
    }

    [Fact]
    public async Task A_group_is_told_with_its_machines()
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        await stage.Client.WithRemoteAsync();

        SrmReply groups = await stage.Client.GetAsync($"{stage.Domains}/fd-a1/replication-groups");
        SrmReply group = await stage.Client.GetAsync($"{stage.Domains}/fd-a1/replication-groups/rg-01");
        SrmReply target = await stage.Client.GetAsync($"{stage.PeerDomains}/fd-b1/replication-groups/fd-b1:rg-01-t");

        Assert.Contains("rg-05-t", groups.List.Select(g => (string?)g!["replication_group_info"]!["device_group_id"]));
        Assert.Equal(("fd-a1:rg-01", null, null), ((string?)group["id"], group["warnings"], group["errors"]));
        Assert.Equal("""{"fault_domain_id":"fd-a1","device_group_id":"rg-01"}""", group["replication_group_info"]!.ToJsonString());
        JsonNode machine = group["vm_infos"]![0]!;
        Assert.Equal($"VirtualMachine:vm-101:{stage.VcenterHere}", (string?)machine["id"]);
        Assert.Equal(("db01", false, false), ((string?)machine["name"], (bool)machine["template"]!, (bool)machine["inside_vapp"]!));
        Assert.Equal("""[{"fault_domain_id":"fd-a1","device_group_id":"rg-01"}]""", machine["vvol_replication_groups"]!.ToJsonString());
        Assert.Equal(["db01", "db02"], group["vm_infos"]!.AsArray().Select(m => (string?)m!["name"]));
        Assert.Equal("fd-b1:rg-01-t", (string?)target["id"]);
        Assert.Equal(["db01", "db02"], target["vm_infos"]!.AsArray().Select(m => (string?)m!["name"]));
        Assert.Equal(404, (await stage.Client.GetAsync($"{stage.Domains}/fd-a1/replication-groups/none")).Status);
    }

    [Fact]
    public async Task What_is_wrong_with_groups_is_said_of_them()
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        await stage.Client.WithRemoteAsync();
        await stage.SetLinkAsync("fd-a1", "fd-b1", false);

        Assert.Equal(["The replication group is in a test failover."], await ErrorsAsync($"{stage.PeerDomains}/fd-b1/replication-groups/rg-03-t"));
        Assert.Equal(["The replication group is failed over."], await ErrorsAsync($"{stage.PeerDomains}/fd-b1/replication-groups/rg-04-t"));
        Assert.Equal(["The replication group is failed over."], await ErrorsAsync($"{stage.Domains}/fd-a1/replication-groups/rg-04"));
        SrmReply cut = await stage.Client.GetAsync($"{stage.Domains}/fd-a1/replication-groups/rg-02");
        Assert.Equal("The link to the fault domain 'fd-b1' is down.", (string?)cut["warnings"]!.AsArray().Single());
        await stage.ControlAsync(HttpMethod.Patch, "providers/vasaProvider-3", """{"status":"offline"}""");
        await stage.ControlAsync(HttpMethod.Patch, "providers/vasaProvider-1", """{"busy":true}""");
        Assert.Equal("The provider 'ARRAY-B1' does not answer.", (string?)(await stage.Client.GetAsync($"{stage.PeerDomains}/fd-b1"))["errors"]!.AsArray().Single());
        Assert.Contains("is busy.", (string?)(await stage.Client.GetAsync($"{stage.Domains}/fd-a1"))["warnings"]![0], StringComparison.Ordinal);

        async Task<string[]> ErrorsAsync(string path) => [.. (await stage.Client.GetAsync(path))["errors"]!.AsArray().Select(e => (string)e!)];
    }
}
