using VasaSim.Configuration;
using VasaSim.Configuration.Yaml;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Lab;

namespace VasaSim.Lab.Reading;

/// <summary>Reads the replications between clouds and spreads templates out to many.</summary>
internal static class CloudReplicationReader
{
    public static List<CloudReplicationDefinition> ReadAll(Section lab)
    {
        List<CloudReplicationDefinition> replications = [];
        TemplateReader.ReadAll(lab, "replications", "a replication", section => replications.Add(Read(section)));
        return replications;
    }

    private static CloudReplicationDefinition Read(Section section)
    {
        LabScope scope = section.Scope;
        string? vm = ReadPath(section, "vm", scope.CloudVmNames);
        string? vapp = ReadPath(section, "vapp", scope.VappNames);
        bool both = section.Node("vm") is not null && section.Node("vapp") is not null;
        if (both || (section.Node("vm") is null && section.Node("vapp") is null))
        {
            section.Problem(both ? "vapp" : "vm", both
                ? $"{section.What} has either vm or vapp, not both"
                : $"{section.What} needs vm (such as cloud/org/vApp/name, or vCenter/id) or vapp (cloud/org/name)");
        }

        string? source = (vm ?? vapp)?.Split('/')[0];
        (string? site, string? vdc, string? profile) = ReadDestination(section, source);
        CloudReplicationDefinition replication = new()
        {
            Vm = vm,
            Vapp = vapp,
            Site = site ?? "",
            Vdc = vdc,
            StorageProfile = profile,
            Owner = ReadOwner(section),
            Settings = ReplicationSettingsReader.Read(section) with { Description = section.Text("description") },
            SlaProfile = ReadSla(section),
            Paused = section.Flag("paused", false),
            Synced = section.Flag("synced", true),
        };
        section.Close();
        if (site is not null)
        {
            foreach (string machine in vm is not null ? [vm] : vapp is not null ? scope.VappMachines[vapp] : [])
            {
                scope.ReplicationNames.Define(section.Map, $"{machine} – {site}");
            }
        }

        return replication;
    }

    private static string? ReadPath(Section section, string key, Names names) =>
        section.Text(key) is { } path && names.Check(section.Node(key)!, path) ? path : null;

    private static string? ReadOwner(Section section) =>
        section.Text("owner") is { } owner && section.Scope.OrgNames.Check(section.Node("owner")!, owner) ? owner : null;

    private static string? ReadSla(Section section)
    {
        if (section.Text("sla") is not { } sla || !section.Scope.SlaNames.Check(section.Node("sla")!, sla))
        {
            return null;
        }

        if (ReplicationSettingsReader.FirstGiven(section) is { } own)
        {
            section.Problem(own, $"{own} follows from the SLA profile '{sla}'; leave one of them out");
        }

        return sla;
    }

    private static (string? Site, string? Vdc, string? Profile) ReadDestination(Section owner, string? source)
    {
        if (owner.Node("to") is null)
        {
            owner.Problem("to", $"{owner.What} needs to, where the replicas are");
            return default;
        }

        if (owner.Child("to", "to") is not { } section)
        {
            return default;
        }

        LabScope scope = section.Scope;
        string? site = section.RequiredId("site") is { } id && scope.CloudNames.Check(section.Node("site")!, id) ? id : null;
        if (site is null || !scope.Clouds.TryGetValue(site, out CloudDefinition? cloud))
        {
            return default;
        }

        if (site == source)
        {
            section.Problem("site", $"the source is at '{site}' too; a replication leads from one cloud to another");
            return default;
        }

        if (cloud.Kind == CloudSiteKind.Vcenter)
        {
            section.Close();
            return (site, null, null);
        }

        VdcDefinition? vdc = ReadVdc(section, cloud);
        string? profile = section.Text("storageProfile");
        section.Close();
        bool known = profile is null || vdc is null || Names
            .Of($"storage profile of {vdc.Name}", scope.Problems, section.Map, vdc.StorageProfiles.Select(p => p.Name))
            .Check(section.Node("storageProfile")!, profile);
        return (site, vdc?.Name, known ? profile : null);
    }

    private static VdcDefinition? ReadVdc(Section section, CloudDefinition cloud)
    {
        VdcDefinition[] vdcs = [.. cloud.Orgs.SelectMany(org => org.Vdcs)];
        if (section.Node("vdc") is not { } node)
        {
            if (vdcs.Length != 1)
            {
                section.Problem("vdc", $"to needs vdc (at {cloud.Id}: {Problems.List(vdcs.Select(v => v.Name))})");
            }

            return vdcs.Length == 1 ? vdcs[0] : null;
        }

        Names names = Names.Of($"virtual data center of {cloud.Id}", section.Scope.Problems, section.Map, vdcs.Select(v => v.Name));
        return section.Text("vdc") is { } name && names.Check(node, name) ? vdcs.First(v => v.Name == name) : null;
    }
}
