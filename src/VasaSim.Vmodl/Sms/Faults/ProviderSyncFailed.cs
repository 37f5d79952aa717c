using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>A provider could not be synchronised.</summary>
[DataObject(Since = "1.0")]
public partial class ProviderSyncFailed : MethodFault;
