using VasaSim.Configuration.Yaml;
using VasaSim.Configuration;
using VasaSim.Core.Lab;

namespace VasaSim.Lab.Reading;

/// <summary>Reads the groups and spreads templates out to many.</summary>
internal static class GroupListReader
{
    private const int MostOfTemplate = 1_000_000;
    private const int HighestNumber = 1_000_000_000;

    // Each costs memory for as long as the world lives; this many take a few gigabytes.
    private const long MostMembers = 5_000_000;

    public static List<GroupDefinition> ReadAll(Section lab)
    {
        List<GroupDefinition> groups = [];
        foreach (YamlNode item in lab.Items("groups") ?? [])
        {
            if (lab.Scope.SectionOf(item, "a group") is not { } section)
            {
                continue;
            }

            if (section.Node("template") is { } template)
            {
                section.Close();
                ReadTemplate(lab.Scope, template, groups);
            }
            else
            {
                ReadGroup(section, groups);
            }
        }

        return groups;
    }

    private static void ReadTemplate(LabScope scope, YamlNode template, List<GroupDefinition> groups)
    {
        int before = scope.Problems.Count;
        if (scope.SectionOf(template, "a template", number: 1) is not { } first)
        {
            return;
        }

        (int from, int count) = Extent(first);
        for (int i = 0; i < count; i++)
        {
            Section section = new((YamlMapping)template, "a template", scope, from + i);
            Extent(section);
            ReadGroup(section, groups);
            if (scope.Problems.Count > before)
            {
                // The others would only say the same again.
                return;
            }
        }
    }

    private static (int From, int Count) Extent(Section template)
    {
        int? from = template.Whole("from", 0, HighestNumber);
        if (template.Node("count") is null)
        {
            template.Problem("count", "a template needs count, the number of groups");
        }

        // With a wrong count the rest of the template is still looked at, once.
        return (from ?? 1, template.Whole("count", 1, MostOfTemplate) ?? 1);
    }

    private static void ReadGroup(Section section, List<GroupDefinition> groups)
    {
        GroupDefinition group = GroupReader.Read(section);
        groups.Add(group);
        long devices = group.Vms.Sum(vm => 1L + vm.Disks);
        section.Scope.Members += devices * (1 + group.Targets.Count);
        if (section.Scope.Members > MostMembers)
        {
            section.Scope.Problems.Add(
                section.Map, $"with this group the lab has more than {MostMembers} devices, both sides counted");
        }
    }
}
