using VasaSim.Configuration.Yaml;
using VasaSim.Configuration;
using VasaSim.Core.Model;

namespace VasaSim.Lab.Reading;

/// <summary>Reads the storage containers.</summary>
internal static class ContainerReader
{
    private static readonly (string, string?)[] Types = [("SCSI", "SCSI"), ("NVMe", "NVMe"), ("NFS", "NFS"), ("NFS4x", "NFS4x")];

    public static List<StorageContainer> ReadAll(Section lab)
    {
        List<StorageContainer> containers = [];
        Names names = new("container", lab.Scope.Problems);
        foreach (YamlNode item in lab.Items("containers") ?? [])
        {
            if (lab.Scope.SectionOf(item, "a container") is not { } section)
            {
                continue;
            }

            StorageContainer container = Read(section, containers.Count);
            section.Close();
            if (container.Id.Length > 0 && names.Define(item, container.Id))
            {
                containers.Add(container);
            }
        }

        return containers;
    }

    private static StorageContainer Read(Section section, int ordinal)
    {
        string id = section.RequiredId("id") ?? "";
        return new()
        {
            Id = id,
            Name = section.Text("name") ?? id,
            MaxVvolSizeInMB = (section.Size("maxVvolSize") ?? 16L << 40) >> 20,
            Arrays = ReadArrays(section),
            Type = section.Choice("type", Types, null),
            Stretched = section.Node("stretched") is null ? null : section.Flag("stretched", false),
            Ordinal = ordinal,
        };
    }

    private static List<string> ReadArrays(Section section)
    {
        List<string> arrays = [];
        foreach (YamlNode item in section.Items("arrays") ?? [])
        {
            if (section.TextOf(item, "arrays") is { } array
                && (section.Scope.DescribedArrays.Contains(array) || section.Scope.ArrayNames.Check(item, array)))
            {
                arrays.Add(array);
            }
        }

        if (section.Items("arrays") is null or [])
        {
            section.Problem("arrays", $"{section.What} needs arrays, at least one");
        }

        return arrays;
    }
}
