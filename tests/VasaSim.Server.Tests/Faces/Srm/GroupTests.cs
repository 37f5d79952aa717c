using System.Text.Json.Nodes;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>Protection groups and their machines, field by field.</summary>
public sealed class GroupTests
{
    [Fact]
    public async Task A_group_is_told_with_all_its_fields()
    {
        await using GroupStage stage = await GroupStage.StartAsync();
        JsonNode group = stage.Group.DeepClone();
        string srm = stage.Stage.Here;

        SrmReply alone = await stage.Client.GetAsync(stage.Path);

        Assert.Equal(
            $$"""{"id":"{{stage.Id}}","protected_site_name":"A","recovery_site_name":"B","protected_vc_guid":"{{stage.Stage.VcenterHere}}","recovery_vc_guid":"{{stage.VcenterPeer}}","name":"pg-gold","description":"Databases and web servers","location":"DrFolder:DrReplicationRootFolder:{{srm}}","location_name":"Protection Groups","total_vms":5,"replication_type":"VVOL","recovery_status":"READY","status":"OK","array_pair":null,"domain_id":"fd-a1"}""",
            group.ToJsonString());
        Assert.EndsWith(srm, stage.Id, StringComparison.Ordinal);
        Assert.Equal(group.ToJsonString(), GroupStage.WithoutMeta(alone));
        Assert.Equal(404, (await stage.Client.GetAsync($"{stage.Groups}/none")).Status);
        Assert.Equal(404, (await stage.Client.GetAsync($"{stage.Groups}/DrFolder:1:{srm}")).Status);
        Assert.Equal(200, (await stage.Client.GetAsync(stage.Path.Replace(":", "%3A", StringComparison.Ordinal))).Status);
        Assert.Single((await stage.Client.GetAsync($"{stage.Groups}?filter_property=Name&filter=pg-gold")).List);
        Assert.Empty((await stage.Client.GetAsync($"{stage.Groups}?filter_property=replication_type&filter=HBR")).List);
        Assert.Empty((await stage.Client.GetAsync($"{stage.Path}/datastore-groups")).List);
    }

    [Fact]
    public async Task Both_sites_tell_the_same_group()
    {
        await using GroupStage stage = await GroupStage.StartAsync();
        using SrmClient peer = await stage.Stage.AtPeer().AsAsync();

        JsonNode there = (await peer.GetAsync(stage.Groups)).List.Single()!;

        Assert.Equal(stage.Id.Replace(stage.Stage.Here, stage.Stage.Peer, StringComparison.Ordinal), (string?)there["id"]);
        Assert.Equal(("A", "OK"), ((string?)there["protected_site_name"], (string?)there["status"]));
        Assert.Equal(200, (await peer.GetAsync(stage.Path)).Status);
    }

    [Fact]
    public async Task A_machine_is_told_with_all_its_fields()
    {
        await using GroupStage stage = await GroupStage.StartAsync();
        string vm = $"VirtualMachine:vm-101:{stage.Stage.VcenterHere}";

        JsonArray machines = (await stage.Client.GetAsync($"{stage.Path}/vms")).List;
        SrmReply alone = await stage.Client.GetAsync($"{stage.Path}/vms/{vm}");

        Assert.Equal(["db01", "db02"], machines.Take(2).Select(m => (string?)m!["name"]));
        Assert.Equal(
            $$$"""{"id":"{{{vm}}}","name":"db01","template":false,"inside_vapp":false,"protection_info":{"recovery_folder":{"id":"Folder:group-v13:{{{stage.VcenterPeer}}}","name":"vm"},"recovery_resource_pool":{"id":"ResourcePool:resgroup-18:{{{stage.VcenterPeer}}}","name":"Resources"},"recovery_host":null,"recovery_networks":[{"id":"Network:network-19:{{{stage.VcenterPeer}}}","name":"VM Network","type":"NETWORK"}],"vmotion_eligible":null},"protection_status_details":{"status":"OK","errors":null},"vvol_replication_group_data":[{"fault_domain_id":"fd-a1","device_group_id":"rg-01","name":"{{{(string?)machines[0]!["vvol_replication_group_data"]![0]!["name"]}}}"}]}""",
            machines[0]!.ToJsonString());
        Assert.Equal(machines[0]!.ToJsonString(), GroupStage.WithoutMeta(alone));
        Assert.Equal(404, (await stage.Client.GetAsync($"{stage.Path}/vms/VirtualMachine:vm-999:{stage.Stage.VcenterHere}")).Status);
    }

    [Fact]
    public async Task Without_the_other_site_nobody_knows_where_machines_go()
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        string groups = $"{stage.Client.Pairing}/protection-management/groups";
        string path = $"{groups}/{(string)(await stage.Client.GetAsync(groups)).List[0]!["id"]!}/vms";

        SrmReply gaps = await stage.Client.GetAsync($"{path}?limit=2");
        SrmReply single = await stage.Client.GetAsync($"{path}/{(string)gaps.List[0]!["id"]!}");
        using SrmClient peer = await stage.AtPeer().AsAsync();

        Assert.Null(gaps.List[0]!["protection_info"]);
        Assert.Equal("OK", (string?)gaps.List[0]!["protection_status_details"]!["status"]);
        Assert.Equal(["$.list[0].protection_info", "$.list[1].protection_info"], gaps.Gaps.Select(g => (string?)g!["field"]));
        Assert.Equal("$.protection_info", (string?)single.Gaps.Single()!["field"]);
        Assert.NotNull((await peer.GetAsync(path)).List[0]!["protection_info"]);
    }

    [Fact]
    public async Task The_replication_groups_of_a_group_are_told_and_of_others_refused()
    {
        await using GroupStage stage = await GroupStage.StartAsync();

        SrmReply groups = await stage.Client.GetAsync($"{stage.Path}/replication-groups");
        SrmReply one = await stage.Client.GetAsync($"{stage.Path}/replication-groups/rg-02");

        Assert.Equal(["fd-a1:rg-01", "fd-a1:rg-02"], groups.List.Select(g => (string?)g!["id"]));
        Assert.Equal(["db01", "db02"], groups.List[0]!["vm_infos"]!.AsArray().Select(m => (string?)m!["name"]));
        Assert.Equal("fd-a1:rg-02", (string?)one["id"]);
        Assert.Equal(404, (await stage.Client.GetAsync($"{stage.Path}/replication-groups/rg-03")).Status);
        await stage.Stage.SetLinkAsync("fd-a1", "fd-b1", false);
        Assert.NotNull((await stage.Client.GetAsync($"{stage.Path}/replication-groups/rg-02"))["warnings"]);
    }

    [Fact]
    public async Task Each_machine_that_is_not_well_is_an_issue()
    {
        await using GroupStage stage = await GroupStage.StartAsync();
        Assert.Empty((await stage.Client.GetAsync($"{stage.Path}/issues")).List);

        await stage.Stage.SetLinkAsync("fd-a1", "fd-b1", false);
        JsonArray issues = (await stage.Client.GetAsync($"{stage.Path}/issues")).List;

        Assert.Equal(5, issues.Count);
        Assert.Equal(
            (stage.Id, "pg-gold", "WARNING", "PROTECTION_GROUP"),
            ((string?)issues[0]!["entity"], (string?)issues[0]!["entity_name"], (string?)issues[0]!["status"], (string?)issues[0]!["issue_type"]));
        Assert.StartsWith("db01: ", (string?)issues[0]!["description"], StringComparison.Ordinal);
        Assert.Equal(Simulator.StartTime.ToUnixTimeMilliseconds(), (long)issues[0]!["timestamp"]!);
    }

    [Fact]
    public async Task Settings_tell_where_a_machine_is_and_goes_and_what_is_sent_back_changes_nothing()
    {
        await using GroupStage stage = await GroupStage.StartAsync();
        string path = $"{stage.Path}/vms/{stage.Vm("vm-101")}/protection-settings";

        SrmReply settings = await stage.Client.GetAsync(path);

        Assert.Equal(("1", false), ((string?)settings["change_version"], (bool)settings["placeholder_needs_repair"]!));
        JsonNode location = settings["location"]!;
        Assert.Equal(("db01", "A", "B"), ((string?)location["name"], (string?)location["protected_site"], (string?)location["recovery_site"]));
        Assert.Equal("vmfs-b1", (string?)location["placeholder_vm_path"]!["datastore_name"]);
        Assert.StartsWith("VirtualMachine:vm-", (string?)location["placeholder_vm"], StringComparison.Ordinal);
        Assert.Equal(
            $$"""{"editable":true,"source":"Folder:group-v3:{{stage.Stage.VcenterHere}}","source_name":"vm","target":"Folder:group-v13:{{stage.VcenterPeer}}","target_name":"vm","is_inventory_mapped_target":true,"source_has_inventory_mapping":true}""",
            settings["folder"]!.ToJsonString());
        JsonNode network = settings["networks"]![0]!;
        Assert.Equal((0, 4000, $"Network:network-19:{stage.VcenterPeer}"), ((int)network["index"]!, (int)network["key"]!, (string?)network["target"]));
        Assert.All(settings["devices"]!.AsArray(), d => Assert.True((bool)d!["replicated"]!));

        Assert.Equal("SUCCESS", (string?)(await stage.Client.SendAsync("PUT", path, settings.Body!.ToJsonString()))["status"]);
        SrmReply again = await stage.Client.GetAsync(path);
        Assert.Equal("2", (string?)again["change_version"]);
        again.Body!["change_version"] = "1";
        Assert.Equal(settings.Body.ToJsonString(), again.Body.ToJsonString());
        SrmReply stale = await stage.Client.SendAsync("PUT", path, settings.Body.ToJsonString());
        Assert.Equal((500, "dr.fault.SettingsChanged"), (stale.Status, stale.Code));
    }

    [Fact]
    public async Task A_machine_can_go_elsewhere_than_the_mappings_say()
    {
        await using GroupStage stage = await GroupStage.StartAsync();
        string vm = $"{stage.Path}/vms/{stage.Vm("vm-101")}";
        string network = $"Network:network-20:{stage.VcenterPeer}";

        SrmReply task = await stage.Client.SendAsync("PUT", $"{vm}/protection-settings", $$"""
            {"change_version":"1",
             "host":{"target":"HostSystem:host-51:{{stage.VcenterPeer}}"},
             "networks":[{"source":"Network:network-9:{{stage.Stage.VcenterHere}}","target":"{{network}}"}]}
            """);

        Assert.Equal((202, "SUCCESS"), (task.Status, (string?)task["status"]));
        JsonNode place = (await stage.Client.GetAsync(vm))["protection_info"]!;
        Assert.Equal(("host-51.sim.local", network), ((string?)place["recovery_host"]!["name"], (string?)place["recovery_networks"]![0]!["id"]));
        SrmReply settings = await stage.Client.GetAsync($"{vm}/protection-settings");
        Assert.False((bool)settings["networks"]![0]!["is_inventory_mapped_target"]!);
        Assert.True((bool)settings["folder"]!["is_inventory_mapped_target"]!);
        Assert.Equal("dr.fault.InvalidArgument", (await stage.Client.SendAsync("PUT", $"{vm}/protection-settings", """{"folder":{"target":"x"}}""")).Code);
        Assert.Equal("dr.fault.InvalidArgument", (await stage.Client.SendAsync("PUT", $"{vm}/protection-settings", """{"change_version":"x"}""")).Code);
    }
}
