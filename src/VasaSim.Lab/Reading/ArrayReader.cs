using VasaSim.Configuration.Yaml;
using VasaSim.Configuration;
using VasaSim.Core.Model;

namespace VasaSim.Lab.Reading;

/// <summary>Reads the arrays with what is built into them, and their LUNs.</summary>
internal static class ArrayReader
{
    private static readonly (string, string)[] BlockInterfaces = Words("fc", "iscsi", "fcoe", "otherBlock");
    private static readonly (string, string)[] FileSystemInterfaces = Words("nfs", "otherFileSystem");

    private static readonly (string, string)[] Profiles = Words(
        "blockDevice", "fileSystem", "capability", "policy", "object", "statistics", "storageDrsBlockDevice", "storageDrsFileSystem");

    private static readonly (string, PortKind)[] PortKinds =
        [("fc", PortKind.Fc), ("fcoe", PortKind.Fcoe), ("iscsi", PortKind.Iscsi)];

    private static readonly (string, PoolKind)[] PoolKinds =
    [
        ("thinProvisioningPool", PoolKind.Thin), ("deduplicationPool", PoolKind.Deduplication),
        ("thinAndDeduplicationCombinedPool", PoolKind.Combined),
    ];

    public static (List<StorageArray> Arrays, List<StorageLun> Luns) ReadAll(Section lab)
    {
        List<StorageArray> arrays = [];
        List<StorageLun> luns = [];
        Names names = new("array", lab.Scope.Problems);
        foreach (YamlNode item in lab.Items("arrays") ?? [])
        {
            if (lab.Scope.SectionOf(item, "an array") is not { } section)
            {
                continue;
            }

            StorageArray array = ReadArray(section, arrays.Count);
            luns.AddRange(LunReader.ReadAll(section, array, luns.Count));
            section.Close();
            if (array.Id.Length > 0 && names.Define(item, array.Id))
            {
                arrays.Add(array);
                lab.Scope.DescribedArrays.Add(array.Id);
            }
        }

        return (arrays, luns);
    }

    private static (string, string)[] Words(params string[] words) => [.. words.Select(w => (w, w))];

    private static StorageArray ReadArray(Section section, int ordinal)
    {
        string id = section.RequiredId("id") ?? "";
        StorageArray array = new()
        {
            Id = id,
            Name = section.Text("name") ?? id,
            Vendor = section.Text("vendor") ?? "SIM",
            Model = section.Text("model") ?? "X50",
            Firmware = section.Text("firmware"),
            AlternateNames = section.Texts("alternateNames"),
            BlockInterfaces = ProviderPartsReader.Choices(section, "blockInterfaces", BlockInterfaces) ?? [],
            FileSystemInterfaces = ProviderPartsReader.Choices(section, "fileSystemInterfaces", FileSystemInterfaces) ?? [],
            Profiles = ProviderPartsReader.Choices(section, "profiles", Profiles) ?? [],
            DiscoveryServices = [.. Parts(section, "discoveryServices", "a discovery service", ReadDiscovery)],
            Processors = ReadProcessors(section),
            Pools = ReadPools(section),
            Ordinal = ordinal,
        };
        return array with { FileSystems = ReadFileSystems(section, array) };
    }

    private static IEnumerable<T> Parts<T>(Section section, string key, string what, Func<Section, YamlNode, T?> read)
        where T : class
    {
        foreach (YamlNode item in section.Items(key) ?? [])
        {
            if (section.Scope.SectionOf(item, what) is { } part)
            {
                T? value = read(part, item);
                part.Close();
                if (value is not null)
                {
                    yield return value;
                }
            }
        }
    }

    private static DiscoveryService? ReadDiscovery(Section section, YamlNode at) =>
        section.RequiredText("type") is { } type && section.RequiredText("nqn") is { } nqn && section.RequiredText("ip") is { } ip
            ? new(type, nqn, ip, section.Whole("port", 1, 65535))
            : null;

    private static List<StorageProcessor> ReadProcessors(Section array)
    {
        Names processors = new("processor of this array", array.Scope.Problems);
        Names ports = new("port of this array", array.Scope.Problems);
        return [.. Parts(array, "processors", "a processor", (section, at) =>
        {
            string? id = section.RequiredId("id");
            StoragePort[] found = [.. Parts(section, "ports", "a port", (port, node) => ReadPort(port, node, ports))];
            return id is not null && processors.Define(at, id) ? new StorageProcessor(id, found) : null;
        })];
    }

    private static StoragePort? ReadPort(Section section, YamlNode at, Names names)
    {
        string? id = section.RequiredId("id");
        PortKind kind = section.Choice("type", PortKinds, PortKind.Fc);
        string? name = section.RequiredText("name");
        string? node = kind == PortKind.Iscsi ? null : section.Text("node") ?? name;
        return id is not null && name is not null && names.Define(at, id) ? new(id, kind, name, node) : null;
    }

    private static List<BackingStoragePool> ReadPools(Section array) =>
        [.. Parts(array, "pools", "a pool", (section, at) =>
        {
            string? id = section.RequiredId("id");
            PoolKind kind = section.Choice("type", PoolKinds, PoolKind.Thin);
            (long capacity, long used) = LunReader.Space(section);
            return id is not null && section.Scope.PoolNames.Define(at, id) ? new BackingStoragePool(id, kind, capacity, used) : null;
        })];

    private static List<StorageFileSystem> ReadFileSystems(Section section, StorageArray array) =>
        [.. Parts(section, "fileSystems", "a file system", (system, at) =>
        {
            string? id = system.RequiredId("id");
            string? server = system.RequiredText("server");
            string? path = system.RequiredText("path");
            StorageFileSystem? read = id is null || server is null || path is null ? null : new()
            {
                Id = id,
                Server = server,
                Path = path,
                IpAddress = system.Text("ip"),
                SnapshotsSupported = system.Flag("snapshots", false),
                Pool = LunReader.Pool(system, array),
                Datastore = LunReader.Datastore(system, "NFS"),
            };
            return read is not null && system.Scope.FileSystemNames.Define(at, read.Id) ? read : null;
        })];
}
