using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>A replication operation failed.</summary>
[DataObject(Since = "6.5")]
public partial class SmsReplicationFault : MethodFault;
