using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Configuration.Yaml;

namespace VasaSim.Lab.Reading;

/// <summary>Reads one group with its targets.</summary>
internal static class GroupReader
{
    // The number of a target is two digits of the ids of its replicas.
    private const int MostTargets = 256;

    public static GroupDefinition Read(Section section)
    {
        string? domain = ReadDomain(section, "source", section.What);
        string? id = section.RequiredId("id");
        GroupDefinition group = new()
        {
            SourceDomain = domain ?? "",
            Id = id ?? "",
            Name = section.Text("name"),
            Description = section.Text("description"),
            Agreement = section.Text("agreement"),
            Labels = LabelReader.Read(section),
            State = section.Choice("state", GroupWords.SourceStates, ReplicationState.Source),
            ChangeRate = section.PerSecond("changeRate") ?? 0,
            Targets = [],
        };
        if (id is not null && domain is not null)
        {
            section.Scope.GroupNames.Define(section.Node("id")!, new GroupId(domain, id).ToString());
        }

        ReplicaDefinition? replicas = ReplicaReader.Read(section);
        group = group with { Vms = VmReader.Read(section, group), Targets = ReadTargets(section, group, replicas) };
        section.Close();
        GroupStates.Check(section, group);
        return group;
    }

    /// <summary>The fault domain under a key, whose provider must replicate; null when there is none such.</summary>
    public static string? ReadDomain(Section section, string key, string what)
    {
        LabScope scope = section.Scope;
        if (section.RequiredId(key) is not { } domain || !scope.DomainNames.Check(section.Node(key)!, domain))
        {
            return null;
        }

        if (scope.Domains.TryGetValue(domain, out Provider? provider) && !provider.Replicates)
        {
            section.Problem(
                key, $"{what} in '{domain}', whose provider '{provider.Id}' does not have the profile Replication");
        }

        return domain;
    }

    private static List<TargetDefinition> ReadTargets(
        Section section, GroupDefinition group, ReplicaDefinition? replicas)
    {
        List<TargetDefinition> targets = [];
        IReadOnlyList<YamlNode>? items = section.Items("targets");
        if (items is null)
        {
            section.Problem("targets", $"{section.What} needs targets");
        }
        else if (items.Count is 0 or > MostTargets && section.Node("targets") is YamlSequence)
        {
            section.Problem("targets", $"{section.What} has 1 to {MostTargets} targets");
        }

        foreach (YamlNode item in (items ?? []).Take(MostTargets))
        {
            if (section.Scope.SectionOf(item, "a target", section.Number) is { } target)
            {
                targets.Add(TargetReader.Read(target, group, replicas));
            }
        }

        return targets;
    }
}
