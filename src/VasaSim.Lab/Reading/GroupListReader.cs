using VasaSim.Core.Lab;

namespace VasaSim.Lab.Reading;

/// <summary>Reads the groups and counts their devices.</summary>
internal static class GroupListReader
{
    // Each costs memory for as long as the world lives; this many take a few gigabytes.
    private const long MostMembers = 5_000_000;

    public static List<GroupDefinition> ReadAll(Section lab)
    {
        List<GroupDefinition> groups = [];
        TemplateReader.ReadAll(lab, "groups", "a group", section => groups.Add(ReadGroup(section)));
        return groups;
    }

    private static GroupDefinition ReadGroup(Section section)
    {
        GroupDefinition group = GroupReader.Read(section);
        long devices = group.Vms.Sum(vm => 1L + vm.Disks);
        section.Scope.Members += devices * (1 + group.Targets.Count);
        if (section.Scope.Members > MostMembers)
        {
            section.Scope.Problems.Add(
                section.Map, $"with this group the lab has more than {MostMembers} devices, both sides counted");
        }

        return group;
    }
}
