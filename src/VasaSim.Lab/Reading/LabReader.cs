using VasaSim.Configuration.Texts;
using VasaSim.Configuration.Yaml;
using VasaSim.Configuration;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;

namespace VasaSim.Lab.Reading;

/// <summary>Reads a lab file's document. What may be referred to is read before what refers to it, wherever it stands.</summary>
internal sealed class LabReader(Problems problems)
{
    private static readonly (string, int)[] Versions = [("1", 1)];

    /// <summary>Reads the lab; what it returns counts only when no problem was found.</summary>
    public LabDefinition? Read(YamlNode root, string defaultName)
    {
        LabScope scope = new(problems);
        if (scope.SectionOf(root, "a lab") is not { } section)
        {
            return null;
        }

        ReadVersion(section);
        string name = section.Node("name") is null ? defaultName : section.Text("name") ?? "";
        DateTimeOffset? startTime = ReadStartTime(section);
        IReadOnlyList<SiteDefinition> sites = SiteReader.ReadAll(section);
        (List<StorageArray> arrays, List<StorageLun> luns) = ArrayReader.ReadAll(section);
        LunReader.CheckPeers(scope, luns);
        LabDefinition lab = new()
        {
            Name = name,
            StartTime = startTime,
            Sites = sites,
            Arrays = arrays,
            Luns = luns,
            Providers = ProviderReader.ReadAll(section),
            Containers = ContainerReader.ReadAll(section),
            FaultDomains = FaultDomainReader.ReadAll(section),
        };

        // Links lead to clouds too, and on-premises machines of clouds are those of groups, which look at links.
        CloudReader.DefineNames(section);
        lab = lab with
        {
            Links = LinkReader.ReadAll(section),
            Groups = GroupListReader.ReadAll(section),
            Clouds = CloudReader.ReadAll(section),
            SlaProfiles = CloudRulesReader.ReadSlaProfiles(section),
            Policies = CloudRulesReader.ReadPolicies(section),
            Replications = CloudReplicationReader.ReadAll(section),
            Mappings = RecoveryReader.ReadMappings(section),
            ProtectionGroups = RecoveryReader.ReadGroups(section),
            Knobs = KnobReader.Read(section),
        };
        lab = lab with { RecoveryPlans = RecoveryPlanReader.ReadAll(section, lab.ProtectionGroups) };
        section.Close();
        return lab;
    }

    private static void ReadVersion(Section lab)
    {
        if (lab.Node("version") is null)
        {
            lab.Problem("version", "a lab needs version: 1");
        }
        else
        {
            lab.Choice("version", Versions, 1);
        }
    }

    private static DateTimeOffset? ReadStartTime(Section lab)
    {
        if (lab.Node("startTime") is not { } node)
        {
            return null;
        }

        if (node is YamlScalar scalar && StartTimeText.TryParse(scalar.Value, out DateTimeOffset time))
        {
            return time;
        }

        lab.Problem("startTime", $"startTime is {node.Kind}; it must be {StartTimeText.Legal}");
        return null;
    }
}
