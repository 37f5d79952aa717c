using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>A provider could not be registered.</summary>
[DataObject(Since = "2.0")]
public partial class ProviderRegistrationFault : MethodFault;
