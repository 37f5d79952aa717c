using VasaSim.Core.Model;
using VasaSim.Vmodl.Vim;
using Wire = VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Faces.Sms.Translation;

/// <summary>Ids of groups and devices between the world and the wire.</summary>
internal static class IdTranslation
{
    public static GroupId ToCore(this ReplicationGroupId id) => new(id.FaultDomainId.Id, id.DeviceGroupId.Id);

    public static ReplicationGroupId ToWire(this GroupId id) => new()
    {
        FaultDomainId = new FaultDomainId { Id = id.FaultDomain },
        DeviceGroupId = new DeviceGroupId { Id = id.DeviceGroup },
    };

    public static Wire.DeviceId ToWire(this DeviceId device) => device switch
    {
        VVolId d => new Wire.VVolId { Id = d.Id },
        FirstClassDiskId d => new Wire.VasaVirtualDiskId { DiskId = d.DiskId },
        VirtualDiskKey d => new Wire.VirtualDiskKey { VmInstanceUUID = d.VmInstanceUuid, DeviceKey = d.DeviceKey },
        VirtualDiskMoId d => new Wire.VirtualDiskMoId { VcUuid = d.VcUuid, VmMoid = d.VmMoId, DiskKey = d.DiskKey },
        VirtualMachineUuid d => new Wire.VirtualMachineUUID { VmInstanceUUID = d.VmInstanceUuid },
        VirtualMachineFilePath d => new Wire.VirtualMachineFilePath { VcUuid = d.VcUuid, DsUrl = d.DatastoreUrl, VmxPath = d.VmxPath },
        VirtualMachineMoId d => new Wire.VirtualMachineMoId { VcUuid = d.VcUuid, VmMoid = d.VmMoId },
        _ => throw new ArgumentOutOfRangeException(nameof(device), device, "There is no wire type for it."),
    };

    /// <summary>The device; null when only the abstract type was sent, which names none.</summary>
    public static DeviceId? ToCore(this Wire.DeviceId device) => device switch
    {
        Wire.VVolId d => new VVolId(d.Id),
        Wire.VasaVirtualDiskId d => new FirstClassDiskId(d.DiskId),
        Wire.VirtualDiskKey d => new VirtualDiskKey(d.VmInstanceUUID, d.DeviceKey),
        Wire.VirtualDiskMoId d => new VirtualDiskMoId(d.VcUuid, d.VmMoid, d.DiskKey),
        Wire.VirtualMachineUUID d => new VirtualMachineUuid(d.VmInstanceUUID),
        Wire.VirtualMachineFilePath d => new VirtualMachineFilePath(d.VcUuid, d.DsUrl, d.VmxPath),
        Wire.VirtualMachineMoId d => new VirtualMachineMoId(d.VcUuid, d.VmMoid),
        _ => null,
    };
}
