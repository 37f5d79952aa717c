namespace VasaSim.Vmodl.Vim;

/// <summary>The method is not implemented.</summary>
[DataObject(Since = "0.0")]
public sealed partial class NotImplemented : RuntimeFault;
