namespace VasaSim.Vmodl.Sms;

/// <summary>The target of the group is not yet there.</summary>
[DataObject(Since = "6.5")]
public sealed partial class NoReplicationTarget : SmsReplicationFault;
