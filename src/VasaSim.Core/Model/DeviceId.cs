using System.Text.Json.Serialization;

namespace VasaSim.Core.Model;

/// <summary>Names a replicated device: a virtual volume, a disk or a whole virtual machine.</summary>
[JsonDerivedType(typeof(VVolId), "vvol")]
[JsonDerivedType(typeof(FirstClassDiskId), "fcd")]
[JsonDerivedType(typeof(VirtualDiskKey), "diskKey")]
[JsonDerivedType(typeof(VirtualDiskMoId), "diskMoId")]
[JsonDerivedType(typeof(VirtualMachineUuid), "vmUuid")]
[JsonDerivedType(typeof(VirtualMachineFilePath), "vmPath")]
[JsonDerivedType(typeof(VirtualMachineMoId), "vmMoId")]
public abstract record DeviceId;

/// <summary>A virtual volume, by the id that the arrays use.</summary>
public sealed record VVolId(string Id) : DeviceId;

/// <summary>A first-class disk.</summary>
public sealed record FirstClassDiskId(string DiskId) : DeviceId;

/// <summary>A disk of a virtual machine: the machine's instance UUID and the device key, which never changes.</summary>
public sealed record VirtualDiskKey(string VmInstanceUuid, int DeviceKey) : DeviceId;

/// <summary>A disk of a virtual machine by managed object id.</summary>
public sealed record VirtualDiskMoId(string? VcUuid, string VmMoId, string DiskKey) : DeviceId;

/// <summary>A virtual machine by instance UUID.</summary>
public sealed record VirtualMachineUuid(string VmInstanceUuid) : DeviceId;

/// <summary>A virtual machine by the path of its configuration file.</summary>
public sealed record VirtualMachineFilePath(string? VcUuid, string DatastoreUrl, string VmxPath) : DeviceId;

/// <summary>A virtual machine by managed object id.</summary>
public sealed record VirtualMachineMoId(string? VcUuid, string VmMoId) : DeviceId;
