using System.Text.Json.Nodes;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>Mappings, placeholder datastores, folders of groups, and the inventories of vCenters.</summary>
public sealed class InventoryTests
{
    [Theory]
    [InlineData("folders", "Folder", "group-v3", "group-v13", "vm", "vm")]
    [InlineData("resources", "ResourcePool", "resgroup-8", "resgroup-18", "Resources", "Resources")]
    [InlineData("storage-policies", "StoragePolicy", "policy-A", "policy-B", null, null)]
    public async Task A_mapping_is_told_deleted_and_made(string path, string type, string from, string to, string? fromName, string? toName)
    {
        await using GroupStage stage = await GroupStage.StartAsync();
        string mappings = Mappings(stage, path);
        string primary = $"{type}:{from}:{stage.Stage.VcenterHere}";
        string secondary = $"{type}:{to}:{stage.VcenterPeer}";

        SrmReply before = await stage.Client.GetAsync(mappings);
        JsonNode mapping = before.List.Single()!;
        string one = $"{mappings}/{(string)mapping["id"]!}";
        SrmReply single = await stage.Client.GetAsync(one);

        Assert.Equal((primary, secondary), ((string?)mapping["primary_object"], (string?)mapping["secondary_object"]));
        Assert.Equal(("YES", primary), ((string?)mapping["reverse_mapping_type"], (string?)mapping["reverse_recovery_object"]));
        Assert.True(Guid.TryParse((string?)mapping["id"], out _));
        Assert.Equal(mapping.ToJsonString(), GroupStage.WithoutMeta(single));
        if (fromName is not null)
        {
            Assert.Equal((fromName, toName), ((string?)mapping["primary_object_name"], (string?)mapping["secondary_object_name"]));
        }

        string spec = $$"""{"mapping_source_object":"{{primary}}","mapping_target_object":"{{secondary}}"}""";
        SrmReply twice = await stage.Client.PostAsync(mappings, spec);
        Assert.Equal((500, "dr.fault.AlreadyMapped"), (twice.Status, twice.Code));
        Assert.Equal(204, (await stage.Client.SendAsync("DELETE", one)).Status);
        Assert.Empty((await stage.Client.GetAsync(mappings)).List);
        Assert.Equal(404, (await stage.Client.GetAsync(one)).Status);
        Assert.Equal(204, (await stage.Client.PostAsync(mappings, spec)).Status);
        Assert.Single((await stage.Client.GetAsync(mappings)).List);
        Assert.Equal(400, (await stage.Client.PostAsync(mappings, "{}")).Status);
        Assert.Equal(400, (await stage.Client.PostAsync(mappings, $$"""{"mapping_source_object":"{{secondary}}","mapping_target_object":"{{primary}}"}""")).Status);
    }

    [Fact]
    public async Task A_mapping_of_networks_tells_what_tests_use()
    {
        await using GroupStage stage = await GroupStage.StartAsync();
        string tests = $"{stage.Client.Pairing}/srms/{stage.Stage.Peer}/inventory-mappings/test-networks";

        JsonNode network = (await stage.Client.GetAsync(Mappings(stage, "networks"))).List.Single()!;
        JsonNode test = (await stage.Client.GetAsync(tests)).List.Single()!;

        Assert.Equal(
            $$"""{"target_network":"Network:network-19:{{stage.VcenterPeer}}","test_network":"Network:network-20:{{stage.VcenterPeer}}","id":"{{(string?)test["id"]}}","test_network_name":"Test Network"}""",
            test.ToJsonString());
        Assert.Equal(test.ToJsonString(), network["test_network_mapping"]!.ToJsonString());
        Assert.Equal(204, (await stage.Client.SendAsync("DELETE", $"{tests}/{(string)test["id"]!}")).Status);
        Assert.Equal(204, (await stage.Client.PostAsync(tests, $$"""{"target_network":"{{(string?)test["target_network"]}}","test_network":"{{(string?)test["test_network"]}}"}""")).Status);
        Assert.Single((await stage.Client.GetAsync(tests)).List);
    }

    [Fact]
    public async Task Placeholder_datastores_are_told_added_and_removed_by_tasks()
    {
        await using GroupStage stage = await GroupStage.StartAsync();
        string datastores = Mappings(stage, "placeholder-datastores");
        string vcenter = stage.Stage.VcenterHere;

        JsonNode known = (await stage.Client.GetAsync(datastores)).List.Single()!;
        SrmReply added = await stage.Client.PostAsync(datastores, $$"""{"datastores":["Datastore:datastore-23:{{vcenter}}"]}""");
        SrmReply removed = await stage.Client.SendAsync("DELETE", $"{datastores}/{(string)known["id"]!}");
        JsonNode after = (await stage.Client.GetAsync(datastores)).List.Single()!;

        Assert.Equal(
            $$"""{"id":"Datastore:datastore-22:{{vcenter}}","name":"vmfs-a1","visible_to":[{"name":"host-11.sim.local","status":"CONNECTED","id":"HostSystem:host-11:{{vcenter}}"},{"name":"host-12.sim.local","status":"CONNECTED","id":"HostSystem:host-12:{{vcenter}}"}],"overall_status":"GREEN"}""",
            known.ToJsonString());
        Assert.Equal((202, "SUCCESS"), (added.Status, (string?)added["status"]));
        Assert.Equal((202, "SUCCESS", (string?)known["id"]), (removed.Status, (string?)removed["status"], (string?)removed["entity"]));
        Assert.Equal("nfs-a1", (string?)after["name"]);
        Assert.Equal(404, (await stage.Client.GetAsync($"{datastores}/{(string)known["id"]!}")).Status);
        Assert.Equal(400, (await stage.Client.PostAsync(datastores, """{"datastores":["x"]}""")).Status);
        Assert.Equal(400, (await stage.Client.PostAsync(datastores, $$"""{"datastores":["Datastore:datastore-62:{{stage.VcenterPeer}}"]}""")).Status);
    }

    [Fact]
    public async Task The_datastores_that_placeholders_can_be_made_on_are_the_result_of_a_task()
    {
        await using GroupStage stage = await GroupStage.StartAsync();

        SrmReply task = await stage.Client.PostAsync($"{Mappings(stage, "placeholder-datastores")}/actions/query-suitable-datastores");

        Assert.Equal((202, "SUCCESS"), (task.Status, (string?)task["status"]));
        Assert.Equal(
            ["datastore-21 False", "datastore-22 True", "datastore-23 False", "datastore-24 False"],
            task["result"]!.AsArray().Select(d => $"{((string)d!["datastore_id"]!).Split(':')[1]} {(bool)d["placeholder_datastore"]!}"));
    }

    [Fact]
    public async Task Folders_of_groups_are_made_renamed_moved_and_deleted()
    {
        await using GroupStage stage = await GroupStage.StartAsync();
        string folders = $"{stage.Client.Pairing}/protection-management/inventory";
        string root = $"DrFolder:DrReplicationRootFolder:{stage.Stage.Here}";

        SrmReply created = await stage.Client.PostAsync(folders, """{"name":"gold"}""");
        string gold = (string)created["result"]!;
        SrmReply moved = await stage.Client.PostAsync($"{folders}/{stage.Id}/actions/move", $$"""{"destination_parent":"{{gold}}"}""");

        Assert.Equal((202, "SUCCESS", "SUCCESS"), (created.Status, (string?)created["status"], (string?)moved["status"]));
        Assert.Equal(
            $$"""{"id":"{{gold}}","name":"gold","path":"/gold","type":"FOLDER","parent":"{{root}}"}""",
            (await stage.Client.GetAsync(folders)).List.Single()!.ToJsonString());
        Assert.Equal(
            $$"""{"id":"{{stage.Id}}","name":"pg-gold","path":"/gold/pg-gold","type":"PROTECTION_GROUP","parent":"{{gold}}"}""",
            (await stage.Client.GetAsync($"{folders}?path=/gold")).List.Single()!.ToJsonString());
        Assert.Equal(gold, (string?)(await stage.Client.GetAsync(stage.Path))["location"]);
        Assert.Equal("dr.fault.FolderNotEmpty", (await stage.Client.SendAsync("DELETE", $"{folders}/{gold}")).Code);
        Assert.Equal("SUCCESS", (string?)(await stage.Client.PostAsync($"{folders}/{gold}/actions/rename", """{"name":"silver"}"""))["status"]);
        Assert.Equal("silver", (string?)(await stage.Client.GetAsync($"{folders}/{root}/children")).List.Single()!["name"]);
        Assert.Equal("Protection Groups", (string?)(await stage.Client.GetAsync($"{folders}/{root}"))["name"]);
        await stage.Client.PostAsync($"{folders}/{stage.Id}/actions/move", $$"""{"destination_parent":"{{root}}"}""");
        Assert.Equal("SUCCESS", (string?)(await stage.Client.SendAsync("DELETE", $"{folders}/{gold}"))["status"]);
        Assert.Equal(404, (await stage.Client.GetAsync($"{folders}/{gold}")).Status);
        Assert.Equal(404, (await stage.Client.GetAsync($"{folders}?path=/gold")).Status);
        Assert.Equal(400, (await stage.Client.PostAsync(folders, "{}")).Status);
        Assert.Equal(400, (await stage.Client.PostAsync(folders, """{"name":"x","location":"none"}""")).Status);
    }

    [Fact]
    public async Task The_inventory_of_a_vCenter_is_told_by_paths()
    {
        await using GroupStage stage = await GroupStage.StartAsync();
        string inventory = $"{stage.Client.Pairing}/vcenters/{stage.VcenterPeer}/inventory";

        string[] compute = await PathsAsync(stage, $"{inventory}/compute");
        string[] networks = await PathsAsync(stage, $"{inventory}/network?path=/B");
        string[] folders = await PathsAsync(stage, $"{inventory}/vm-folder?path=/");
        JsonNode datastore = (await stage.Client.GetAsync($"{inventory}/datastores")).List.First(d => (string?)d!["name"] == "vmfs-b1")!;

        Assert.Equal(["/B", "/B2", "/B/Resources", "/B2/Resources", "/B/host-51.sim.local", "/B/host-52.sim.local"], compute);
        Assert.Equal(["/B/VM Network", "/B/Test Network"], networks);
        Assert.Equal(["/B", "/B2"], folders);
        Assert.Equal(404, (await stage.Client.GetAsync($"{inventory}/compute?path=/C")).Status);
        Assert.Equal(
            $$"""{"id":"Network:network-19:{{stage.VcenterPeer}}","name":"VM Network","path":"/B/VM Network","parent":"Datacenter:datacenter-12:{{stage.VcenterPeer}}"}""",
            GroupStage.WithoutMeta(await stage.Client.GetAsync($"{inventory}/network/Network:network-19:{stage.VcenterPeer}")));
        Assert.Equal("vm", (string?)(await stage.Client.GetAsync($"{inventory}/vm-folder/Folder:group-v13:{stage.VcenterPeer}"))["name"]);
        Assert.Equal("B", (string?)(await stage.Client.GetAsync($"{inventory}/compute/Datacenter:datacenter-12:{stage.VcenterPeer}"))["name"]);
        Assert.Equal(("VMFS", "DATASTORE", true, 1L << 40), ((string?)datastore["file_system_type"], (string?)datastore["type"], (bool)datastore["accessible"]!, (long)datastore["capacity_details"]!["total_capacity"]!));
        Assert.Equal(datastore.ToJsonString(), GroupStage.WithoutMeta(await stage.Client.GetAsync($"{inventory}/datastores/{(string)datastore["id"]!}")));
        Assert.Equal(404, (await stage.Client.GetAsync($"{inventory}/network/none")).Status);
    }

    [Fact]
    public async Task Storage_policies_of_a_vCenter_are_told()
    {
        await using GroupStage stage = await GroupStage.StartAsync();
        string policies = $"{stage.Client.Pairing}/vcenters/{stage.VcenterPeer}/storage-policies";

        JsonNode policy = (await stage.Client.GetAsync(policies)).List.Single()!;

        Assert.Equal($"StoragePolicy:policy-B:{stage.VcenterPeer}", (string?)policy["id"]);
        Assert.Equal(policy.ToJsonString(), GroupStage.WithoutMeta(await stage.Client.GetAsync($"{policies}/{(string)policy["id"]!}")));
    }

    private static string Mappings(GroupStage stage, string path) => $"{stage.Client.Pairing}/srms/{stage.Stage.Here}/inventory-mappings/{path}";

    private static async Task<string[]> PathsAsync(GroupStage stage, string path) => [.. (await stage.Client.GetAsync(path)).List.Select(i => (string)i!["path"]!)];
}
