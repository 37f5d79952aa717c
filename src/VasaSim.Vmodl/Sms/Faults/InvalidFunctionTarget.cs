namespace VasaSim.Vmodl.Sms;

/// <summary>The operation was called at the wrong end of the replication.</summary>
[DataObject(Since = "6.5")]
public sealed partial class InvalidFunctionTarget : SmsReplicationFault;
