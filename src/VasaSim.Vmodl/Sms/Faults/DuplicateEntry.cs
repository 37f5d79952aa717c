using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>An entry occurs more than once in the input.</summary>
[DataObject(Since = "6.5")]
public sealed partial class DuplicateEntry : MethodFault;
