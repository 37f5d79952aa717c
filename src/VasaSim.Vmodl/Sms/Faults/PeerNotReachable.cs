namespace VasaSim.Vmodl.Sms;

/// <summary>The other site cannot be reached.</summary>
[DataObject(Since = "6.5")]
public sealed partial class PeerNotReachable : SmsReplicationFault;
