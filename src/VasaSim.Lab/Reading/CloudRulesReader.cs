using VasaSim.Configuration.Yaml;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Lab;

namespace VasaSim.Lab.Reading;

/// <summary>Reads the SLA profiles and the policies, of which a lab has some unless it gives others.</summary>
internal static class CloudRulesReader
{
    private const int LongestMinRpo = 24 * 60;

    public static IReadOnlyList<SlaProfile> ReadSlaProfiles(Section lab)
    {
        if (lab.Items("slaProfiles") is not { } items)
        {
            foreach (SlaProfile profile in CloudDefaults.SlaProfiles)
            {
                lab.Scope.SlaNames.Define(lab.Map, profile.DisplayName);
            }

            return CloudDefaults.SlaProfiles;
        }

        List<SlaProfile> profiles = [];
        foreach (YamlNode item in items)
        {
            if (lab.Scope.SectionOf(item, "an SLA profile") is { } section)
            {
                string? name = section.RequiredText("name");
                profiles.Add(new() { Id = section.Uuid(), DisplayName = name ?? "", Settings = ReplicationSettingsReader.Read(section), Ordinal = 0 });
                section.Close();
                Define(section, lab.Scope.SlaNames, name);
            }
        }

        return profiles;
    }

    public static IReadOnlyList<ReplicationPolicy> ReadPolicies(Section lab)
    {
        if (lab.Items("policies") is not { } items)
        {
            return CloudDefaults.Policies;
        }

        if (items.Count == 0 && lab.Node("policies") is YamlSequence)
        {
            lab.Problem("policies", "a lab has at least one policy, the first for whoever has no other; without policies it allows all");
        }

        List<ReplicationPolicy> policies = [];
        Names governed = new("organization with a policy", lab.Scope.Problems);
        foreach (YamlNode item in items)
        {
            if (lab.Scope.SectionOf(item, "a policy") is { } section)
            {
                policies.Add(ReadPolicy(section, governed));
            }
        }

        return policies;
    }

    private static ReplicationPolicy ReadPolicy(Section section, Names governed)
    {
        string? name = section.RequiredText("name");
        ReplicationPolicy policy = new() { Id = section.Uuid(), DisplayName = name ?? "", Ordinal = 0 };
        policy = policy with
        {
            MinRpo = section.Minutes("minRpo", LongestMinRpo) ?? policy.MinRpo,
            MaxInstances = section.Whole("maxInstances", 0) ?? policy.MaxInstances,
            MaxIncoming = section.Whole("maxIncoming", 0),
            AllowIncoming = section.Flag("allowIncoming", policy.AllowIncoming),
            AllowOutgoing = section.Flag("allowOutgoing", policy.AllowOutgoing),
            Orgs = ReadOrgs(section, governed),
        };
        section.Close();
        Define(section, section.Scope.PolicyNames, name);
        return policy;
    }

    private static List<string> ReadOrgs(Section section, Names governed)
    {
        List<string> orgs = [];
        foreach (YamlNode item in section.Items("orgs") ?? [])
        {
            if (section.TextOf(item, "an organization") is { } org && section.Scope.OrgNames.Check(item, org) && governed.Define(item, org))
            {
                orgs.Add(org);
            }
        }

        return orgs;
    }

    private static void Define(Section section, Names names, string? name)
    {
        if (name is not null)
        {
            names.Define(section.Node("name")!, name);
        }
    }
}
