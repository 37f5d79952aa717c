using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>A provider could not be unregistered.</summary>
[DataObject(Since = "2.0")]
public sealed partial class ProviderUnregistrationFault : MethodFault;
