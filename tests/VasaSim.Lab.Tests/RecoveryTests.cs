using VasaSim.Configuration;
using VasaSim.Core;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Plans.Model;
using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Core.Recovery.Plans.Queries;
using VasaSim.Core.Recovery.Queries;
using VasaSim.Core.Time;

namespace VasaSim.Lab.Tests;

/// <summary>Inventories, mappings and protection groups of lab files.</summary>
public sealed class RecoveryTests
{
    private static readonly DateTimeOffset T0 = new(2025, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private const string Rest = """
        version: 1
        providers: [ { id: p-a, site: A }, { id: p-b, site: B } ]
        faultDomains: { fd-a1: { provider: p-a }, fd-b1: { provider: p-b } }
        groups: [ { id: rg-01, source: fd-a1, vms: [ { id: vm-101, name: db01 } ], targets: [ { domain: fd-b1 } ] } ]

        """;

    [Fact]
    public void DefaultLab_ProtectsItsGroup()
    {
        World world = WorldOf(KnownLabs.TwoSites);
        DescribedGroup group = Assert.Single(RecoveryQueries.Groups(world));
        Assert.Equal(("pg-gold", "A", "B"), (group.Group.Name, group.Group.ProtectedSite, group.Group.RecoverySite));
        Assert.Equal(["vm-101", "vm-102", "vm-103", "vm-104", "vm-105"], group.Members.Select(m => m.Machine.Id));
        Assert.All(group.Members, m => Assert.Equal(new ProtectionStatusDetails(ProtectionStatus.Ok), m.Status));
        Assert.All(group.Members, m => Assert.Equal("datastore-62", m.Machine.Protection!.Placeholder!.Datastore));
        Assert.Equal((GroupStatus.Ok, RecoveryStatus.Ready), (group.Status, group.Recovery));
        RecoveryPlan plan = Assert.Single(world.Recovery.Plans);
        Assert.Equal(("plan-gold", group.Group.Id, PlanState.ReadyState), (plan.Name, Assert.Single(plan.Groups), PlanQueries.StateOf(world, plan)));
        Assert.Equal(0, world.TaskCount);
    }

    [Fact]
    public void DefaultLab_MapsBothWays()
    {
        World world = WorldOf(KnownLabs.TwoSites);
        foreach (MappingKind kind in Enum.GetValues<MappingKind>().Except([MappingKind.TestNetwork]))
        {
            foreach (string site in new[] { "A", "B" })
            {
                InventoryMapping mapping = Assert.Single(RecoveryQueries.Mappings(world, site, kind));
                Assert.Equal((ReverseMapping.Yes, mapping.Source), RecoveryQueries.ReverseOf(world, mapping));
            }
        }

        Assert.Equal("network-20", Assert.Single(RecoveryQueries.Mappings(world, "B", MappingKind.TestNetwork)).Target);
    }

    [Fact]
    public void Site_HasOneOfEach()
    {
        SiteInventory inventory = Read(Rest + "sites: { A: , B: }").Sites[1].Inventory;
        Assert.Equal("datacenter-12", Assert.Single(inventory.Datacenters).Id);
        Assert.Equal(new InventoryObject("group-v13", "vm", "datacenter-12"), Assert.Single(inventory.Folders));
        Assert.Equal(new InventoryObject("resgroup-18", "Resources", "datacenter-12"), Assert.Single(inventory.ResourcePools));
        Assert.Equal(new InventoryObject("network-19", "VM Network", "datacenter-12"), Assert.Single(inventory.Networks));
        Assert.Equal("policy-B", Assert.Single(inventory.StoragePolicies).Id);
    }

    [Fact]
    public void Machine_IsInTheFirstOfItsSite()
    {
        VirtualMachine machine = WorldOf(Read(Rest + "sites: { A: , B: }")).FindVirtualMachine("vm-101")!;
        Assert.Equal(("group-v3", "resgroup-8", "policy-A"), (machine.Folder, machine.ResourcePool, machine.StoragePolicy));
        Assert.Equal(["network-9"], machine.Networks);
    }

    // Its machine is protected as far as it can be.
    [Theory]
    [InlineData("", ProtectionStatus.NotConfigured)]
    [InlineData("mappings: [ { from: group-v3, to: group-v13 }, { from: resgroup-8, to: resgroup-18 }, { from: network-9, to: network-19 } ]", ProtectionStatus.PlaceholderCreationError)]
    public void Group_OfALabThatLacksSomething(string mappings, ProtectionStatus status)
    {
        World world = WorldOf(Read($"{Rest}sites: {{ A: , B: }}\nprotectionGroups: [ {{ name: pg, from: A, to: B, groups: [fd-a1/rg-01] }} ]\n{mappings}"));
        Assert.Equal(status, Assert.Single(Assert.Single(RecoveryQueries.Groups(world)).Members).Status.Status);
    }

    [Fact]
    public void Plan_FollowsItsGroups()
    {
        World world = WorldOf(Read($$"""
            {{Rest}}
            sites: { A: , B: { datacenters: [ { networks: [net-b, test-b] } ] } }
            protectionGroups: [ { name: pg, from: A, to: B, groups: [fd-a1/rg-01] } ]
            recoveryPlans:
              - { name: empty, from: B, to: A }
              - { name: plan, description: All, groups: [pg], testNetworks: [ { from: net-b, to: test-b } ], priorities: { vm-101: 1 } }
            """));

        RecoveryPlan plan = world.Recovery.Plans[1];
        Assert.Equal(("plan", "All", "A", "B"), (plan.Name, plan.Description, plan.ProtectedSite, plan.RecoverySite));
        Assert.Equal([world.Recovery.Groups[0].Id], plan.Groups);
        Assert.Equal([new TestNetwork("net-b", "test-b")], plan.TestNetworks);
        Assert.Equal((1, 3), (plan.RecoveryOf("vm-101").Priority, plan.RecoveryOf("vm-102").Priority));
        Assert.Equal((PlanState.NoProtectionGroups, PlanState.ReadyState), (PlanQueries.StateOf(world, world.Recovery.Plans[0]), PlanQueries.StateOf(world, plan)));

        RecoveryPlanTask made = PlanTasks.Start(world, new PlanCall
        {
            Command = new CreatePlanCommand { Name = "later", ProtectedSite = "A", RecoverySite = "B" }, User = "x", Site = "A",
        }).Value;
        Assert.Equal(3, world.Recovery.Plans.Select(p => p.Id).Append(made.Plan).Distinct().Count());
    }

    [Theory]
    [InlineData("mappings: [ { from: group-v3, to: resgroup-18 } ]", "not of the same kind")]
    [InlineData("mappings: [ { from: group-v3, to: group-v4 } ]", "unknown folder, resource pool, network or storage policy 'group-v4'")]
    [InlineData("mappings: [ { from: group-v3, to: group-v13 }, { from: group-v13, to: group-v3 } ]", "defined twice")]
    [InlineData("protectionGroups: [ { name: pg, from: A, to: A, groups: [fd-a1/rg-01] } ]", "to itself")]
    [InlineData("protectionGroups: [ { name: pg, from: A, to: B } ]", "one of groups, vms and datastores")]
    [InlineData("protectionGroups: [ { name: pg, from: A, to: B, groups: [fd-a1/rg-01], vms: [vm-101] } ]", "one of groups, vms and datastores")]
    [InlineData("protectionGroups: [ { name: pg, from: B, to: A, groups: [fd-a1/rg-01] } ]", "'fd-a1/rg-01' is not at site 'B'")]
    [InlineData("protectionGroups: [ { name: pg, from: A, to: B, groups: [fd-a1/rg-02] } ]", "unknown group 'fd-a1/rg-02'")]
    [InlineData("recoveryPlans: [ { name: p } ]", "a recovery plan needs from")]
    [InlineData("recoveryPlans: [ { name: p, from: A, to: A } ]", "to itself")]
    [InlineData("recoveryPlans: [ { name: p, from: A, to: C } ]", "unknown site 'C'")]
    [InlineData("recoveryPlans: [ { name: p, groups: [pg] } ]", "unknown protection group 'pg'")]
    [InlineData("recoveryPlans: [ { name: p, from: A, to: B }, { name: p, from: A, to: B } ]", "defined twice")]
    [InlineData("recoveryPlans: [ { name: p, from: A, to: B, testNetworks: [ { from: network-9, to: network-19 } ] } ]", "unknown network of the recovery site 'network-9'")]
    [InlineData("recoveryPlans: [ { name: p, from: A, to: B, priorities: { vm-999: 1 } } ]", "unknown virtual machine 'vm-999'")]
    [InlineData("recoveryPlans: [ { name: p, from: A, to: B, priorities: { vm-101: 6 } } ]", "1 to 5")]
    [InlineData("protectionGroups: [ { name: pg, from: A, to: B, groups: [fd-a1/rg-01] } ]\nrecoveryPlans: [ { name: p, from: B, to: A, groups: [pg] } ]", "does not protect from site 'B' to site 'A'")]
    [InlineData("arrays: [ { id: a, luns: [ { id: l, peer: m }, { id: m } ] } ]", "an array replicates to another")]
    [InlineData("arrays: [ { id: a, luns: [ { id: l, peer: m } ] } ]", "unknown LUN 'm'")]
    public void Problem_IsTold(string section, string message)
    {
        LabResult result = LabFile.Parse($"{Rest}sites: {{ A: , B: }}\n{section}", "x.yaml");
        Assert.Contains(result.Problems, p => p.Message.Contains(message, StringComparison.Ordinal));
    }

    private static LabDefinition Read(string text)
    {
        LabResult result = LabFile.Parse(text, "x.yaml");
        Assert.Empty(result.Problems);
        return result.Lab!;
    }

    private static World WorldOf(LabDefinition lab)
    {
        World world = new([.. WorldBuilder.Build(lab, 42, T0, true), new ClockState { Anchor = T0, RealAnchor = T0, IsFrozen = true }], 0);
        WorldBeginning.Settle(world);
        return world;
    }
}
