namespace VasaSim.Vmodl.Vim;

/// <summary>The version of the property collector is unknown.</summary>
[DataObject(Since = "1.0")]
public sealed partial class InvalidCollectorVersion : MethodFault;
