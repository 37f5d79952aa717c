using System.Text.Json.Nodes;
using VasaSim.Core;
using VasaSim.Lab;
using VasaSim.Server.Hosting;

namespace VasaSim.Server.Tests.Faces.Srm;

/// <summary>A simulator whose administrator is logged in at both sites, and the first of its protection groups.</summary>
public sealed class GroupStage : IAsyncDisposable
{
    private GroupStage(SrmStage stage) => Stage = stage;

    public SrmStage Stage { get; }

    public SrmClient Client => Stage.Client;

    /// <summary>The id of the other site's vCenter.</summary>
    public string VcenterPeer { get; private set; } = "";

    /// <summary>Where groups are.</summary>
    public string Groups => $"{Client.Pairing}/protection-management/groups";

    /// <summary>The group as it was at the beginning.</summary>
    public JsonNode Group { get; private set; } = new JsonObject();

    public string Id => (string)Group["id"]!;

    /// <summary>Where the group is.</summary>
    public string Path => $"{Groups}/{Id}";

    public static async Task<GroupStage> StartAsync(Func<SimulatorOptions, SimulatorOptions>? configure = null)
    {
        GroupStage stage = new(await SrmStage.StartAsync(configure));
        await stage.Client.WithRemoteAsync();
        stage.VcenterPeer = (string)(await stage.Client.GetAsync(stage.Client.Pairing))["remote_vc_server"]!["id"]!;
        stage.Group = (await stage.Client.GetAsync(stage.Groups)).List[0]!;
        return stage;
    }

    /// <summary>Deletes the plans that the lab begins with, which hold the group.</summary>
    public async Task<GroupStage> WithoutPlansAsync()
    {
        string plans = $"{Client.Pairing}/recovery-management/plans";
        foreach (JsonNode? plan in (await Client.GetAsync(plans)).List)
        {
            Assert.Equal(202, (await Client.SendAsync("DELETE", $"{plans}/{(string)plan!["id"]!}")).Status);
        }

        return this;
    }

    /// <summary>With tasks that take the time that the lab says.</summary>
    public static SimulatorOptions Slow(SimulatorOptions options) => options with { Workspace = options.Workspace with { InstantTasks = false } };

    /// <summary>In a lab where machine <c>db01</c> has a replication of its own, and LUNs replicate datastores.</summary>
    /// <param name="members">What its protection group is about, as the lab file says it.</param>
    public static Func<SimulatorOptions, SimulatorOptions> OtherLab(string members)
    {
        LabResult lab = LabFile.Parse(
            $$"""
            version: 1
            sites:
              A: { vcenter: vc-a.sim.local, datastores: [ { id: ds-a, name: ds-a, type: VMFS }, { id: ds-c, name: ds-c, type: VMFS }, { id: ds-d, name: ds-d, type: VMFS } ] }
              B: { vcenter: vc-b.sim.local, datastores: [ { id: ds-b, name: ds-b, type: VMFS } ], placeholderDatastores: [ds-b] }
            providers: [ { id: p-a, site: A, arrays: [arr-a] }, { id: p-b, site: B, arrays: [arr-b] } ]
            arrays:
              - { id: arr-a, name: arr-a, luns: [ { id: lun-a, datastore: ds-a, peer: lun-b }, { id: lun-d, datastore: ds-d, peer: lun-e } ] }
              - { id: arr-b, name: arr-b, luns: [ { id: lun-b }, { id: lun-e } ] }
            faultDomains: { fd-a1: { provider: p-a }, fd-b1: { provider: p-b } }
            clouds:
              vc-x: { site: A, kind: vcenter, vms: [ { id: vm-101, name: db01, datastore: ds-a } ] }
              vc-y: { site: B, kind: vcenter }
            links: [ { from: vc-x, to: vc-y, bandwidth: 50MB/s } ]
            replications: [ { vm: vc-x/vm-101, to: { site: vc-y } } ]
            mappings: [ { from: group-v3, to: group-v13 }, { from: resgroup-8, to: resgroup-18 }, { from: network-9, to: network-19 }, { from: policy-A, to: policy-B } ]
            protectionGroups: [ { name: pg, from: A, to: B, {{members}} } ]
            """,
            "other.yaml");
        Assert.Empty(lab.Problems);
        return o => o with { Workspace = o.Workspace with { Lab = lab.Lab } };
    }

    /// <summary>The id of a machine of this site.</summary>
    public string Vm(string id) => $"VirtualMachine:{id}:{Stage.VcenterHere}";

    /// <summary>Lets time pass.</summary>
    public Task AdvanceAsync(string time = "10s") => Stage.ControlAsync(HttpMethod.Post, "clock/advance", $$"""{"by":"{{time}}"}""");

    /// <summary>Does something to the world that has no request of its own.</summary>
    public async Task ChangeAsync(Action<World> change) => await Stage.Simulator.Host.Workspace.RunAsync(world =>
    {
        change(world);
        return true;
    });

    /// <summary>The status of a machine of the group, with its errors.</summary>
    public async Task<(string Status, JsonNode? Errors)> StatusAsync(string vm)
    {
        JsonNode details = (await Client.GetAsync($"{Path}/vms")).List.Single(m => (string)m!["id"]! == Vm(vm))!["protection_status_details"]!;
        Assert.Equal(["status", "errors"], details.AsObject().Select(m => m.Key));
        return ((string)details["status"]!, details["errors"]);
    }

    /// <summary>What a reply has beside what could not be told.</summary>
    public static string WithoutMeta(SrmReply reply)
    {
        JsonObject body = reply.Body!.DeepClone().AsObject();
        body.Remove("_meta");
        return body.ToJsonString();
    }

    public ValueTask DisposeAsync() => Stage.DisposeAsync();
}
