namespace VasaSim.Vmodl.Sms;

/// <summary>The group is already in the state asked for. Always delivered as a warning.</summary>
[DataObject(Since = "6.5")]
public sealed partial class AlreadyDone : SmsReplicationFault;
