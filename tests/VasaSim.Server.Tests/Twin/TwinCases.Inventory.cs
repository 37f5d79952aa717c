using VasaSim.Server.Tests.Sms;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Tests.Twin;

/// <content>Arrays and what belongs to them, containers, pools, capabilities.</content>
public static partial class TwinCases
{
    private const string ArrayA = "com.sim.array:a1";
    private const string ArrayB = "com.sim.array:b1";
    private const string ArrayC = "com.sim.array:c1";

    private static IEnumerable<TwinCase> Inventory() =>
    [
        new("all", _manager, new QueryArrayRequest()),
        new("of a provider", _manager, new QueryArrayRequest { ProviderId = ["8365ab7f-0000-4000-8000-0000000000b1"] }),
        new("of an unknown provider", _manager, new QueryArrayRequest { ProviderId = ["none"] }) { Fault = "NotFound" },
        .. OfArray("found", new QueryProcessorAssociatedWithArrayRequest { ArrayId = ArrayA }, new QueryProcessorAssociatedWithArrayRequest { ArrayId = "none" }),
        .. OfArray("found", new QueryPortAssociatedWithArrayRequest { ArrayId = ArrayA }, new QueryPortAssociatedWithArrayRequest { ArrayId = "none" }),
        .. OfArray("found", new QueryLunAssociatedWithArrayRequest { ArrayId = ArrayA }, new QueryLunAssociatedWithArrayRequest { ArrayId = "none" }),
        .. OfArray("found", new QueryFileSystemAssociatedWithArrayRequest { ArrayId = ArrayA }, new QueryFileSystemAssociatedWithArrayRequest { ArrayId = "none" }),
        .. OfArray(
            "found",
            new QueryPortAssociatedWithLunRequest { Scsi3Id = "a1-l1", ArrayId = ArrayA },
            new QueryPortAssociatedWithLunRequest { Scsi3Id = "a1-l1", ArrayId = ArrayB }),
        .. OfArray(
            "found",
            new QueryLunAssociatedWithPortRequest { PortId = "a1-ct1-fc0", ArrayId = ArrayA },
            new QueryLunAssociatedWithPortRequest { PortId = "none", ArrayId = ArrayA }),
        .. OfArray(
            "found",
            new QueryPortAssociatedWithProcessorRequest { ProcessorId = "a1-ct1", ArrayId = ArrayA },
            new QueryPortAssociatedWithProcessorRequest { ProcessorId = "none", ArrayId = ArrayA }),
        .. OfArray(
            "found",
            new QueryArrayAssociatedWithLunRequest { CanonicalName = "naa.624a9370a1000001" },
            new QueryArrayAssociatedWithLunRequest { CanonicalName = "none" }),
        .. OfArray(
            "two",
            new QueryHostAssociatedWithLunRequest { Scsi3Id = "a1-l1", ArrayId = ArrayA },
            new QueryHostAssociatedWithLunRequest { Scsi3Id = "none", ArrayId = ArrayA }),
        new("none", _manager, new QueryHostAssociatedWithLunRequest { Scsi3Id = "a1-l4", ArrayId = ArrayA }),
        .. OfArray(
            "found",
            new QueryVmfsDatastoreAssociatedWithLunRequest { Scsi3Id = "a1-l1", ArrayId = ArrayA },
            new QueryVmfsDatastoreAssociatedWithLunRequest { Scsi3Id = "none", ArrayId = ArrayA }),
        new("none", _manager, new QueryVmfsDatastoreAssociatedWithLunRequest { Scsi3Id = "a1-l4", ArrayId = ArrayA }),
        .. OfArray(
            "found",
            new QueryNfsDatastoreAssociatedWithFileSystemRequest { FileSystemId = "a1-f1", ArrayId = ArrayA },
            new QueryNfsDatastoreAssociatedWithFileSystemRequest { FileSystemId = "none", ArrayId = ArrayA }),
        new("none", _manager, new QueryNfsDatastoreAssociatedWithFileSystemRequest { FileSystemId = "a1-f2", ArrayId = ArrayA }),
        .. OfArray(
            "found",
            new QueryDatastoreCapabilityRequest { Datastore = Datastore(22) },
            new QueryDatastoreCapabilityRequest { Datastore = Datastore(99) }),
        new("unlike extents", _manager, new QueryDatastoreCapabilityRequest { Datastore = Datastore(24) }),
        new("recommended", _manager, Migration(22, 24)),
        new("not recommended", _manager, Migration(22, 23)),
        new("unknown datastore", _manager, Migration(22, 99)) { Fault = "NotFound" },
        new("different providers", _manager, Migration(22, 62)) { Fault = "NoCommonProviderForAllBackings" },
        new("all pairs", _manager, Migrations(22, 23, 24)),
        new("unknown datastore", _manager, Migrations(22, 99)) { Fault = "NotFound" },
        new("all", _manager, new QueryStorageContainerRequest()),
        new("named", _manager, Containers("vvol:b1b1b1b1b1b14fb1-861b3a5a9b21e1b1")),
        new("unknown", _manager, Containers("none")) { Fault = "NotFound" },
        new("all", _manager, new QueryAssociatedBackingStoragePoolRequest()),
        new("of LUNs", _manager, new QueryAssociatedBackingStoragePoolRequest { EntityType = "StorageLun" }),
        new("of a file system", _manager, new QueryAssociatedBackingStoragePoolRequest { EntityId = "a1-f1", EntityType = "StorageFileSystem" }),
        new("unknown entity", _manager, new QueryAssociatedBackingStoragePoolRequest { EntityId = "none", EntityType = "StorageLun" }) { Fault = "NotFound" },
        new("entity without type", _manager, new QueryAssociatedBackingStoragePoolRequest { EntityId = "a1-l1" }) { Fault = "InvalidArgument" },
        new("shared pool", _manager, Mapping(22, 24, 23)),
        new("unknown datastore", _manager, Mapping(99)) { Fault = "NotFound" },
        new("nobody knows the datastore", _manager, Migration(22, 21)) { Fault = "ProviderNotFound" },
        .. NobodyKnows(
            new QueryArrayRequest { ProviderId = [UidB] },
            new QueryProcessorAssociatedWithArrayRequest { ArrayId = ArrayB },
            new QueryPortAssociatedWithArrayRequest { ArrayId = ArrayB },
            new QueryLunAssociatedWithArrayRequest { ArrayId = ArrayB },
            new QueryFileSystemAssociatedWithArrayRequest { ArrayId = ArrayB },
            new QueryPortAssociatedWithLunRequest { Scsi3Id = "b1-l1", ArrayId = ArrayB },
            new QueryLunAssociatedWithPortRequest { PortId = "b1-ct0-fc0", ArrayId = ArrayB },
            new QueryPortAssociatedWithProcessorRequest { ProcessorId = "b1-ct0", ArrayId = ArrayB },
            new QueryArrayAssociatedWithLunRequest { CanonicalName = "naa.624a9370b1000001" },
            new QueryHostAssociatedWithLunRequest { Scsi3Id = "b1-l1", ArrayId = ArrayB },
            new QueryVmfsDatastoreAssociatedWithLunRequest { Scsi3Id = "b1-l1", ArrayId = ArrayB },
            new QueryNfsDatastoreAssociatedWithFileSystemRequest { FileSystemId = "b1-f1", ArrayId = ArrayB },
            new QueryDatastoreCapabilityRequest { Datastore = Datastore(62) },
            Migration(62, 63),
            Migrations(22, 62),
            Containers("vvol:b1b1b1b1b1b14fb1-861b3a5a9b21e1b1"),
            new QueryAssociatedBackingStoragePoolRequest { EntityId = "b1-l1", EntityType = "StorageLun" },
            Mapping(62)),
    ];

    // The sync with the only provider of the array has always failed.
    private static IEnumerable<TwinCase> NobodyKnows(params Request[] requests) => requests.Select(request =>
        new TwinCase("never synced", _manager, request) { Fault = "QueryExecutionFault", Within = ["ProviderSyncFailed"], Lab = NeverSynced });

    private static LabDefinition NeverSynced(LabDefinition lab) => lab with
    {
        Providers = [.. lab.Providers.Select(p => p.Provider.Id != "vasaProvider-3"
            ? p
            : p with { LastSyncOffset = null, Provider = p.Provider with { Status = ProviderStatus.SyncError } })],
    };

    private static IEnumerable<TwinCase> OfArray(string name, Request found, Request notFound) =>
    [
        new(name, _manager, found),
        new("unknown", _manager, notFound) { Fault = "NotFound" },
    ];

    private static ManagedObjectReference Datastore(int number) => new("Datastore", $"datastore-{number}");

    private static QueryDrsMigrationCapabilityForPerformanceRequest Migration(int from, int to) =>
        new() { SrcDatastore = Datastore(from), DstDatastore = Datastore(to) };

    private static QueryDrsMigrationCapabilityForPerformanceExRequest Migrations(params int[] datastores) =>
        new() { Datastore = [.. datastores.Select(Datastore)] };

    private static QueryDatastoreBackingPoolMappingRequest Mapping(params int[] datastores) =>
        new() { Datastore = [.. datastores.Select(Datastore)] };

    private static QueryStorageContainerRequest Containers(params string[] ids) =>
        new() { ContainerSpec = new StorageContainerSpec { ContainerId = ids } };
}
