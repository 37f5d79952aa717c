using System.Text.Json.Nodes;
using VasaSim.Server.Tests.Injection;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>Tasks, and the operations that start them.</summary>
public sealed class TaskTests
{
    private const string Rg03 = """{"fault_domain_id":"fd-a1","device_group_id":"rg-03"}""";

    [Fact]
    public async Task A_group_is_made_by_a_task_whose_result_is_its_id()
    {
        await using GroupStage stage = await GroupStage.StartAsync(GroupStage.Slow);

        SrmReply begun = await stage.Client.PostAsync(stage.Groups, Creation(stage, "pg-new"));
        string path = $"/tasks/{(string)begun["id"]!}";

        long start = Simulator.StartTime.ToUnixTimeMilliseconds();
        Assert.Equal(202, begun.Status);
        Assert.Matches($"^Task:[0-9a-f-]{{36}}:{stage.Stage.Here}$", (string?)begun["id"]);
        Assert.Equal(
            $$$"""{"description":"Create protection group","description_id":"dr.task.CreateGroup","entity":"{{{(string?)begun["entity"]}}}","entity_name":"pg-new","status":"RUNNING","error":null,"result":null,"progress":0,"queued_time":{{{start}}},"start_time":{{{start}}},"complete_time":null,"_meta":{"errors":[]}}""",
            Without(begun.Body!, "id"));
        await stage.AdvanceAsync("500ms");
        Assert.Equal(("RUNNING", 50), (await stage.Client.GetAsync(path) is var half ? ((string?)half["status"], (int)half["progress"]!) : default));
        await stage.AdvanceAsync();
        SrmReply ended = await stage.Client.GetAsync(path);
        Assert.Equal(("SUCCESS", 100, start + 1000), ((string?)ended["status"], (int)ended["progress"]!, (long)ended["complete_time"]!));
        string id = (string)ended["result"]!;
        Assert.Equal(("pg-new", "VVOL", 1), (await stage.Client.GetAsync($"{stage.Groups}/{id}") is var made ? ((string?)made["name"], (string?)made["replication_type"], (int)made["total_vms"]!) : default));
        Assert.Equal(id, (string?)ended["entity"]);
        JsonArray tasks = (await stage.Client.GetAsync("/tasks")).List;
        Assert.Equal(["Create protection group", "Configure protection"], tasks.Select(t => (string?)t!["description"]));
        Assert.StartsWith("VirtualMachine:", (string?)tasks[1]!["entity"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_times_of_a_task_are_texts_in_version_1()
    {
        await using GroupStage stage = await GroupStage.StartAsync();
        using SrmClient first = await stage.Stage.Other("v1").AsAsync();
        await first.WithRemoteAsync();

        SrmReply task = await first.PostAsync(stage.Groups, Creation(stage, "pg-new"));

        string time = $"\"{Simulator.StartTime.ToUnixTimeMilliseconds()}\"";
        Assert.Equal((time, time, time), (task["queued_time"]!.ToJsonString(), task["start_time"]!.ToJsonString(), task["complete_time"]!.ToJsonString()));
        Assert.Equal((string?)task["id"], (string?)(await stage.Client.GetAsync($"/tasks/{(string)task["id"]!}"))["id"]);
        Assert.Equal(404, (await first.GetAsync("/tasks/none")).Status);
    }

    [Fact]
    public async Task What_stopped_being_possible_fails_the_task_with_progress_100()
    {
        await using GroupStage stage = await GroupStage.StartAsync(GroupStage.Slow);

        SrmReply one = await stage.Client.PostAsync(stage.Groups, Creation(stage, "pg-new"));
        SrmReply other = await stage.Client.PostAsync(stage.Groups, Creation(stage, "pg-new"));
        await stage.AdvanceAsync();
        SrmReply failed = await stage.Client.GetAsync($"/tasks/{(string)other["id"]!}");

        Assert.Equal("SUCCESS", (string?)(await stage.Client.GetAsync($"/tasks/{(string)one["id"]!}"))["status"]);
        Assert.Equal(("ERROR", 100, null), ((string?)failed["status"], (int)failed["progress"]!, failed["result"]));
        Assert.Equal(("There is a 'pg-new' already.", "dr.fault.DuplicateName"), ((string?)failed["error"]!["message"], (string?)failed["error"]!["details"]));
    }

    [Theory]
    [InlineData("""{"name":"x","replication_type":"SOME"}""", 400, "dr.fault.InvalidArgument")]
    [InlineData("""{"replication_type":"VVOL","protected_vc_guid":"{vc}","vvol_spec":{"replication_groups":[]}}""", 400, "dr.fault.InvalidArgument")]
    [InlineData("""{"name":"x","protected_vc_guid":"{vc}"}""", 400, "dr.fault.InvalidArgument")]
    [InlineData("""{"name":"x","replication_type":"VVOL","protected_vc_guid":"none"}""", 400, "dr.fault.InvalidArgument")]
    [InlineData("""{"name":"x","replication_type":"VVOL","protected_vc_guid":"{vc}"}""", 400, "dr.fault.InvalidArgument")]
    [InlineData("""{"name":"x","replication_type":"VVOL","protected_vc_guid":"{vc}","hbr_spec":{"vms":["x"]}}""", 400, "dr.fault.InvalidArgument")]
    [InlineData("""{"name":"x","replication_type":"HBR","protected_vc_guid":"{vc}","hbr_spec":{"vms":["x"]}}""", 400, "dr.fault.InvalidArgument")]
    [InlineData("""{"name":"x","replication_type":"HBR","protected_vc_guid":"{vc}","hbr_spec":{"vms":["VirtualMachine:vm-101:{vc}"]}}""", 500, "dr.fault.NotReplicated")]
    [InlineData("""{"name":"x","replication_type":"VVOL","protected_vc_guid":"{vc}","vvol_spec":{"replication_groups":[{"fault_domain_id":"fd-a1","device_group_id":"none"}]}}""", 400, "dr.fault.InvalidArgument")]
    [InlineData("""{"name":"x","replication_type":"VVOL","protected_vc_guid":"{vc}","vvol_spec":{"replication_groups":[null]}}""", 400, "dr.fault.InvalidArgument")]
    [InlineData("""{"name":"x","replication_type":"VVOL","protected_vc_guid":"{vc}","vvol_spec":{"replication_groups":[{"fault_domain_id":"fd-a1"}]}}""", 400, "dr.fault.InvalidArgument")]
    [InlineData("""{"name":"x","replication_type":"VVOL","protected_vc_guid":"{vc}","vvol_spec":{"replication_groups":[{"fault_domain_id":"fd-a1","device_group_id":"rg-01"}]}}""", 500, "dr.fault.AlreadyProtected")]
    [InlineData("""{"name":"pg-gold","replication_type":"VVOL","protected_vc_guid":"{vc}","vvol_spec":{"replication_groups":[{"fault_domain_id":"fd-a1","device_group_id":"rg-03"}]}}""", 500, "dr.fault.DuplicateName")]
    [InlineData("""{"name":"x","location":"none","replication_type":"VVOL","protected_vc_guid":"{vc}","vvol_spec":{"replication_groups":[{"fault_domain_id":"fd-a1","device_group_id":"rg-03"}]}}""", 400, "dr.fault.InvalidArgument")]
    public async Task A_group_that_cannot_be_is_refused(string body, int status, string code)
    {
        await using GroupStage stage = await GroupStage.StartAsync();

        SrmReply reply = await stage.Client.PostAsync(stage.Groups, body.Replace("{vc}", stage.Stage.VcenterHere, StringComparison.Ordinal));

        Assert.Equal((status, code), (reply.Status, reply.Code));
        Assert.Empty((await stage.Client.GetAsync("/tasks")).List);
    }

    [Fact]
    public async Task A_group_is_changed_and_deleted()
    {
        await using GroupStage stage = await GroupStage.StartAsync();
        await stage.WithoutPlansAsync();

        SrmReply changed = await stage.Client.PostAsync($"{stage.Path}/actions/reconfigure", $$$"""{"name":"pg-2","vvol_spec":{"replication_groups":[{"fault_domain_id":"fd-a1","device_group_id":"rg-01"},{{{Rg03}}}]}}""");
        SrmReply after = await stage.Client.GetAsync(stage.Path);
        SrmReply wrong = await stage.Client.PostAsync($"{stage.Path}/actions/reconfigure", """{"name":"pg-2","hbr_spec":{"vms":[]}}""");
        SrmReply deleted = await stage.Client.SendAsync("DELETE", stage.Path);

        Assert.Equal((202, "SUCCESS", stage.Id), (changed.Status, (string?)changed["status"], (string?)changed["entity"]));
        Assert.Equal(("pg-2", null, 3), ((string?)after["name"], after["description"], (int)after["total_vms"]!));
        Assert.Equal(400, wrong.Status);
        Assert.Equal((202, "SUCCESS"), (deleted.Status, (string?)deleted["status"]));
        Assert.Equal(404, (await stage.Client.GetAsync(stage.Path)).Status);
        Assert.Equal(404, (await stage.Client.SendAsync("DELETE", stage.Path)).Status);
    }

    [Fact]
    public async Task All_machines_are_configured_by_a_task_each()
    {
        await using GroupStage stage = await GroupStage.StartAsync(GroupStage.Slow);
        string configure = $"{stage.Path}/actions/configure-all-vms";
        SrmReply nothing = await stage.Client.PostAsync(configure);
        foreach (string vm in new[] { "vm-101", "vm-102" })
        {
            Assert.Equal(202, (await stage.Client.PostAsync($"{stage.Path}/vms/{stage.Vm(vm)}/actions/remove-protection")).Status);
        }

        SrmReply busy = await stage.Client.SendAsync("DELETE", stage.Path);
        await stage.AdvanceAsync();
        SrmReply tasks = await stage.Client.PostAsync(configure);

        Assert.Equal((202, 0), (nothing.Status, nothing.List.Count));
        Assert.Equal((500, "dr.fault.OperationInProgress"), (busy.Status, busy.Code));
        Assert.Equal([stage.Vm("vm-101"), stage.Vm("vm-102")], tasks.List.Select(t => (string?)t!["entity"]));
        Assert.Equal("CONFIGURING_PROTECTION", (string?)(await stage.Client.GetAsync(stage.Path))["status"]);
    }

    [Fact]
    public async Task Only_machines_with_replications_of_their_own_leave_their_group()
    {
        await using GroupStage stage = await GroupStage.StartAsync();

        SrmReply refused = await stage.Client.PostAsync($"{stage.Path}/vms/{stage.Vm("vm-101")}/actions/remove-from-group");

        Assert.Equal((500, "dr.fault.WrongReplicationType"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task A_rule_gives_a_task_its_error()
    {
        await using GroupStage stage = await GroupStage.StartAsync();
        await stage.WithoutPlansAsync();
        await stage.Stage.Simulator.RulesAsync("  - { match: { operation: deleteGroup }, do: { fault: { type: dr.fault.InternalError, message: by rule }, as: taskError } }");

        SrmReply task = await stage.Client.SendAsync("DELETE", stage.Path);

        Assert.Equal((202, "ERROR", 100), (task.Status, (string?)task["status"], (int)task["progress"]!));
        Assert.Equal("""{"message":"by rule","details":"dr.fault.InternalError"}""", task["error"]!.ToJsonString());
        Assert.Equal(200, (await stage.Client.GetAsync(stage.Path)).Status);
    }

    private static string Creation(GroupStage stage, string name) =>
        $$$"""{"name":"{{{name}}}","replication_type":"VVOL","protected_vc_guid":"{{{stage.Stage.VcenterHere}}}","vvol_spec":{"replication_groups":[{{{Rg03}}}]}}""";

    private static string Without(JsonNode node, string member)
    {
        JsonObject copy = node.DeepClone().AsObject();
        copy.Remove(member);
        return copy.ToJsonString();
    }
}
