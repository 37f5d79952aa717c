namespace VasaSim.Vmodl.Sms;

/// <summary>The identity of a device in a replication group; one of the derived types is used.</summary>
[DataObject(Since = "6.5")]
public partial class DeviceId : DataObject;
