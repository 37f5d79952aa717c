using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>The provider is busy; the client should retry.</summary>
[DataObject(Since = "6.5")]
public sealed partial class ProviderBusy : MethodFault;
