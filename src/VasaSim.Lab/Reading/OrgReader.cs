using VasaSim.Configuration;
using VasaSim.Configuration.Yaml;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Lab;

namespace VasaSim.Lab.Reading;

/// <summary>Reads an organization of a cloud: its virtual data centers and its vApps.</summary>
internal static class OrgReader
{
    private const string DefaultProfile = "default";

    /// <param name="section">The organization.</param>
    /// <param name="key">Where its name stands.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cloud">The cloud it is in.</param>
    /// <param name="vdcNames">The names of the cloud's virtual data centers, to which it adds its own.</param>
    public static OrgDefinition Read(Section section, YamlScalar key, string name, CloudDefinition cloud, Names vdcNames)
    {
        OrgDefinition org = new() { Name = name, Vdcs = ReadVdcs(section, key, name, cloud, vdcNames) };
        List<VappDefinition> vapps = [];
        TemplateReader.ReadAll(section, "vapps", "a vApp", item => vapps.Add(ReadVapp(item, org, $"{cloud.Id}/{name}")));
        section.Close();
        return org with { Vapps = vapps };
    }

    private static List<VdcDefinition> ReadVdcs(Section org, YamlScalar key, string name, CloudDefinition cloud, Names names)
    {
        if (org.Items("vdcs") is not { } items)
        {
            string vdc = $"vdc-{name}";
            names.Define(key, vdc);
            PlaceReader.DatastoreAt(org, "vdcs", cloud.Site, cloud.Id, "the virtual data center");
            return [new() { Name = vdc, StorageProfiles = [new("", DefaultProfile)] }];
        }

        List<VdcDefinition> vdcs = [];
        foreach (YamlNode item in items)
        {
            if (org.Scope.SectionOf(item, "a virtual data center") is { } section && ReadVdc(section, cloud) is { } vdc)
            {
                names.Define(section.Node("name")!, vdc.Name);
                vdcs.Add(vdc);
            }
        }

        return vdcs;
    }

    private static VdcDefinition? ReadVdc(Section section, CloudDefinition cloud)
    {
        string? name = section.RequiredName("name");
        VdcDefinition vdc = new()
        {
            Id = section.Uuid(),
            Name = name ?? "",
            StorageProfiles = ReadNamed(section, "storageProfiles", "storage profile") ?? [new("", DefaultProfile)],
            Networks = ReadNamed(section, "networks", "network") ?? [],
            Datastore = PlaceReader.DatastoreAt(section, "datastore", cloud.Site, cloud.Id, "the virtual data center"),
        };
        section.Close();
        if (vdc.StorageProfiles.Count == 0 && section.Items("storageProfiles")!.Count == 0)
        {
            section.Problem("storageProfiles", "a virtual data center has at least one storage profile; without storageProfiles it is 'default'");
        }

        return name is null ? null : vdc;
    }

    // Names, or mappings of id and name.
    private static List<NamedId>? ReadNamed(Section owner, string key, string what)
    {
        if (owner.Items(key) is not { } items)
        {
            return null;
        }

        Names names = new($"{what} of this virtual data center", owner.Scope.Problems);
        List<NamedId> all = [];
        foreach (YamlNode item in items)
        {
            Section? section = item is YamlScalar ? null : owner.Scope.SectionOf(item, $"a {what}");
            string? name = item is YamlScalar
                ? owner.TextOf(item, $"a {what}") is { } text ? owner.PathPart(item, text, $"a {what}") : null
                : section?.RequiredName("name");
            string id = section?.Uuid() ?? "";
            section?.Close();
            if (name is not null && names.Define(item, name))
            {
                all.Add(new(id, name));
            }
        }

        return all;
    }

    private static VappDefinition ReadVapp(Section section, OrgDefinition org, string path)
    {
        string? name = section.RequiredName("name");
        VappDefinition vapp = new()
        {
            Id = section.Uuid(),
            Name = name ?? "",
            Description = section.Text("description") ?? "",
            Vdc = ReadVdcOf(section, org),
        };
        string own = $"{path}/{vapp.Name}";
        Names names = new($"virtual machine of {own}", section.Scope.Problems);
        List<CloudVmDefinition> vms = [];
        foreach (YamlNode item in section.Items("vms") ?? [])
        {
            if (section.Scope.SectionOf(item, "a virtual machine", section.Number) is { } vm && CloudVmReader.Read(vm) is { } definition
                && names.Define(vm.Node("name")!, definition.Name))
            {
                vms.Add(definition);
            }
        }

        section.Close();
        if (name is not null && section.Scope.VappNames.Define(section.Node("name")!, own))
        {
            string[] machines = [.. vms.Select(vm => $"{own}/{vm.Name}")];
            section.Scope.VappMachines[own] = machines;
            foreach (string machine in machines)
            {
                section.Scope.CloudVmNames.Define(section.Map, machine);
            }
        }

        return vapp with { Vms = vms };
    }

    private static string ReadVdcOf(Section section, OrgDefinition org)
    {
        IEnumerable<string> vdcs = org.Vdcs.Select(vdc => vdc.Name);
        if (section.Node("vdc") is not { } node)
        {
            if (org.Vdcs.Count != 1)
            {
                section.Problem("vdc", $"{section.What} needs vdc (of organization {org.Name}: {Problems.List(vdcs)})");
            }

            return org.Vdcs.Count == 1 ? org.Vdcs[0].Name : "";
        }

        string? name = section.Text("vdc");
        return name is not null
            && Names.Of($"virtual data center of organization {org.Name}", section.Scope.Problems, section.Map, vdcs).Check(node, name)
            ? name
            : "";
    }
}
