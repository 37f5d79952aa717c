using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;
using VasaSim.Configuration.Yaml;

namespace VasaSim.Lab.Reading;

/// <summary>Reads the machines of a group: a number of equal ones under <c>devices</c>, or a list under <c>vms</c>.</summary>
internal static class VmReader
{
    private const int MostVms = 10_000;
    private const int MostDisks = 256;

    // Above the numbers that people give, so that both go together.
    private const int FirstGeneratedId = 10_001;

    private static readonly (string, DeviceKind)[] Kinds =
        [("vvol", DeviceKind.VVol), ("virtualMachine", DeviceKind.VirtualMachine)];

    public static List<VmDefinition> Read(Section group, GroupDefinition definition)
    {
        string? domain = definition.SourceDomain.Length > 0 ? definition.SourceDomain : null;
        IReadOnlyList<YamlNode>? items = group.Items("vms");
        if (group.Child("devices", "devices") is { } devices)
        {
            if (items is not null)
            {
                group.Problem("vms", $"{group.What} has either devices or vms, not both");
            }

            return Generate(devices, definition, domain);
        }

        List<VmDefinition> vms = [];
        foreach (YamlNode item in items ?? [])
        {
            if (group.Scope.SectionOf(item, "a virtual machine", group.Number) is { } vm)
            {
                vms.Add(ReadVm(vm, domain));
            }
        }

        return vms;
    }

    private static VmDefinition ReadVm(Section section, string? domain)
    {
        string? id = section.RequiredId("id");
        int disks = section.Whole("disks", 0, MostDisks) ?? 1;
        VmDefinition vm = new()
        {
            Id = id ?? "",
            Name = section.Text("name") ?? id ?? "",
            Disks = disks,
            Kind = section.Choice("kind", Kinds, DeviceKind.VVol),
            Datastore = PlaceReader.Datastore(section, "datastore", domain, "the machine", mounted: true),
            Uncopyable = section.Whole("uncopyable", 0, disks + 1) ?? 0,
            Folder = InventoryReader.Reference(section, "folder", domain, MappingKind.Folder),
            ResourcePool = InventoryReader.Reference(section, "resourcePool", domain, MappingKind.ResourcePool),
            Networks = InventoryReader.References(section, "networks", domain, MappingKind.Network),
            StoragePolicy = InventoryReader.Reference(section, "storagePolicy", domain, MappingKind.StoragePolicy),
            UnreplicatedDisks = section.Texts("unreplicatedDisks"),
        };
        section.Close();
        if (id is not null)
        {
            Define(section, section.Node("id")!, vm, domain);
        }

        return vm;
    }

    private static List<VmDefinition> Generate(Section section, GroupDefinition group, string? domain)
    {
        if (section.Node("vms") is null)
        {
            section.Problem("vms", "devices needs vms, the number of machines");
        }

        int count = section.Whole("vms", 0, MostVms) ?? 0;
        VmDefinition pattern = new()
        {
            Id = "",
            Name = "",
            Disks = section.Whole("disksPerVm", 0, MostDisks) ?? 1,
            Kind = section.Choice("kind", Kinds, DeviceKind.VVol),
            Datastore = count > 0 || section.Node("datastore") is not null
                ? PlaceReader.Datastore(section, "datastore", domain, "the machines", mounted: true)
                : null,
        };
        section.Close();
        List<VmDefinition> vms = new(count);
        for (int i = 0; i < count; i++)
        {
            string id = $"vm-{FirstGeneratedId + section.Scope.GeneratedVms++}";
            VmDefinition vm = pattern with { Id = id, Name = $"{group.Id}-vm{i + 1}" };
            Define(section, section.Map, vm, domain);
            vms.Add(vm);
        }

        return vms;
    }

    private static void Define(Section section, YamlNode at, VmDefinition vm, string? domain)
    {
        LabScope scope = section.Scope;
        if (scope.VmNames.Define(at, vm.Id) && domain is not null && scope.Domains.TryGetValue(domain, out Provider? provider))
        {
            scope.Machines[vm.Id] = (provider.Site, vm.Name);
        }
    }
}
