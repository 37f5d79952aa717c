using System.Text.Json.Nodes;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>How a machine of a recovery plan is recovered: what is told, what can be changed, and within which limits.</summary>
public sealed class RecoverySettingsTests
{
    private const string Least = """{"ip_customization_type":"AUTO","priority":"P3","startup_action":"POWER_ON","shutdown_action_settings":{"timeout_seconds":300}}""";

    private const string Nic = """
        {"device_id":4000,"primary_ip_settings":null,"secondary_ip_settings":{
         "ip_v4":{"ip_address":"10.0.0.7","type":"STATIC","default_gateway":"10.0.0.1","alternate_gateway":null,"subnet_mask":"255.255.255.0"},
         "ip_v6":{"ip_address":"fd00::7","type":"STATIC","default_gateway":null,"alternate_gateway":null,"subnet_prefix_length":64},
         "dns":{"type":"STATIC","preferred_server":"10.0.0.2","alternate_server":null,"suffixes":["sim.local"]},
         "wins":{"primary_server":"10.0.0.3","alternate_server":null}}}
        """;

    /// <summary>What is wrong: a member and a value that it is given, and the path that the error names.</summary>
    public static TheoryData<string, string?, string> Wrong => new()
    {
        { "ip_customization_type", null, "ip_customization_type" },
        { "ip_customization_type", "\"SOME\"", "ip_customization_type" },
        { "priority", null, "priority" },
        { "priority", "\"P0\"", "priority" },
        { "startup_action", null, "startup_action" },
        { "startup_action", "\"SOME\"", "startup_action" },
        { "shutdown_action_settings", null, "shutdown_action_settings" },
        { "shutdown_action_settings", "{}", "shutdown_action_settings.timeout_seconds" },
        { "shutdown_action_settings", """{"timeout_seconds":-1}""", "shutdown_action_settings.timeout_seconds" },
        { "shutdown_action_settings", """{"timeout_seconds":3600}""", "shutdown_action_settings.timeout_seconds" },
        { "shutdown_action_settings", """{"timeout_seconds":3000000000}""", "shutdown_action_settings.timeout_seconds" },
        { "startup_action_settings", """{"power_on_vmtools_timeout_seconds":-1}""", "startup_action_settings.power_on_vmtools_timeout_seconds" },
        { "startup_action_settings", """{"power_on_vmtools_timeout_seconds":3600}""", "startup_action_settings.power_on_vmtools_timeout_seconds" },
        { "startup_action_settings", """{"delay_before_power_on_steps_and_dependent_vms_seconds":-1}""", "startup_action_settings.delay_before_power_on_steps_and_dependent_vms_seconds" },
        { "startup_action_settings", """{"delay_before_power_on_steps_and_dependent_vms_seconds":3600}""", "startup_action_settings.delay_before_power_on_steps_and_dependent_vms_seconds" },
        { "pre_power_on_steps", "[null]", "pre_power_on_steps[0]" },
        { "pre_power_on_steps", $"[{Step("id", null)}]", "pre_power_on_steps[0].id" },
        { "pre_power_on_steps", $"[{Step("name", null)}]", "name" },
        { "pre_power_on_steps", $"[{Step("content", null)}]", "content" },
        { "pre_power_on_steps", $"[{Step("callout_type", null)}]", "callout_type" },
        { "pre_power_on_steps", $"[{Step("callout_type", "RUN_ON_VM")}]", "pre_power_on_steps[0].callout_type" },
        { "pre_power_on_steps", $"[{Step("callout_type", "SOME")}]", "pre_power_on_steps[0].callout_type" },
        { "pre_power_on_steps", $"[{Step("step_type", null)}]", "pre_power_on_steps[0].step_type" },
        { "pre_power_on_steps", $"[{Step("step_type", "POST_POWER_ON")}]", "pre_power_on_steps[0].step_type" },
        { "post_power_on_steps", $"[{Step("name", "x")}]", "post_power_on_steps[0].step_type" },
        { "pre_power_on_steps", $"[{Step("timeout_seconds", null)}]", "timeout_seconds" },
        { "pre_power_on_steps", $"[{Step("timeout_seconds", -1)}]", "timeout_seconds" },
        { "pre_power_on_steps", $"[{Step("timeout_seconds", 60000)}]", "timeout_seconds" },
        { "pre_power_on_steps", $"[{Step("id", "none")}]", "none" },
        { "dependent_vms", "[null]", "dependent_vms[0].name" },
        { "dependent_vms", """[{"name":"x"}]""", "dependent_vms[0].id" },
        { "dependent_vms", """[{"name":"x","id":"none"}]""", "dependent_vms[0].id" },
        { "nic_settings", Nics("ip_v4", "ip_address", null), "nic_settings[0].secondary_ip_settings.ip_v4.ip_address" },
        { "nic_settings", Nics("ip_v4", "type", null), "nic_settings[0].secondary_ip_settings.ip_v4.type" },
        { "nic_settings", Nics("ip_v4", "type", "SOME"), "nic_settings[0].secondary_ip_settings.ip_v4.type" },
        { "nic_settings", Nics("ip_v4", "subnet_mask", null), "nic_settings[0].secondary_ip_settings.ip_v4.subnet_mask" },
        { "nic_settings", Nics("ip_v6", "type", null), "nic_settings[0].secondary_ip_settings.ip_v6.type" },
        { "nic_settings", Nics("ip_v6", "subnet_prefix_length", -1), "nic_settings[0].secondary_ip_settings.ip_v6.subnet_prefix_length" },
        { "nic_settings", Nics("ip_v6", "subnet_prefix_length", 129), "nic_settings[0].secondary_ip_settings.ip_v6.subnet_prefix_length" },
        { "nic_settings", Nics("dns", "type", null), "nic_settings[0].secondary_ip_settings.dns.type" },
        { "nic_settings", """[{"device_id":"x"}]""", "nic_settings[0].device_id" },
        { "change_version", "\"x\"", "change_version" },
        { "color", "1", "color" },
    };

    [Fact]
    public async Task Settings_are_told_with_all_their_fields_and_what_is_sent_back_changes_nothing()
    {
        await using PlanStage stage = await PlanStage.StartAsync();

        SrmReply told = await stage.Client.GetAsync(Path(stage));

        Assert.Equal(
            """{"recovery_settings":{"ip_customization_type":"AUTO","nic_settings":[{"device_id":4000,"primary_ip_settings":null,"secondary_ip_settings":null}],"priority":"P3","startup_action":"POWER_ON","shutdown_action_settings":{"skip_shutdown_guest":false,"timeout_seconds":300},"pre_power_on_steps":[],"post_power_on_steps":[],"startup_action_settings":{"power_on_vmtools_timeout_seconds":300,"delay_before_power_on_steps_and_dependent_vms_seconds":0},"dependent_vms":[],"change_version":0,"vm_tools_status":"INSTALLED","allow_vmotion_migration":false},"status":"OK","protection_group_support_vmotion":false,"vmotion_migration_supported":false}""",
            GroupStage.WithoutMeta(told));
        await UpdateAsync(stage, told["recovery_settings"]!);
        JsonNode again = (await SettingsAsync(stage)).DeepClone();
        Assert.Equal(1, (long)again["change_version"]!);
        again["change_version"] = 0;
        Assert.Equal(told["recovery_settings"]!.ToJsonString(), again.ToJsonString());
    }

    [Fact]
    public async Task All_that_can_be_set_is_told()
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        string full = $$"""
            {"ip_customization_type":"MANUAL","nic_settings":[{{Nic}}],"priority":"P2","startup_action":"POWER_ON",
             "shutdown_action_settings":{"skip_shutdown_guest":true,"timeout_seconds":3599},
             "pre_power_on_steps":[{{Step("callout_type", "RUN_ON_SRM_SERVER")}}],
             "post_power_on_steps":[{{Step("step_type", "POST_POWER_ON")}}],
             "startup_action_settings":{"power_on_vmtools_timeout_seconds":0,"delay_before_power_on_steps_and_dependent_vms_seconds":3599},
             "dependent_vms":[{"id":"{{stage.Groups.Vm("vm-103")}}","name":"web01"}]}
            """;

        await UpdateAsync(stage, JsonNode.Parse(full)!);

        JsonNode told = await SettingsAsync(stage);
        JsonNode before = told["pre_power_on_steps"]!.AsArray().Single()!;
        JsonNode after = told["post_power_on_steps"]!.AsArray().Single()!;
        string id = (string)before["id"]!;
        Assert.True(Guid.TryParse(id, out _));
        Assert.NotEqual(id, (string?)after["id"]);
        Assert.Equal($$"""{"name":"step","content":"do","callout_type":"RUN_ON_SRM_SERVER","timeout_seconds":59999,"step_type":"PRE_POWER_ON","id":"{{id}}"}""", before.ToJsonString());
        JsonNode needed = told["dependent_vms"]![0]!;
        Assert.Equal((stage.Groups.Vm("vm-103"), "web01", "LOWER_PRIORITY"), ((string?)needed["id"], (string?)needed["name"], (string?)needed["status"]));
        JsonNode expected = JsonNode.Parse(full)!;
        expected["pre_power_on_steps"] = new JsonArray(before.DeepClone());
        expected["post_power_on_steps"] = new JsonArray(after.DeepClone());
        expected["dependent_vms"] = new JsonArray(needed.DeepClone());
        expected["change_version"] = 1;
        expected["vm_tools_status"] = "INSTALLED";
        expected["allow_vmotion_migration"] = false;
        Assert.Equal(expected.ToJsonString(), told.ToJsonString());
        SrmReply summary = await stage.Client.GetAsync($"{Path(stage)}/summary");
        Assert.Equal(("P2", "step", "step"), ((string?)summary["priority"], (string?)summary["pre_power_on_steps"], (string?)summary["post_power_on_steps"]));

        told["pre_power_on_steps"]![0]!["name"] = "renamed";
        await UpdateAsync(stage, told);
        before = (await SettingsAsync(stage))["pre_power_on_steps"]!.AsArray().Single()!;
        Assert.Equal((id, "renamed"), ((string?)before["id"], (string?)before["name"]));

        // What is left out gets its default.
        await UpdateAsync(stage, JsonNode.Parse(Least)!);
        told = await SettingsAsync(stage);
        Assert.Empty(told["pre_power_on_steps"]!.AsArray());
        Assert.Empty(told["dependent_vms"]!.AsArray());
        Assert.Equal(300, (int)told["startup_action_settings"]!["power_on_vmtools_timeout_seconds"]!);
        Assert.Null(told["nic_settings"]![0]!["secondary_ip_settings"]);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_cannot_be_is_refused_and_named(string member, string? value, string named)
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        JsonNode settings = JsonNode.Parse(Least)!;
        settings[member] = value is null ? null : JsonNode.Parse(value);

        SrmReply reply = await stage.Client.PostAsync($"{Path(stage)}/actions/update", settings.ToJsonString());

        Assert.Equal((400, "dr.fault.InvalidArgument"), (reply.Status, reply.Code));
        Assert.Contains($"'{named}'", reply.Message, StringComparison.Ordinal);
        Assert.Equal(0, (long)(await SettingsAsync(stage))["change_version"]!);
    }

    [Fact]
    public async Task Settings_that_were_changed_since_are_not_overwritten()
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        JsonNode read = await SettingsAsync(stage);
        await stage.EndAsync(await stage.Client.SendAsync("PUT", $"{Path(stage)}/priority", """{"priority":"P1"}"""));

        SrmReply stale = await stage.Client.PostAsync($"{Path(stage)}/actions/update", read.ToJsonString());

        Assert.Equal((500, "dr.fault.SettingsChanged"), (stale.Status, stale.Code));
        Assert.Equal("P1", (string?)(await SettingsAsync(stage))["priority"]);

        // Who does not say which version it read overwrites what there is.
        await UpdateAsync(stage, JsonNode.Parse(Least)!);
        Assert.Equal(("P3", 2), ((string?)(await SettingsAsync(stage))["priority"], (long)(await SettingsAsync(stage))["change_version"]!));
    }

    [Fact]
    public async Task Addresses_are_set_alone()
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        string path = $"{Path(stage)}/ip-customization";
        await stage.EndAsync(await stage.Client.SendAsync("PUT", $"{Path(stage)}/priority", """{"priority":"P2"}"""));
        Assert.Equal(
            """{"ip_customization_type":"AUTO","is_windows_guest":false,"is_recovery_site_local":false,"nic_settings":[{"device_id":4000,"primary_ip_settings":null,"secondary_ip_settings":null}]}""",
            GroupStage.WithoutMeta(await stage.Client.GetAsync($"{path}?limit=5")));

        SrmReply task = await stage.Client.PostAsync($"{path}/actions/update", $$"""{"ip_customization_type":"NETWORK_MAPPING_LEVEL","nic_settings":[{{Nic}}]}""");

        Assert.Equal("SUCCESS", (string?)(await stage.EndAsync(task))["status"]);
        SrmReply told = await stage.Client.GetAsync(path);
        Assert.Equal("NETWORK_MAPPING_LEVEL", (string?)told["ip_customization_type"]);
        Assert.Equal(JsonNode.Parse(Nic)!.ToJsonString(), told["nic_settings"]!.AsArray().Single()!.ToJsonString());
        Assert.Equal("P2", (string?)(await SettingsAsync(stage))["priority"]);
        using SrmClient peer = await stage.Groups.Stage.AtPeer().AsAsync();
        Assert.True((bool)(await peer.GetAsync(path.Replace(stage.Id, stage.Id.Replace(stage.Groups.Stage.Here, stage.Groups.Stage.Peer, StringComparison.Ordinal), StringComparison.Ordinal)))["is_recovery_site_local"]!);
        foreach ((string body, string named) in new[]
        {
            ("{}", "ip_customization_type"),
            ("""{"ip_customization_type":"NETWORK_LEVEL"}""", "ip_customization_type"),
            ($$"""{"ip_customization_type":"MANUAL","nic_settings":{{Nics("dns", "type", null)}}}""", "nic_settings[0].secondary_ip_settings.dns.type"),
        })
        {
            SrmReply refused = await stage.Client.PostAsync($"{path}/actions/update", body);
            Assert.Equal((400, "dr.fault.InvalidArgument"), (refused.Status, refused.Code));
            Assert.Contains($"'{named}'", refused.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("POST", "/actions/update", Least)]
    [InlineData("PUT", "/priority", """{"priority":"P1"}""")]
    [InlineData("POST", "/dependent-vms/actions/update", """{"dependent_vms":[]}""")]
    [InlineData("POST", "/ip-customization/actions/update", """{"ip_customization_type":"AUTO"}""")]
    public async Task A_plan_in_a_test_is_not_changed(string method, string path, string body)
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        await stage.RunAsync("test");

        SrmReply refused = await stage.Client.SendAsync(method, Path(stage) + path, body);

        Assert.Equal((500, "dr.fault.InvalidState"), (refused.Status, refused.Code));
        Assert.Equal("OK", (string?)(await stage.Client.GetAsync(Path(stage)))["status"]);
    }

    [Fact]
    public async Task Settings_go_with_their_machine_to_the_other_site()
    {
        await using PlanStage stage = await PlanStage.StartAsync();
        JsonNode settings = JsonNode.Parse(Least)!;
        settings["nic_settings"] = JsonNode.Parse($"[{Nic}]");
        settings["priority"] = "P1";
        await UpdateAsync(stage, settings);

        await stage.RunAsync("recovery", """{"planned_failover":true}""");
        await stage.RunAsync("reprotect");

        JsonNode machine = (await stage.Client.GetAsync($"{stage.Path}/vms?filter_property=name&filter=db01")).List.Single()!;
        Assert.EndsWith(stage.Groups.VcenterPeer, (string?)machine["id"], StringComparison.Ordinal);
        SrmReply addresses = await stage.Client.GetAsync($"{stage.Path}/vms/{(string)machine["id"]!}/recovery-settings/ip-customization");
        Assert.Equal("P1", (string?)machine["recovery_settings"]!["priority"]);
        Assert.True((bool)addresses["is_recovery_site_local"]!);
        Assert.Equal(JsonNode.Parse(Nic)!.ToJsonString(), addresses["nic_settings"]!.AsArray().Single()!.ToJsonString());
    }

    private static string Path(PlanStage stage) => $"{stage.Path}/vms/{stage.Groups.Vm("vm-101")}/recovery-settings";

    private static async Task<JsonNode> SettingsAsync(PlanStage stage) => (await stage.Client.GetAsync(Path(stage)))["recovery_settings"]!;

    private static async Task UpdateAsync(PlanStage stage, JsonNode settings)
    {
        SrmReply task = await stage.Client.PostAsync($"{Path(stage)}/actions/update", settings.ToJsonString());
        Assert.True(task.Status == 202, task.Body?.ToJsonString());
        Assert.Equal("SUCCESS", (string?)(await stage.EndAsync(task))["status"]);
    }

    private static string Step(string member, JsonNode? value)
    {
        JsonNode step = JsonNode.Parse("""{"name":"step","content":"do","callout_type":"PROMPT","timeout_seconds":59999,"step_type":"PRE_POWER_ON","id":""}""")!;
        step[member] = value;
        return step.ToJsonString();
    }

    private static string Nics(string part, string member, JsonNode? value)
    {
        JsonNode nic = JsonNode.Parse(Nic)!;
        nic["secondary_ip_settings"]![part]![member] = value;
        return $"[{nic.ToJsonString()}]";
    }
}
