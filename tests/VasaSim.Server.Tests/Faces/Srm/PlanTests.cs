using System.Text.Json.Nodes;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>Recovery plans: what they are, and making, changing and deleting them.</summary>
public sealed class PlanTests
{
    [Fact]
    public async Task A_plan_is_told_with_all_its_fields()
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        string srm = stage.Groups.Stage.Here;

        SrmReply alone = await stage.Client.GetAsync(stage.Path);

        Assert.Matches($"^DrRecoveryRecoveryPlan:[0-9a-f-]{{36}}:{srm}$", stage.Id);
        Assert.Equal(
            $$"""{"id":"{{stage.Id}}","status":"READY_STATE","protected_site_name":"A","recovery_site_name":"B","protected_vc_guid":"{{stage.Groups.Stage.VcenterHere}}","recovery_vc_guid":"{{stage.Groups.VcenterPeer}}","name":"plan-1","description":null,"location":"DrFolder:DrRecoveryRootFolder:{{srm}}","location_name":"Recovery Plans","progress":0,"is_running":false}""",
            GroupStage.WithoutMeta(alone));
        Assert.Equal(GroupStage.WithoutMeta(alone), (await NamedAsync(stage, "plan-1")).ToJsonString());
        Assert.Empty((await stage.Client.GetAsync($"{stage.Plans}?filter_property=status&filter=TEST_COMPLETE")).List);
        Assert.Equal(404, (await stage.Client.GetAsync($"{stage.Plans}/none")).Status);
        Assert.Equal(404, (await stage.Client.GetAsync($"{stage.Plans}/{stage.Groups.Id}")).Status);
    }

    [Fact]
    public async Task Both_sites_tell_the_same_plan()
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        using SrmClient peer = await stage.Groups.Stage.AtPeer().AsAsync();

        JsonNode there = (await peer.GetAsync($"{stage.Plans}?filter_property=Name&filter=plan-1")).List.Single()!;

        Assert.Equal(stage.Id.Replace(stage.Groups.Stage.Here, stage.Groups.Stage.Peer, StringComparison.Ordinal), (string?)there["id"]);
        Assert.Equal(("A", "B", "READY_STATE"), ((string?)there["protected_site_name"], (string?)there["recovery_site_name"], (string?)there["status"]));
    }

    [Fact]
    public async Task The_groups_of_a_plan_and_the_plans_of_a_group()
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        string empty = await stage.CreateAsync("plan-2");

        JsonNode group = (await stage.Client.GetAsync($"{stage.Path}/protection-groups")).List.Single()!;

        Assert.Equal(stage.Groups.Group.ToJsonString(), group.ToJsonString());
        Assert.Contains(stage.Id, (await stage.Client.GetAsync($"{stage.Groups.Path}/recovery-plans")).List.Select(p => (string?)p!["id"]));
        Assert.DoesNotContain(empty, (await stage.Client.GetAsync($"{stage.Groups.Path}/recovery-plans")).List.Select(p => (string?)p!["id"]));
        Assert.Empty((await stage.Client.GetAsync($"{stage.Plans}/{empty}/protection-groups")).List);
        Assert.Equal("dr.fault.GroupInPlan", (await stage.Client.SendAsync("DELETE", stage.Groups.Path)).Code);
    }

    [Fact]
    public async Task A_plan_is_made_and_deleted_by_tasks()
    {
        await using PlanStage stage = await PlanStage.StartAsync(GroupStage.Slow);

        SrmReply begun = await stage.Client.PostAsync(stage.Plans, stage.Spec("plan-2", stage.Groups.Id));

        Assert.Equal(("RUNNING", 0, "Create recovery plan", "plan-2"), ((string?)begun["status"], (int)begun["progress"]!, (string?)begun["description"], (string?)begun["entity_name"]));
        Assert.Null(begun["result"]);
        string plan = (string)(await stage.EndAsync(begun))["result"]!;
        Assert.Equal(plan, (string?)begun["entity"]);
        SrmReply deleting = await stage.Client.SendAsync("DELETE", $"{stage.Plans}/{plan}");
        Assert.Equal("DELETING", (string?)(await stage.Client.GetAsync($"{stage.Plans}/{plan}"))["status"]);
        Assert.Equal("dr.fault.InvalidState", (await stage.Client.SendAsync("DELETE", $"{stage.Plans}/{plan}")).Code);
        Assert.Equal("SUCCESS", (string?)(await stage.EndAsync(deleting))["status"]);
        Assert.Equal(404, (await stage.Client.GetAsync($"{stage.Plans}/{plan}")).Status);
    }

    [Theory]
    [InlineData("{}", 400, "'name'")]
    [InlineData("""{"name":"","protected_vc_guid":"{vcenter}"}""", 400, "'name'")]
    [InlineData("""{"name":"x"}""", 400, "'protected_vc_guid'")]
    [InlineData("""{"name":"x","protected_vc_guid":"00000000-0000-0000-0000-000000000000"}""", 400, "'protected_vc_guid'")]
    [InlineData("""{"name":"x","protected_vc_guid":"{vcenter}","protection_groups":["none"]}""", 400, "'none'")]
    [InlineData("""{"name":"x","protected_vc_guid":"{vcenter}","protection_groups":[null]}""", 400, "''")]
    [InlineData("""{"name":"x","protected_vc_guid":"{vcenter}","protection_groups":["DrReplicationProtectionGroup:none:{srm}"]}""", 400, "protection group 'none'")]
    [InlineData("""{"name":"x","protected_vc_guid":"{vcenter}","location":"none"}""", 400, "'none'")]
    [InlineData("""{"name":"x","protected_vc_guid":"{vcenter}","location":"DrFolder:DrReplicationRootFolder:{srm}"}""", 400, "folder")]
    [InlineData("""{"name":"x","protected_vc_guid":"{vcenter}","test_network_mappings":[{"target_network":"Network:a:{srm}","test_network":null}]}""", 400, "''")]
    [InlineData("""{"name":"x","protected_vc_guid":"{vcenter}","test_network_mappings":[null]}""", 400, "''")]
    [InlineData("""{"name":"x","protected_vc_guid":"{vcenter}","color":"red"}""", 400, "'color'")]
    [InlineData("""{"name":"plan-1","protected_vc_guid":"{vcenter}"}""", 500, "plan-1")]
    public async Task A_plan_that_cannot_be_is_refused(string spec, int status, string expected)
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        string body = spec.Replace("{vcenter}", stage.Groups.Stage.VcenterHere, StringComparison.Ordinal).Replace("{srm}", stage.Groups.Stage.Here, StringComparison.Ordinal);

        SrmReply reply = await stage.Client.PostAsync(stage.Plans, body);

        Assert.Equal(status, reply.Status);
        Assert.Contains(expected, reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_change_leaves_out_stays_and_a_list_takes_the_place_of_the_old_one()
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        string network = $"Network:network-19:{stage.Groups.VcenterPeer}";
        JsonNode machine = (await stage.Client.GetAsync($"{stage.Groups.Path}/vms")).List[0]!;
        string test = (string)machine["protection_info"]!["recovery_networks"]![0]!["id"]!;

        await ChangeAsync(stage, $$"""{"description":"all","test_network_mappings":[{"target_network":"{{network}}","test_network":"{{test}}"}]}""");
        await ChangeAsync(stage, """{"name":"plan-new"}""");

        SrmReply plan = await stage.Client.GetAsync(stage.Path);
        Assert.Equal(("plan-new", "all"), ((string?)plan["name"], (string?)plan["description"]));
        JsonNode own = (await stage.Client.GetAsync($"{stage.Path}/test-networks")).List.Single()!;
        Assert.Equal((network, test, "VM Network"), ((string?)own["target_network"], (string?)own["test_network"], (string?)own["test_network_name"]));
        Assert.True(Guid.TryParse((string?)own["id"], out _));
        Assert.Single((await stage.Client.GetAsync($"{stage.Path}/protection-groups")).List);

        await ChangeAsync(stage, """{"protection_groups":[],"test_network_mappings":[]}""");
        Assert.Equal("NO_PROTECTION_GROUPS", await stage.StateAsync());
        Assert.Equal("WARNING", (string?)(await stage.Client.GetAsync($"{stage.Path}/issues")).List.Single()!["status"]);
        Assert.Empty((await stage.Client.GetAsync($"{stage.Path}/test-networks")).List);

        await ChangeAsync(stage, $$"""{"protected_vc_guid":"{{stage.Groups.VcenterPeer}}"}""");
        Assert.Equal("B", (string?)(await stage.Client.GetAsync(stage.Path))["protected_site_name"]);
        await ChangeAsync(stage, $$"""{"protected_vc_guid":"{{stage.Groups.Stage.VcenterHere}}","protection_groups":["{{stage.Groups.Id}}"]}""", 400);
    }

    [Fact]
    public async Task The_test_networks_of_the_site_are_the_plans_where_it_has_none_of_its_own()
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        string mappings = $"{stage.Client.Pairing}/srms/{stage.Groups.Stage.Peer}/inventory-mappings/test-networks";
        JsonNode mapping = (await stage.Client.GetAsync(mappings)).List.Single()!;

        JsonNode used = (await stage.Client.GetAsync($"{stage.Path}/test-networks")).List.Single()!;

        Assert.Equal(mapping.ToJsonString(), used.ToJsonString());
        Assert.Equal(204, (await stage.Client.SendAsync("DELETE", $"{mappings}/{(string)mapping["id"]!}")).Status);
        Assert.Empty((await stage.Client.GetAsync($"{stage.Path}/test-networks")).List);
    }

    [Fact]
    public async Task What_is_wrong_with_the_machines_of_a_plan_is_an_issue_of_it()
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        Assert.Empty((await stage.Client.GetAsync($"{stage.Path}/issues")).List);

        await stage.Groups.ChangeAsync(world => world.Remove(world.FindVirtualMachine("vm-101")!));

        JsonNode issue = (await stage.Client.GetAsync($"{stage.Path}/issues")).List[0]!;
        Assert.Equal(("PROTECTION_GROUP", "pg-gold"), ((string?)issue["issue_type"], (string?)issue["entity_name"]));
    }

    private static async Task<JsonNode> NamedAsync(PlanStage stage, string name) =>
        (await stage.Client.GetAsync($"{stage.Plans}?filter_property=Name&filter={name}")).List.Single()!;

    private static async Task ChangeAsync(PlanStage stage, string spec, int status = 202)
    {
        SrmReply reply = await stage.ActAsync("reconfigure", spec);
        Assert.Equal(status, reply.Status);
        if (status == 202)
        {
            Assert.Equal("SUCCESS", (string?)(await stage.EndAsync(reply))["status"]);
        }
    }
}
