using VasaSim.Configuration;
using VasaSim.Configuration.Yaml;
using VasaSim.Core.Lab;

namespace VasaSim.Lab.Reading;

/// <summary>Reads machines of vApps and of vCenters alone.</summary>
internal static class CloudVmReader
{
    private const int MostDisks = 256;
    private const long DefaultDisk = 40L << 30;

    /// <summary>A machine of a vApp; null, and a problem, when it has no name.</summary>
    public static CloudVmDefinition? Read(Section section)
    {
        string? name = section.RequiredName("name");
        CloudVmDefinition vm = ReadRest(section) with { Id = section.Uuid(), Name = name ?? "" };
        section.Close();
        return name is null ? null : vm;
    }

    /// <summary>A machine of a vCenter alone; one that is in the site's inventory already is that one.</summary>
    public static CloudVmDefinition ReadOnPremises(Section section, CloudDefinition cloud)
    {
        LabScope scope = section.Scope;
        string id = section.RequiredId("id") ?? "";
        string? name = section.Text("name");
        CloudVmDefinition vm = ReadRest(section) with { Id = id };
        if (scope.Machines.TryGetValue(id, out (string Site, string Name) known))
        {
            CheckKnown(section, id, name, cloud, known);
            vm = vm with { Name = known.Name };
        }
        else
        {
            vm = vm with
            {
                Name = name ?? id,
                Datastore = PlaceReader.DatastoreAt(section, "datastore", cloud.Site, cloud.Id, "the machine", mounted: true),
            };
        }

        section.Close();
        if (id.Length > 0 && scope.CloudVmNames.Define(section.Node("id")!, $"{cloud.Id}/{id}") && !scope.VmNames.Has(id))
        {
            scope.VmNames.Define(section.Node("id")!, id);
            scope.Machines[id] = (cloud.Site, vm.Name);
        }

        return vm;
    }

    private static void CheckKnown(Section section, string id, string? name, CloudDefinition cloud, (string Site, string Name) known)
    {
        if (known.Site != cloud.Site)
        {
            section.Problem("id", $"virtual machine '{id}' is at site '{known.Site}', not at site '{cloud.Site}' of '{cloud.Id}'");
        }
        else if (name is not null && name != known.Name)
        {
            section.Problem("name", $"virtual machine '{id}' is in the inventory of site '{known.Site}' already, as '{known.Name}'; leave name out");
        }
    }

    private static CloudVmDefinition ReadRest(Section section) => new()
    {
        Name = "",
        Description = section.Text("description") ?? "",
        ComputerName = section.Text("computerName"),
        PoweredOn = section.Flag("poweredOn", true),
        Disks = ReadDisks(section),
        ChangeRate = section.PerSecond("changeRate") ?? 0,
    };

    private static IReadOnlyList<long> ReadDisks(Section section)
    {
        if (section.Items("disks") is not { } items)
        {
            return [DefaultDisk];
        }

        if (items.Count > MostDisks)
        {
            section.Problem("disks", $"{section.What} has up to {MostDisks} disks");
        }

        return [.. items.Take(MostDisks).Select(item => section.Scope.Values.Size(item, "a disk")).OfType<long>()];
    }
}
