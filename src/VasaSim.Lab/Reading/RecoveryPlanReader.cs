using VasaSim.Configuration;
using VasaSim.Configuration.Yaml;
using VasaSim.Core.Lab;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Plans.Model;

namespace VasaSim.Lab.Reading;

/// <summary>Reads the recovery plans, once the protection groups are known.</summary>
internal static class RecoveryPlanReader
{
    public static List<RecoveryPlanDefinition> ReadAll(Section lab, IReadOnlyList<ProtectionGroupDefinition> groups)
    {
        List<RecoveryPlanDefinition> plans = [];
        foreach (YamlNode item in lab.Items("recoveryPlans") ?? [])
        {
            if (lab.Scope.SectionOf(item, "a recovery plan") is { } section)
            {
                plans.Add(Read(section, groups));
            }
        }

        return plans;
    }

    private static RecoveryPlanDefinition Read(Section section, IReadOnlyList<ProtectionGroupDefinition> all)
    {
        string name = section.RequiredText("name") ?? "";
        string? description = section.Text("description");
        ProtectionGroupDefinition[] groups =
            [.. RecoveryReader.Known(section, "groups", section.Scope.ProtectionGroupNames).Select(g => all.First(a => a.Name == g))];
        (string? from, string? to) = ReadSites(section, groups);
        RecoveryPlanDefinition plan = new()
        {
            Name = name,
            Description = description,
            From = from ?? "",
            To = to ?? "",
            Groups = [.. groups.Select(g => g.Name)],
            TestNetworks = ReadNetworks(section, to),
            Priorities = ReadPriorities(section),
        };
        section.Close();
        if (name.Length > 0)
        {
            section.Scope.RecoveryPlanNames.Define(section.Node("name")!, name);
        }

        return plan;
    }

    // A plan without groups has to say from where to where; its groups say it otherwise.
    private static (string? From, string? To) ReadSites(Section section, ProtectionGroupDefinition[] groups)
    {
        bool follows = groups.Length > 0 && section.Node("from") is null && section.Node("to") is null;
        string? from = follows ? groups[0].From : RecoveryReader.ReadSite(section, "from");
        string? to = follows ? groups[0].To : RecoveryReader.ReadSite(section, "to");
        if (from is not null && from == to && !follows)
        {
            section.Problem("to", $"a recovery plan from site '{from}' to itself");
        }
        else if (from is not null && to is not null && Array.Find(groups, g => (g.From, g.To) != (from, to)) is { } other)
        {
            section.Problem("groups", $"'{Problems.Short(other.Name)}' does not protect from site '{from}' to site '{to}', as the plan recovers");
        }

        return (from, to);
    }

    private static List<TestNetwork> ReadNetworks(Section plan, string? site)
    {
        List<TestNetwork> networks = [];
        Names mapped = new("test network", plan.Scope.Problems);
        foreach (YamlNode item in plan.Items("testNetworks") ?? [])
        {
            if (plan.Scope.SectionOf(item, "a test network") is not { } section)
            {
                continue;
            }

            string? from = ReadNetwork(section, "from", site);
            string? to = ReadNetwork(section, "to", site);
            section.Close();
            if (from is not null && to is not null && mapped.Define(section.Map, from))
            {
                networks.Add(new(from, to));
            }
        }

        return networks;
    }

    private static string? ReadNetwork(Section section, string key, string? site) =>
        section.RequiredId(key) is { } id && Names.Of(
            "network of the recovery site",
            section.Scope.Problems,
            section.Map,
            section.Scope.InventoryObjects.Where(o => o.Value.Kind == MappingKind.Network && (site is null || o.Value.Site == site)).Select(o => o.Key))
            .Check(section.Node(key)!, id) ? id : null;

    private static Dictionary<string, int> ReadPriorities(Section plan)
    {
        Dictionary<string, int> priorities = new(StringComparer.Ordinal);
        foreach ((YamlScalar machine, YamlNode value) in plan.Child("priorities", "priorities")?.Map.Entries ?? [])
        {
            if (plan.Scope.VmNames.Check(machine, machine.Value)
                && plan.Scope.Values.Whole(value, machine.Value, 1, MachineRecovery.LastPriority) is { } priority)
            {
                priorities[machine.Value] = (int)priority;
            }
        }

        return priorities;
    }
}
