using System.Text.Json;
using VasaSim.Configuration;
using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Storage;

namespace VasaSim.Lab.Tests;

public sealed class CloudTests
{
    private const string Head = """
        version: 1
        sites: { A: { datastores: [datastore-21, datastore-22] }, B: , C: }
        providers: [ { id: p-a, site: A }, { id: p-c, site: C } ]
        faultDomains: { fd-a: { provider: p-a }, fd-c: { provider: p-c } }
        groups: [ { id: g, source: fd-c, vms: [ { id: vm-101, name: db01 } ], targets: [ { domain: fd-a } ] } ]
        clouds:
          cloud-a:
            site: A
            description: The east
            orgs:
              orgA:
                vdcs:
                  - name: vdc-a1
                    storageProfiles: [gold-a, { id: 2f0e1c9a-0000-4000-8000-00000000000A, name: silver-a }]
                    networks: [net-a1]
                    datastore: datastore-22
                vapps:
                  - name: web
                    description: The shop
                    vms:
                      - { name: web01, disks: [40GiB, 1GiB], changeRate: 200KB/s, computerName: WEB-01 }
                      - { name: web02, poweredOn: false, id: 2f0e1c9a-0000-4000-8000-000000000001 }
                  - { name: empty }
                  - template: { count: 3, name: "bulk-{n:000}", vms: [ { name: "bulk-{n:000}-01" } ] }
              none:
          cloud-b: { site: B, orgs: { orgB: { vdcs: [ { name: vdc-b1, storageProfiles: [gold-b, tin-b] }, { name: vdc-b2 } ] } } }
          vc-c: { site: C, kind: vcenter, vms: [ { id: vm-101 }, { id: vm-900, name: new01 } ] }

        """;

    private static readonly DateTimeOffset Start = new(2025, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private static IReadOnlyList<Entity> Build(string rest = "", long seed = 7)
    {
        LabResult result = LabFile.Parse(Head + rest, "x");
        Assert.Empty(result.Problems);
        return WorldBuilder.Build(result.Lab!, seed, Start, true);
    }

    [Fact]
    public void Build_Sites_WithOrganizations()
    {
        CloudSite[] sites = [.. Build().OfType<CloudSite>()];
        Assert.Equal(
            [("cloud-a", "A", CloudSiteKind.Vcloud), ("cloud-b", "B", CloudSiteKind.Vcloud), ("vc-c", "C", CloudSiteKind.Vcenter)],
            sites.Select(s => (s.Id, s.Site, s.Kind)));
        Assert.Equal(["The east", "", ""], sites.Select(s => s.Description));
        Assert.Equal(["orgA", "none"], sites[0].Orgs);
        Assert.Empty(sites[2].Orgs);
        Assert.Equal([0, 1, 2], sites.Select(s => s.Ordinal));
    }

    [Fact]
    public void Build_Vdcs_WithDefaults()
    {
        CloudVdc[] vdcs = [.. Build().OfType<CloudVdc>()];
        Assert.Equal(
            [("vdc-a1", "orgA", "datastore-22"), ("vdc-none", "none", "datastore-21"), ("vdc-b1", "orgB", "datastore-61"), ("vdc-b2", "orgB", "datastore-61")],
            vdcs.Select(v => (v.Name, v.Org, v.Datastore)));
        Assert.Equal(["gold-a", "silver-a"], vdcs[0].StorageProfiles.Select(p => p.Name));
        Assert.Equal("2f0e1c9a-0000-4000-8000-00000000000a", vdcs[0].StorageProfiles[1].Id);
        Assert.Equal(["net-a1"], vdcs[0].Networks.Select(p => p.Name));
        Assert.Equal(["default"], vdcs[1].StorageProfiles.Select(p => p.Name));
    }

    [Fact]
    public void Build_Vapps_TemplatesAreSpreadOut()
    {
        IReadOnlyList<Entity> world = Build();
        CloudVapp[] vapps = [.. world.OfType<CloudVapp>()];
        Assert.Equal(["web", "empty", "bulk-001", "bulk-002", "bulk-003"], vapps.Select(v => v.Name));
        Assert.Equal("The shop", vapps[0].Description);
        Assert.All(vapps, v => Assert.Equal(world.OfType<CloudVdc>().First().Id, v.Vdc));
        CloudMachine[] machines = [.. world.OfType<CloudMachine>()];
        Assert.Equal(["web01", "web02", "bulk-001-01", "bulk-002-01", "bulk-003-01", "db01", "new01"], machines.Select(m => m.Name));
        Assert.Equal([vapps[0].Id, vapps[0].Id, vapps[2].Id, vapps[3].Id, vapps[4].Id, null, null], machines.Select(m => m.Vapp));
        Assert.Equal([new CloudDisk(2000, 40L << 30), new CloudDisk(2001, 1L << 30)], machines[0].Disks);
        Assert.Equal(("WEB-01", 200_000L, true), (machines[0].ComputerName, machines[0].ChangeRate, machines[0].PoweredOn));
        Assert.Equal(("web02", 0L, false), (machines[1].ComputerName, machines[1].ChangeRate, machines[1].PoweredOn));
        Assert.Equal("2f0e1c9a-0000-4000-8000-000000000001", machines[1].Id);
        Assert.Equal([new CloudDisk(2000, 40L << 30)], machines[1].Disks);
    }

    [Fact]
    public void Build_OnPremises_IsTheInventorysMachine()
    {
        IReadOnlyList<Entity> world = Build();
        Assert.Equal(["vm-101", "vm-900"], world.OfType<CloudMachine>().Where(m => m.Site == "vc-c").Select(m => m.Id));
        VirtualMachine[] inventory = [.. world.OfType<VirtualMachine>()];
        Assert.Equal([("vm-101", "db01", 0), ("vm-900", "new01", 1)], inventory.Select(m => (m.Id, m.Name, m.Ordinal)));
        Assert.Equal(("C", "host-91", "datastore-101"), (inventory[1].Site, inventory[1].Host, inventory[1].Datastore));
    }

    [Fact]
    public void Build_OtherSeed_OtherIds()
    {
        Assert.Equal(Ids(7), Ids(7));
        string[] ids = Ids(7);
        Assert.Equal(ids.Length, ids.Distinct().Count());
        string given = Assert.Single(ids.Intersect(Ids(8)), id => id.StartsWith("2f0e", StringComparison.Ordinal));
        Assert.Equal([given, "vm-101", "vm-900"], ids.Intersect(Ids(8)));
        Assert.All(ids.Where(id => id.Length == 36), id => Assert.True(Guid.TryParseExact(id, "D", out _)));
    }

    private static string[] Ids(long seed)
    {
        IReadOnlyList<Entity> world = Build("replications: [ { vapp: cloud-a/orgA/web, to: { site: cloud-b, vdc: vdc-b1 } } ]", seed);
        return
        [
            .. world.OfType<CloudVdc>().Select(v => v.Id), .. world.OfType<CloudVapp>().Select(v => v.Id),
            .. world.OfType<CloudMachine>().Select(v => v.Id), .. world.OfType<SlaProfile>().Select(v => v.Id),
            .. world.OfType<ReplicationPolicy>().Select(v => v.Id), .. world.OfType<VmReplication>().Select(v => v.Id),
            .. world.OfType<VappReplication>().Select(v => v.Id),
        ];
    }

    [Fact]
    public void Build_Rules_HaveDefaults()
    {
        IReadOnlyList<Entity> world = Build();
        Assert.Equal([("Gold", 30), ("Silver", 120), ("Bronze", 240)], world.OfType<SlaProfile>().Select(p => (p.DisplayName, p.Settings.Rpo)));
        ReplicationPolicy policy = Assert.Single(world.OfType<ReplicationPolicy>());
        Assert.Equal(("default", true, true, null), (policy.DisplayName, policy.AllowIncoming, policy.AllowOutgoing, policy.MaxIncoming));
        Assert.DoesNotContain(WorldBuilder.Build(KnownLabs.Minimal, 1, Start, true), e => e is SlaProfile or ReplicationPolicy);
    }

    [Fact]
    public void Build_Rules_AsGiven()
    {
        IReadOnlyList<Entity> world = Build("""
            slaProfiles:
              - { name: Best, rpo: 5m, retention: [ { instances: 3, distance: 60m }, { instances: 2, distance: 1d } ], quiesced: true, connection: encryptedCompressed }
            policies:
              - { name: default }
              - { name: strict, minRpo: 30m, maxInstances: 4, maxIncoming: 1, allowIncoming: false, allowOutgoing: false, orgs: ["orgA@cloud-a", "orgB@cloud-b"] }
            """);
        ReplicationSettings best = Assert.Single(world.OfType<SlaProfile>()).Settings;
        Assert.Equal((5, true, DataConnectionType.EncryptedCompressed), (best.Rpo, best.Quiesced, best.DataConnectionType));
        Assert.Equal([new RetentionRule(3, 60), new RetentionRule(2, 1440)], best.Retention);
        ReplicationPolicy strict = world.OfType<ReplicationPolicy>().Last();
        Assert.Equal((30, 4, 1, false, false, 1), (strict.MinRpo, strict.MaxInstances, strict.MaxIncoming, strict.AllowIncoming, strict.AllowOutgoing, strict.Ordinal));
        Assert.Equal(["orgA@cloud-a", "orgB@cloud-b"], strict.Orgs);
    }

    [Fact]
    public void Build_Replications_MachinesOfAVappBelongTogether()
    {
        IReadOnlyList<Entity> world = Build("""
            replications:
              - { vm: cloud-a/orgA/web/web01, to: { site: cloud-b, vdc: vdc-b1, storageProfile: tin-b }, rpo: 15m, description: first }
              - { vm: cloud-a/orgA/web/web02, to: { site: cloud-b, vdc: vdc-b1 }, sla: Silver, paused: true, synced: false }
              - { vapp: cloud-a/orgA/web, to: { site: vc-c }, owner: orgB@cloud-b }
              - { vm: vc-c/vm-101, to: { site: cloud-a, vdc: vdc-a1 } }
              - template: { count: 3, vm: "cloud-a/orgA/bulk-{n:000}/bulk-{n:000}-01", to: { site: cloud-b, vdc: vdc-b2 } }
            """);
        VmReplication[] all = [.. world.OfType<VmReplication>()];
        VappReplication[] vapps = [.. world.OfType<VappReplication>()];
        Assert.Equal(["web01", "web02", "web01", "web02", "db01", "bulk-001-01", "bulk-002-01", "bulk-003-01"], all.Select(r => r.MachineName));
        Assert.Equal(["web", "web", "db01", "bulk-001", "bulk-002", "bulk-003"], vapps.Select(r => r.Name));
        Assert.Equal([0, 0, 1, 1, 2, 3, 4, 5], all.Select(r => Array.FindIndex(vapps, v => v.Id == r.VappReplication)));
        Assert.All(all, r => Assert.StartsWith("C4-", r.Id, StringComparison.Ordinal));
        Assert.All(vapps, r => Assert.StartsWith("C4VAPP-", r.Id, StringComparison.Ordinal));
        Assert.Equal(
            ["orgA@cloud-a", "orgA@cloud-a", "orgB@cloud-b", "orgB@cloud-b", "orgA@cloud-a", "orgA@cloud-a", "orgA@cloud-a", "orgA@cloud-a"],
            all.Select(r => r.Owner));
        CloudVdc[] vdcs = [.. world.OfType<CloudVdc>()];
        CloudVapp web = world.OfType<CloudVapp>().First();
        Assert.Equal(new ReplicationEnd { Site = "cloud-a", Org = "orgA", Vdc = vdcs[0].Id, Vapp = web.Id, VappName = "web" }, all[0].Source);
        Assert.Equal(new ReplicationEnd { Site = "cloud-b", Org = "orgB", Vdc = vdcs[2].Id, StorageProfile = vdcs[2].StorageProfiles[1].Id }, all[0].Destination);
        Assert.Equal(vdcs[2].StorageProfiles[0].Id, all[1].Destination.StorageProfile);
        Assert.Equal(new ReplicationEnd { Site = "vc-c" }, all[2].Destination);
        Assert.Equal(new ReplicationEnd { Site = "vc-c", VappName = "db01" }, all[4].Source);
        Assert.Equal((15, "first", null), (all[0].Settings.Rpo, all[0].Settings.Description, all[0].SlaProfile));
        Assert.Equal((120, world.OfType<SlaProfile>().ElementAt(1).Id), (all[1].Settings.Rpo, all[1].SlaProfile));
        Assert.Equal((FlowMode.Waiting, false, Start), (all[0].Flow.Mode, all[0].Flow.IsPaused, all[0].Flow.SyncedTo));
        Assert.Equal((FlowMode.Waiting, true, null), (all[1].Flow.Mode, all[1].Flow.IsPaused, all[1].Flow.SyncedTo));
        Assert.Equal(8, world.OfType<Counters>().Single().Cloud);
    }

    [Fact]
    public void Build_Links_LeadFromCloudToCloud()
    {
        Link link = Assert.Single(Build("links: [ { from: vc-c, to: cloud-a, bandwidth: 50MB/s, lag: 1s, up: false } ]").OfType<Link>());
        Assert.Equal(("cloud-a", "vc-c", false), (link.A, link.B, link.Up));
    }

    [Fact]
    public void Parse_KnobsOfClouds()
    {
        CloudKnobs knobs = LabFile.Parse("""
            version: 1
            knobs: { cloud: { illegalOrder: call, illegalOrderCode: Wrong, retentionDistance: span, requireRemoteLogin: false, licensed: false, optimizedReverse: 2h } }
            """, "x").Lab!.Knobs.Cloud;
        Assert.Equal(
            new CloudKnobs
            {
                IllegalOrder = TaskFaultDelivery.Call,
                IllegalOrderCode = "Wrong",
                RetentionDistance = RetentionDistance.Span,
                RequireRemoteLogin = false,
                Licensed = false,
                OptimizedReverse = TimeSpan.FromHours(2),
            },
            knobs);
    }

    [Fact]
    public void Build_TenThousandReplications_KeysAreUnique()
    {
        LabResult result = LabFile.Parse("""
            version: 1
            sites: { A: , B: }
            clouds:
              a: { site: A, orgs: { o: { vapps: [ template: { count: 10000, name: "v{n}", vms: [ { name: "m{n}", changeRate: 1KB/s } ] } ] } } }
              b: { site: B, orgs: { p: } }
            replications: [ template: { count: 10000, vm: "a/o/v{n}/m{n}", to: { site: b }, rpo: 5m } ]
            """, "x");
        Assert.Empty(result.Problems);
        IReadOnlyList<Entity> world = WorldBuilder.Build(result.Lab!, 1, Start, true);
        Assert.Equal(10_000, world.OfType<VmReplication>().Count());
        Assert.Equal(world.Count, world.Select(e => e.Key).Distinct().Count());
    }

    [Fact]
    public void Build_Clouds_EntitiesSurviveJson() => Assert.All(
        Build("replications: [ { vapp: cloud-a/orgA/web, to: { site: cloud-b, vdc: vdc-b1 }, retention: [ { instances: 3, distance: 60m } ] } ]"),
        entity =>
        {
            string once = JsonSerializer.Serialize(entity, entity.GetType());
            object? back = JsonSerializer.Deserialize(once, entity.GetType());
            Assert.Equal(once, JsonSerializer.Serialize(back, entity.GetType()));
        });
}
