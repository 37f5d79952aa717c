using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Configuration.Yaml;

namespace VasaSim.Lab.Reading;

/// <summary>Reads one target of a group.</summary>
internal static class TargetReader
{
    public static TargetDefinition Read(Section section, GroupDefinition group, ReplicaDefinition? groupReplicas)
    {
        string? domain = GroupReader.ReadDomain(section, "domain", section.What);
        if (domain is not null && domain == group.SourceDomain)
        {
            section.Problem("domain", $"the target is in '{domain}', which is the source's own fault domain");
        }

        string id = section.Node("id") is null ? group.Id + "-t" : section.Id("id") ?? "";
        if (domain is not null && id.Length > 0 && group.Id.Length > 0)
        {
            section.Scope.GroupNames.Define(section.Node("id") ?? section.Map, new GroupId(domain, id).ToString());
        }

        bool established = section.Flag("established", true);
        bool ownReplicas = section.Node("pits") is not null;
        ReplicaDefinition? replicas = ReplicaReader.Read(section);
        TargetDefinition target = new()
        {
            Domain = domain ?? "",
            Id = id,
            State = section.Choice("state", GroupWords.TargetStates, ReplicationState.Target),
            Datastore = PlaceReader.Datastore(section, "datastore", domain, "the replicas"),
            PromoteCapable = section.Flag("promoteCapable", false),
            AutoReverse = section.Flag("autoReverse", false),
            Established = established,
            TestCopiesBound = section.Flag("testCopiesBound", false),
            Replicas = ownReplicas ? replicas : established ? groupReplicas : null,
        };
        section.Close();
        CheckReplicas(section, target);
        GroupStates.Check(section, target);
        return target;
    }

    private static void CheckReplicas(Section section, TargetDefinition target)
    {
        if (target.Replicas is not null
            && section.Scope.Domains.TryGetValue(target.Domain, out Provider? provider)
            && !provider.SupportsReplicas)
        {
            section.Problem(
                "pits", $"the target has pits, but the provider '{provider.Id}' of '{target.Domain}' supports none");
        }
    }
}
