using VasaSim.Core.Model;
using VasaSim.Vmodl.Vim;
using Sms = VasaSim.Vmodl.Sms;

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

    public static Sms.DeviceId ToWire(this DeviceId device) => device switch
    {
        VVolId d => new Sms.VVolId { Id = d.Id },
        FirstClassDiskId d => new Sms.VasaVirtualDiskId { DiskId = d.DiskId },
        VirtualDiskKey d => new Sms.VirtualDiskKey { VmInstanceUUID = d.VmInstanceUuid, DeviceKey = d.DeviceKey },
        VirtualDiskMoId d => new Sms.VirtualDiskMoId { VcUuid = d.VcUuid, VmMoid = d.VmMoId, DiskKey = d.DiskKey },
        VirtualMachineUuid d => new Sms.VirtualMachineUUID { VmInstanceUUID = d.VmInstanceUuid },
        VirtualMachineFilePath d => new Sms.VirtualMachineFilePath { VcUuid = d.VcUuid, DsUrl = d.DatastoreUrl, VmxPath = d.VmxPath },
        VirtualMachineMoId d => new Sms.VirtualMachineMoId { VcUuid = d.VcUuid, VmMoid = d.VmMoId },
        _ => throw new ArgumentOutOfRangeException(nameof(device), device, "There is no wire type for it."),
    };

    /// <summary>The device; null when only the abstract type was sent, which names none.</summary>
    public static DeviceId? ToCore(this Sms.DeviceId device) => device switch
    {
        Sms.VVolId d => new VVolId(d.Id),
        Sms.VasaVirtualDiskId d => new FirstClassDiskId(d.DiskId),
        Sms.VirtualDiskKey d => new VirtualDiskKey(d.VmInstanceUUID, d.DeviceKey),
        Sms.VirtualDiskMoId d => new VirtualDiskMoId(d.VcUuid, d.VmMoid, d.DiskKey),
        Sms.VirtualMachineUUID d => new VirtualMachineUuid(d.VmInstanceUUID),
        Sms.VirtualMachineFilePath d => new VirtualMachineFilePath(d.VcUuid, d.DsUrl, d.VmxPath),
        Sms.VirtualMachineMoId d => new VirtualMachineMoId(d.VcUuid, d.VmMoid),
        _ => null,
    };
}
