using System.Text.Json.Nodes;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>The folders of recovery plans.</summary>
public sealed class PlanFolderTests
{
    [Fact]
    public async Task Folders_are_made_found_renamed_moved_and_deleted()
    {
        await using RunStage stage = await RunStage.StartAsync();
        string folders = $"{stage.Management}/inventory";

        string outer = (string)(await stage.DoAsync("POST", folders, """{"name":"outer"}"""))["result"]!;
        string inner = (string)(await stage.DoAsync("POST", folders, $$"""{"name":"inner","location":"{{outer}}"}"""))["result"]!;

        Assert.Equal(
            $$"""{"id":"{{inner}}","name":"inner","path":"/outer/inner","type":"FOLDER","parent":"{{outer}}"}""",
            GroupStage.WithoutMeta(await stage.Client.GetAsync($"{folders}/{inner}")));
        Assert.Equal(["inner"], await NamesAsync(stage, "?path=/outer"));
        await stage.DoAsync("POST", $"{folders}/{inner}/actions/rename", """{"name":"renamed"}""");
        await stage.DoAsync("POST", $"{folders}/{inner}/actions/move", $$"""{"destination_parent":"DrFolder:DrRecoveryRootFolder:{{stage.Stage.Stage.Here}}"}""");
        Assert.Equal("/renamed", (string?)(await stage.Client.GetAsync($"{folders}/{inner}"))["path"]);
        await stage.DoAsync("DELETE", $"{folders}/{inner}");
        Assert.Equal(404, (await stage.Client.GetAsync($"{folders}/{inner}")).Status);
        JsonNode root = (await stage.Client.GetAsync($"{folders}/DrFolder:DrRecoveryRootFolder:{stage.Stage.Stage.Here}")).Body!;
        Assert.Equal(("Recovery Plans", "/", null), ((string?)root["name"], (string?)root["path"], root["parent"]));
    }

    [Fact]
    public async Task A_plan_is_made_in_a_folder_and_moved_between_them()
    {
        await using RunStage stage = await RunStage.StartAsync();
        string folders = $"{stage.Management}/inventory";
        string one = (string)(await stage.DoAsync("POST", folders, """{"name":"one"}"""))["result"]!;
        string other = (string)(await stage.DoAsync("POST", folders, """{"name":"other"}"""))["result"]!;
        string plan = await stage.MakeAsync("moved", one);

        Assert.Equal(
            $$"""{"id":"{{plan}}","name":"moved","path":"/one/moved","type":"RECOVERY_PLAN","parent":"{{one}}"}""",
            Assert.Single((await stage.Client.GetAsync($"{folders}/{one}/children")).List)!.ToJsonString());
        SrmReply full = await stage.Client.SendAsync("DELETE", $"{folders}/{one}");
        SrmReply moved = await stage.DoAsync("POST", $"{folders}/{plan}/actions/move", $$"""{"destination_parent":"{{other}}"}""");

        Assert.Equal((500, "dr.fault.FolderNotEmpty"), (full.Status, full.Code));
        Assert.Equal((plan, "moved"), ((string?)moved["entity"], (string?)moved["entity_name"]));
        Assert.Equal(("other", other), (await stage.Client.GetAsync($"{stage.Management}/plans/{plan}") is var told ? ((string?)told["location_name"], (string?)told["location"]) : default));
        await stage.DoAsync("DELETE", $"{folders}/{one}");
        Assert.Equal(["moved"], await NamesAsync(stage, "?path=/other"));
    }

    [Fact]
    public async Task The_folders_of_plans_and_of_groups_do_not_see_each_other()
    {
        await using RunStage stage = await RunStage.StartAsync();
        string plans = $"{stage.Management}/inventory";
        string groups = $"{stage.Client.Pairing}/protection-management/inventory";
        string ofPlans = (string)(await stage.DoAsync("POST", plans, """{"name":"same"}"""))["result"]!;
        string ofGroups = (string)(await stage.DoAsync("POST", groups, """{"name":"same"}"""))["result"]!;

        Assert.Contains("plan-1", await NamesAsync(stage));
        Assert.DoesNotContain("pg-gold", await NamesAsync(stage));
        foreach (string path in new[] { $"{plans}/{ofGroups}", $"{groups}/{ofPlans}", $"{plans}/{stage.Stage.Id}", $"{plans}/DrFolder:DrReplicationRootFolder:{stage.Stage.Stage.Here}" })
        {
            Assert.Equal(404, (await stage.Client.GetAsync(path)).Status);
        }

        Assert.Equal(400, (await stage.Client.PostAsync(plans, $$"""{"name":"x","location":"{{ofGroups}}"}""")).Status);
        Assert.Equal(400, (await stage.Client.PostAsync($"{plans}/{stage.Id}/actions/move", $$"""{"destination_parent":"{{ofGroups}}"}""")).Status);
        Assert.Equal(404, (await stage.Client.PostAsync($"{groups}/{stage.Id}/actions/move", $$"""{"destination_parent":"{{ofGroups}}"}""")).Status);
        Assert.Equal(404, (await stage.Client.PostAsync($"{plans}/{stage.Stage.Id}/actions/move", $$"""{"destination_parent":"{{ofPlans}}"}""")).Status);
    }

    [Theory]
    [InlineData("POST", "", "{}", 400, "dr.fault.InvalidArgument")]
    [InlineData("POST", "", """{"name":"there"}""", 500, "dr.fault.DuplicateName")]
    [InlineData("POST", "/{there}/actions/rename", """{"name":""}""", 400, "dr.fault.InvalidArgument")]
    [InlineData("POST", "/{there}/actions/move", "{}", 400, "dr.fault.InvalidArgument")]
    [InlineData("POST", "/{there}/actions/move", """{"destination_parent":"{there}"}""", 400, "dr.fault.InvalidArgument")]
    [InlineData("POST", "/none/actions/move", """{"destination_parent":"{there}"}""", 404, null)]
    [InlineData("GET", "/none/children", null, 404, null)]
    [InlineData("GET", "?path=/none", null, 404, null)]
    [InlineData("DELETE", "/none", null, 404, null)]
    public async Task What_cannot_be_is_refused(string method, string path, string? body, int status, string? code)
    {
        await using RunStage stage = await RunStage.StartAsync();
        string folders = $"{stage.Management}/inventory";
        string there = (string)(await stage.DoAsync("POST", folders, """{"name":"there"}"""))["result"]!;

        SrmReply reply = await stage.Client.SendAsync(
            method, folders + path.Replace("{there}", there, StringComparison.Ordinal), body?.Replace("{there}", there, StringComparison.Ordinal));

        Assert.Equal((status, code), (reply.Status, reply.Body is null ? null : reply.Code));
    }

    private static async Task<string[]> NamesAsync(RunStage stage, string query = "") =>
        [.. (await stage.Client.GetAsync($"{stage.Management}/inventory{query}")).List.Select(i => (string)i!["name"]!)];
}
