using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>The provider does not support what was asked.</summary>
[DataObject(Since = "6.5")]
public sealed partial class NotSupportedByProvider : MethodFault;
