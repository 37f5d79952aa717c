using VasaSim.Configuration;
using VasaSim.Configuration.Yaml;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Lab;

namespace VasaSim.Lab.Reading;

/// <summary>Reads the clouds, and the vCenters that replicate to them.</summary>
internal static class CloudReader
{
    private static readonly (string, CloudSiteKind)[] Kinds = [("vcloud", CloudSiteKind.Vcloud), ("vcenter", CloudSiteKind.Vcenter)];

    /// <summary>Defines the names, so that links can lead to them; what is in them needs the groups' machines.</summary>
    public static void DefineNames(Section lab)
    {
        foreach ((YamlScalar key, string id, _) in Entries(lab, "clouds", "a cloud's id"))
        {
            lab.Scope.CloudNames.Define(key, id);
            lab.Scope.LinkEnds.Define(key, id);
        }
    }

    public static List<CloudDefinition> ReadAll(Section lab)
    {
        List<CloudDefinition> clouds = [];
        foreach ((YamlScalar key, string id, YamlNode value) in Entries(lab, "clouds", "a cloud's id"))
        {
            if (lab.Scope.SectionOf(key, value, $"cloud {id}") is { } section)
            {
                CloudDefinition cloud = ReadCloud(section, id);
                clouds.Add(cloud);
                lab.Scope.Clouds[id] = cloud;
            }
        }

        return clouds;
    }

    /// <summary>The entries of a mapping whose keys are ids without <c>@</c>, since <c>org@cloud</c> is a name too.</summary>
    private static IEnumerable<(YamlScalar Key, string Id, YamlNode Value)> Entries(Section owner, string name, string what)
    {
        if (owner.Child(name, name) is not { } section)
        {
            yield break;
        }

        foreach ((YamlScalar key, YamlNode value) in section.Map.Entries)
        {
            if (owner.Scope.Values.Id(key, key.Value, what) is not { } id)
            {
                continue;
            }

            if (id.Contains('@', StringComparison.Ordinal))
            {
                owner.Scope.Problems.Add(key, $"'{Problems.Short(id)}' cannot be {what}: it has no @, which stands between organization and cloud");
            }
            else
            {
                yield return (key, id, value);
            }
        }
    }

    private static CloudDefinition ReadCloud(Section section, string id)
    {
        CloudDefinition cloud = new()
        {
            Id = id,
            Site = ProviderReader.ReadSite(section),
            Kind = section.Choice("kind", Kinds, CloudSiteKind.Vcloud),
            Description = section.Text("description") ?? "",
        };
        cloud = cloud.Kind == CloudSiteKind.Vcenter
            ? cloud with { Vms = ReadVms(section, cloud) }
            : cloud with { Orgs = ReadOrgs(section, cloud) };
        section.Close();
        return cloud;
    }

    private static List<OrgDefinition> ReadOrgs(Section section, CloudDefinition cloud)
    {
        List<OrgDefinition> orgs = [];
        Names vdcs = new($"virtual data center of {cloud.Id}", section.Scope.Problems);
        foreach ((YamlScalar key, string name, YamlNode value) in Entries(section, "orgs", "an organization's name"))
        {
            section.Scope.OrgNames.Define(key, $"{name}@{cloud.Id}");
            if (section.Scope.SectionOf(key, value, $"organization {name}") is { } org)
            {
                orgs.Add(OrgReader.Read(org, key, name, cloud, vdcs));
            }
        }

        return orgs;
    }

    private static List<CloudVmDefinition> ReadVms(Section section, CloudDefinition cloud)
    {
        List<CloudVmDefinition> vms = [];
        TemplateReader.ReadAll(section, "vms", "a virtual machine", item => vms.Add(CloudVmReader.ReadOnPremises(item, cloud)));
        return vms;
    }
}
