using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>The storage policy does not fit.</summary>
[DataObject(Since = "6.5")]
public sealed partial class InvalidProfile : MethodFault;
