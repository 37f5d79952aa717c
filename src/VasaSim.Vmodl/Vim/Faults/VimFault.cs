namespace VasaSim.Vmodl.Vim;

/// <summary>The base of faults of the vSphere API that a caller is expected to handle.</summary>
[DataObject(Since = "2.0")]
public partial class VimFault : MethodFault;
