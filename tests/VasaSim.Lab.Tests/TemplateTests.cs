using VasaSim.Configuration;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Storage;

namespace VasaSim.Lab.Tests;

public sealed class TemplateTests
{
    private const string Head =
        "version: 1\nsites: { A: , B: }\nproviders: [ { id: a, site: A }, { id: b, site: B } ]\n"
        + "faultDomains: { fd-a: { provider: a }, fd-b: { provider: b } }\n";

    [Fact]
    public void Parse_Template_MakesManyGroups()
    {
        LabResult result = LabFile.Parse(
            Head + """
            groups:
              - template:
                  count: 3
                  from: 9
                  id: "bulk-{n:000}"
                  source: fd-a
                  name: "group {n}"
                  targets: [ { domain: fd-b } ]
                  vms: [ { id: "vm-{n}0", name: "app{n:00}" } ]
                  pits: { every: 15m, keep: 96, name: "{n:00}-{HHmm}" }
              - { id: after, source: fd-a, targets: [ { domain: fd-b } ] }
            """,
            "x");
        Assert.Empty(result.Problems);
        IReadOnlyList<GroupDefinition> groups = result.Lab!.Groups;
        Assert.Equal(["bulk-009", "bulk-010", "bulk-011", "after"], groups.Select(group => group.Id));
        Assert.Equal("group 10", groups[1].Name);
        Assert.Equal("bulk-010-t", groups[1].Targets[0].Id);
        Assert.Equal(("vm-100", "app10"), (groups[1].Vms[0].Id, groups[1].Vms[0].Name));
        Assert.Equal("10-{HHmm}", groups[1].Targets[0].Replicas!.Name);
        Assert.Equal(96, groups[1].Targets[0].Replicas!.Count);
    }

    [Fact]
    public void Parse_FiveThousandGroups_BuildsThemAll()
    {
        LabResult result = LabFile.Parse(
            Head + """
            groups:
              - template:
                  count: 5000
                  id: "bulk-{n:0000}"
                  source: fd-a
                  targets: [ { domain: fd-b, promoteCapable: true } ]
                  devices: { vms: 2, disksPerVm: 2 }
                  pits: { every: 15m, keep: 96, consistent: every 4th }
            """,
            "x");
        Assert.Empty(result.Problems);
        IReadOnlyList<Entity> world = WorldBuilder.Build(
            result.Lab!, 42, new DateTimeOffset(2025, 1, 15, 12, 0, 0, TimeSpan.Zero), true);
        ReplicationGroup[] groups = [.. world.OfType<ReplicationGroup>()];
        Assert.Equal(10_000, groups.Length);
        Assert.Equal(10_000, world.OfType<VirtualMachine>().Count());
        Assert.All(groups, group => Assert.Equal(6, group.Members.Count));
        Assert.Equal(world.Count, world.Select(entity => entity.Key).Distinct().Count());
        Assert.Equal(10_000, world.OfType<Counters>().Single().Groups);
    }
}
