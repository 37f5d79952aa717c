namespace VasaSim.Vmodl.Vim;

/// <summary>The root of the faults that any method may raise without declaring them.</summary>
[DataObject(Since = "0.0")]
public partial class RuntimeFault : MethodFault;
