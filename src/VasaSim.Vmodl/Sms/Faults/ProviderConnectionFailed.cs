using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>The provider could not be connected to.</summary>
[DataObject(Since = "2.0")]
public sealed partial class ProviderConnectionFailed : RuntimeFault;
