namespace VasaSim.Vmodl.Vim;

/// <summary>The base of faults about access.</summary>
[DataObject(Since = "0.0")]
public partial class SecurityError : RuntimeFault;
