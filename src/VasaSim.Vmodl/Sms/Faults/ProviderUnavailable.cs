using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>The provider is offline for now; the client should wait and retry.</summary>
[DataObject(Since = "6.5")]
public sealed partial class ProviderUnavailable : MethodFault;
