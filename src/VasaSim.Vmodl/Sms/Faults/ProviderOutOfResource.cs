using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>The provider ran out of an internal resource.</summary>
[DataObject(Since = "6.5")]
public sealed partial class ProviderOutOfResource : MethodFault;
