using System.Text.Json.Nodes;
using VasaSim.Core;
using VasaSim.Core.Control;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Operations;
using VasaSim.Core.Recovery.Queries;
using VasaSim.Lab;
using VasaSim.Server.Hosting;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>Each of the statuses of a machine comes by what is done to the world, and goes by what undoes it, as clients see it.</summary>
public sealed class StatusTests
{
    private const string Vm = "vm-101";

    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["LOADING"] = new(
            s => s.ChangeAsync(w => RecoveryControl.Load(w, w.Recovery.Groups[0], TimeSpan.FromSeconds(3))),
            s => s.AdvanceAsync("3s")),
        ["NOT_CONFIGURED"] = new(s => EndAsync(s, "POST", "/actions/remove-protection"), s => EndAsync(s, "PUT", "/protection-settings", "{}")),
        ["CONFIGURING_PROTECTION"] = new(s => BeginAsync(s, "PUT", "/protection-settings", """{"change_version":"1"}"""), s => s.AdvanceAsync()),
        ["REMOVING_PROTECTION"] = new(
            s => BeginAsync(s, "POST", "/actions/remove-protection"),
            async s =>
            {
                await s.AdvanceAsync();
                await EndAsync(s, "PUT", "/protection-settings", "{}");
            }),
        ["RESTORING_PLACEHOLDER"] = new(
            async s =>
            {
                await s.ChangeAsync(DeletePlaceholder);
                Assert.Single((await s.Client.PostAsync($"{s.Path}/actions/restore-all-placeholders"))["tasks"]!.AsArray());
            },
            s => s.AdvanceAsync()),
        ["DEVICE_NOT_FOUND"] = new(
            s => s.ChangeAsync(w => Patch(w, new() { UnreplicatedDisks = ["Hard disk 3"] })),
            s => s.ChangeAsync(w => Patch(w, new() { UnreplicatedDisks = [] })),
            "Hard disk 3"),
        ["PLACEHOLDER_VM_DELETED"] = new(s => s.ChangeAsync(DeletePlaceholder), RestoreAsync, "The placeholder of 'db01' was not found at site 'B'."),
        ["ABR_CONFIGURATION_ERROR"] = new(
            s => s.Stage.ControlAsync(HttpMethod.Patch, "providers/p-b", """{"status":"offline"}"""),
            s => s.Stage.ControlAsync(HttpMethod.Patch, "providers/p-b", """{"status":"online"}"""),
            "Array 'arr-b' cannot be reached.",
            GroupStage.OtherLab("datastores: [ds-a]")),
        ["PLACEHOLDER_CREATION_ERROR"] = new(
            async s =>
            {
                await s.ChangeAsync(w => Assert.Null(InventoryMappings.RemovePlaceholderDatastore(w, "datastore-62")));
                await EndAsync(s, "POST", "/actions/remove-protection");
                await EndAsync(s, "PUT", "/protection-settings", "{}");
            },
            async s =>
            {
                await s.ChangeAsync(w => Assert.Null(InventoryMappings.AddPlaceholderDatastore(w, "datastore-62")));
                await RestoreAsync(s);
            },
            "No placeholder datastore was found at site 'B'."),
        ["INVALID"] = new(
            s => s.ChangeAsync(w => RecoveryControl.DeleteMachine(w, w.FindVirtualMachine(Vm)!)),
            ResetAsync,
            "Virtual machine 'db01' was not found at site 'A'."),
        ["MISSING_MAPPING"] = new(
            s => s.ChangeAsync(w => Unmap(w, MappingKind.Network, "network-9")),
            s => s.ChangeAsync(w => Map(w, MappingKind.Network, "network-9", "network-19")),
            "VM Network"),
        ["REPLICATION_ERROR"] = new(
            s => s.Stage.SetLinkAsync("vc-x", "vc-y", false),
            s => s.Stage.SetLinkAsync("vc-x", "vc-y", true),
            "The sites 'vc-x' and 'vc-y' cannot reach each other.",
            GroupStage.OtherLab("vms: [vm-101]")),
        ["REPLICATION_WARNING"] = new(
            s => s.Stage.ControlAsync(HttpMethod.Patch, "clouds/vc-x/machines/vm-101", """{"poweredOn":false}"""),
            s => s.Stage.ControlAsync(HttpMethod.Patch, "clouds/vc-x/machines/vm-101", """{"poweredOn":true}"""),
            "The replication of 'db01' is not active, since the machine is powered off.",
            GroupStage.OtherLab("vms: [vm-101]")),
        ["MAPPING_CONFLICT"] = new(
            s => s.ChangeAsync(w =>
            {
                Unmap(w, MappingKind.Folder, "group-v3");
                Map(w, MappingKind.Folder, "group-v3", "group-v113");
            }),
            s => s.ChangeAsync(w =>
            {
                Unmap(w, MappingKind.Folder, "group-v3");
                Map(w, MappingKind.Folder, "group-v3", "group-v13");
            }),
            "Folder 'vm' and resource pool 'Resources' are in different datacenters."),
        ["MISSING_UNPROTECTED_VM"] = new(
            async s =>
            {
                await EndAsync(s, "POST", "/actions/remove-protection");
                await s.ChangeAsync(w => RecoveryControl.DeleteMachine(w, w.FindVirtualMachine(Vm)!));
            },
            ResetAsync,
            "Virtual machine 'db01' was not found at site 'A'.",
            Shows: "db01"),
        ["VVOL_CONFIGURATION_ERROR"] = new(
            s => s.Stage.ControlAsync(HttpMethod.Patch, "providers/vasaProvider-3", """{"status":"offline"}"""),
            s => s.Stage.ControlAsync(HttpMethod.Patch, "providers/vasaProvider-3", """{"status":"online"}"""),
            "No provider answers for fault domain 'fd-b1'."),
        ["VVOL_CONFIGURATION_WARNING"] = new(
            s => s.Stage.SetLinkAsync("fd-a1", "fd-b1", false),
            s => s.Stage.SetLinkAsync("fd-a1", "fd-b1", true),
            "fd-b1"),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_comes_and_goes_with_its_cause(string status)
    {
        Case test = Cases[status];
        await using GroupStage stage = await GroupStage.StartAsync(o => GroupStage.Slow(test.Options?.Invoke(o) ?? o));
        Assert.Equal(("OK", null), await stage.StatusAsync(Vm));

        await test.Come(stage);
        (string shown, JsonNode? errors) = await stage.StatusAsync(test.Shows ?? Vm);
        Assert.Equal(status, shown);
        if (test.Error is { } expected)
        {
            Assert.Contains(errors!.AsArray(), e => ((string)e!).Contains(expected, StringComparison.Ordinal));
        }
        else
        {
            Assert.Null(errors);
        }

        await test.Go(stage);
        Assert.Equal(("OK", null), await stage.StatusAsync(Vm));
    }

    [Fact]
    public async Task Every_described_status_but_OK_has_a_cause()
    {
        await using SrmStage stage = await SrmStage.StartAsync();
        JsonNode details = (await stage.Client.SchemasAsync()).Document["components"]!["schemas"]!["VmProtectionStatusDetails"]!;

        string[] described = [.. details["properties"]!["status"]!["enum"]!.AsArray().Select(s => (string)s!)];

        Assert.Equal(18, described.Length);
        Assert.Equal(described.Except(["OK"]).Order(StringComparer.Ordinal), Cases.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_machine_with_a_replication_of_its_own_is_told_and_leaves_its_group()
    {
        await using GroupStage stage = await GroupStage.StartAsync(GroupStage.OtherLab("vms: [vm-101]"));
        string replicated = $"{stage.Client.Pairing}/vcenters/{stage.Stage.VcenterHere}/replicated-vms";

        Assert.Equal(
            $$"""{"id":"{{stage.Vm(Vm)}}","name":"db01","template":false,"inside_vapp":false,"replication_status":"OK"}""",
            (await stage.Client.GetAsync(replicated)).List.Single()!.ToJsonString());
        Assert.Equal(("HBR", null, null), ((string?)stage.Group["replication_type"], stage.Group["domain_id"], stage.Group["array_pair"]));
        SrmReply refused = await stage.Client.GetAsync($"{stage.Path}/replication-groups");
        Assert.Equal((500, "dr.fault.WrongReplicationType"), (refused.Status, refused.Code));
        Assert.Null((await stage.Client.GetAsync($"{stage.Path}/vms")).List.Single()!["vvol_replication_group_data"]);
        await stage.Stage.SetLinkAsync("vc-x", "vc-y", false);
        Assert.Equal("ERROR_OCCURRED", (string?)(await stage.Client.GetAsync(replicated)).List.Single()!["replication_status"]);
        Assert.Equal("SUCCESS", (string?)(await stage.Client.PostAsync($"{stage.Path}/vms/{stage.Vm(Vm)}/actions/remove-from-group"))["status"]);
        Assert.Empty((await stage.Client.GetAsync($"{stage.Path}/vms")).List);
        SrmReply back = await stage.Client.PostAsync($"{stage.Path}/actions/reconfigure", $$$"""{"name":"pg","hbr_spec":{"vms":["{{{stage.Vm(Vm)}}}"]}}""");
        Assert.Equal("SUCCESS", (string?)back["status"]);
        Assert.Single((await stage.Client.GetAsync($"{stage.Path}/vms")).List);
    }

    [Fact]
    public async Task The_datastores_of_a_group_are_told_and_changed()
    {
        await using GroupStage stage = await GroupStage.StartAsync(GroupStage.OtherLab("datastores: [ds-a]"));
        string groups = $"{stage.Path}/datastore-groups";
        string datastore = $"Datastore:ds-a:{stage.Stage.VcenterHere}";

        JsonNode group = (await stage.Client.GetAsync($"{groups}?include_vms_info=true")).List.Single()!;
        string one = $"{groups}/{(string)group["id"]!}";

        Assert.Equal(("ABR", (string?)group["array_pair"]), ((string?)stage.Group["replication_type"], (string?)stage.Group["array_pair"]));
        Assert.Equal((datastore, "ds-a", "NONE"), (group["datastores"]![0]! is var told ? ((string?)told["id"], (string?)told["name"], (string?)told["issue_type"]) : default));
        Assert.Equal(("COMPLETE", stage.Id), ((string?)group["status"], (string?)group["protection_groups"]![0]));
        Assert.Equal((stage.Vm(Vm), "PROTECTED"), (group["vm_infos"]![0]! is var vm ? ((string?)vm["id"], (string?)vm["protection_status"]) : default));
        Assert.Null((await stage.Client.GetAsync(one))["vm_infos"]);
        Assert.Equal("dr.fault.NotReplicated", (await stage.Client.PostAsync(groups, $$"""{"datastores":["Datastore:ds-c:{{stage.Stage.VcenterHere}}"]}""")).Code);
        Assert.Equal("SUCCESS", (string?)(await stage.Client.PostAsync(groups, $$"""{"datastores":["Datastore:ds-d:{{stage.Stage.VcenterHere}}"]}"""))["status"]);
        Assert.Equal(2, (await stage.Client.GetAsync(groups)).List.Count);
        Assert.Equal("SUCCESS", (string?)(await stage.Client.SendAsync("DELETE", one))["status"]);
        Assert.Empty((await stage.Client.GetAsync($"{stage.Path}/vms")).List);
        Assert.Equal(404, (await stage.Client.GetAsync(one)).Status);
    }

    private static async Task BeginAsync(GroupStage stage, string method, string path, string? body = null)
    {
        SrmReply reply = await stage.Client.SendAsync(method, $"{stage.Path}/vms/{stage.Vm(Vm)}{path}", body);
        Assert.True(reply.Status == 202, reply.Body?.ToJsonString());
    }

    private static async Task EndAsync(GroupStage stage, string method, string path, string? body = null)
    {
        await BeginAsync(stage, method, path, body);
        await stage.AdvanceAsync();
    }

    private static async Task RestoreAsync(GroupStage stage)
    {
        Assert.Equal(202, (await stage.Client.PostAsync($"{stage.Path}/actions/restore-all-placeholders")).Status);
        await stage.AdvanceAsync();
    }

    // Nothing but that brings a machine back; sessions end with it.
    private static async Task ResetAsync(GroupStage stage)
    {
        await stage.Stage.ControlAsync(HttpMethod.Post, "state/reset");
        await stage.Client.AsAsync();
        await stage.Client.WithRemoteAsync();
    }

    private static void DeletePlaceholder(World world) => Assert.Null(RecoveryControl.DeletePlaceholder(world, world.Recovery.Groups[0].Id, Vm));

    private static void Patch(World world, InventoryPatch patch) => RecoveryControl.SetMachine(world, world.FindVirtualMachine(Vm)!, patch);

    private static void Map(World world, MappingKind kind, string from, string to) => Assert.Null(InventoryMappings.Create(world, kind, from, to).Fault);

    private static void Unmap(World world, MappingKind kind, string from) =>
        Assert.Null(InventoryMappings.Delete(world, RecoveryQueries.Mappings(world, "A", kind).First(m => m.Source == from).Id));

    internal sealed record Case(
        Func<GroupStage, Task> Come,
        Func<GroupStage, Task> Go,
        string? Error = null,
        Func<SimulatorOptions, SimulatorOptions>? Options = null,
        string? Shows = null);
}
