namespace VasaSim.Vmodl.Sms;

/// <summary>A virtual machine as a device; one of the derived types is used.</summary>
[DataObject(Since = "6.5")]
public partial class VirtualMachineId : DeviceId;
