using System.Globalization;
using VasaSim.Core;
using VasaSim.Core.Arrays;
using VasaSim.Core.Model;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;
using Wire = VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Faces.Sms.Translation;

/// <summary>Says what the service knows of arrays and of what is on them.</summary>
internal static class InventoryTranslation
{
    public static Wire.StorageArray ToWire(this Core.Model.StorageArray array, World world) => new()
    {
        Name = array.Name,
        Uuid = array.Id,
        VendorId = array.Vendor,
        ModelId = array.Model,
        Firmware = array.Firmware,
        AlternateName = array.AlternateNames,
        SupportedBlockInterface = array.BlockInterfaces,
        SupportedFileSystemInterface = array.FileSystemInterfaces,
        SupportedProfile = array.Profiles,
        Priority = world.Providers.SelectMany(p => p.Arrays).FirstOrDefault(a => a.ArrayId == array.Id)?.Priority,
        DiscoverySvc = [.. array.DiscoveryServices.Select(ToWire)],
    };

    public static Wire.StorageProcessor ToWire(this Core.Model.StorageProcessor processor) => new() { Uuid = processor.Id };

    public static Wire.StoragePort ToWire(this Core.Model.StoragePort port) => port.Kind switch
    {
        PortKind.Fc => new FcStoragePort
        {
            Uuid = port.Id, Type = BlockDeviceInterface.Fc.ToText(), PortWwn = port.Name, NodeWwn = port.NodeName ?? "",
        },
        PortKind.Fcoe => new FcoeStoragePort
        {
            Uuid = port.Id, Type = BlockDeviceInterface.Fcoe.ToText(), PortWwn = port.Name, NodeWwn = port.NodeName ?? "",
        },
        PortKind.Iscsi => new IscsiStoragePort { Uuid = port.Id, Type = BlockDeviceInterface.Iscsi.ToText(), Identifier = port.Name },
        _ => throw new ArgumentOutOfRangeException(nameof(port)),
    };

    public static Wire.StorageLun ToWire(this Core.Model.StorageLun lun, World world) => new()
    {
        Uuid = lun.Id,
        VSphereLunIdentifier = lun.CanonicalName,
        VendorDisplayName = lun.DisplayName,
        CapacityInMB = lun.CapacityInMB,
        UsedSpaceInMB = lun.UsedInMB,
        LunThinProvisioned = lun.Thin,
        DrsManagementPermitted = lun.DrsPermitted,
        ThinProvisioningStatus = SpaceLaw.Of(lun).ToWire(),
        BackingConfig = Config(world.FindArray(lun.Array), lun.Pool),
    };

    public static Wire.StorageFileSystem ToWire(this Core.Model.StorageFileSystem system, Core.Model.StorageArray array) => new()
    {
        Uuid = system.Id,
        Info = [new StorageFileSystemInfo { FileServerName = system.Server, FileSystemPath = system.Path, IpAddress = system.IpAddress }],
        NativeSnapshotSupported = system.SnapshotsSupported,
        ThinProvisioningStatus = SpaceLaw.Of(system, array).ToWire(),
        Type = FileSystemInterface.Nfs.ToText(),
        Version = FileSystemInterfaceVersion.NfsV3.ToText(),
        BackingConfig = Config(array, system.Pool),
    };

    public static Wire.BackingStoragePool ToWire(this Core.Model.BackingStoragePool pool) => new()
    {
        Uuid = pool.Id,
        Type = (pool.Kind switch
        {
            PoolKind.Thin => BackingStoragePoolType.ThinProvisioningPool,
            PoolKind.Deduplication => BackingStoragePoolType.DeduplicationPool,
            _ => BackingStoragePoolType.ThinAndDeduplicationCombinedPool,
        }).ToText(),
        CapacityInMB = pool.CapacityInMB,
        UsedSpaceInMB = pool.UsedInMB,
    };

    public static Wire.StorageContainer ToWire(this ContainerEntry entry) => new()
    {
        Uuid = entry.Container.Id,
        Name = entry.Container.Name,
        MaxVvolSizeInMB = entry.Container.MaxVvolSizeInMB,
        ProviderId = [.. entry.Providers.Select(p => p.Uid)],
        ArrayId = entry.Container.Arrays,
        VvolContainerType = entry.Container.Type,
        Stretched = entry.Container.Stretched,
    };

    public static Wire.StorageCapability ToWire(this Core.Model.StorageCapability capability) => new()
    {
        Uuid = capability.Id,
        Name = capability.Name,
        Description = capability.Description,
    };

    private static string ToWire(this SpaceStatus status) => (status switch
    {
        SpaceStatus.Red => ThinProvisioningStatus.Red,
        SpaceStatus.Yellow => ThinProvisioningStatus.Yellow,
        _ => ThinProvisioningStatus.Green,
    }).ToText();

    // What a pool saves space by, said of what takes its space from it.
    private static BackingConfig? Config(Core.Model.StorageArray? array, string? pool) =>
        array?.Pools.FirstOrDefault(p => p.Id == pool) is { } found
            ? new BackingConfig
            {
                ThinProvisionBackingIdentifier = found.Kind is PoolKind.Deduplication ? null : found.Id,
                DeduplicationBackingIdentifier = found.Kind is PoolKind.Thin ? null : found.Id,
            }
            : null;

    private static VASAStorageArrayDiscoverySvcInfo ToWire(DiscoveryService service) => new()
    {
        PortType = service.PortType,
        SvcNqn = service.Nqn,
        IpInfo = new VASAStorageArrayDiscoveryIpTransport
        {
            IpAddress = service.IpAddress,
            PortNumber = service.Port?.ToString(CultureInfo.InvariantCulture),
        },
    };
}
