namespace VasaSim.Vmodl.Vim;

/// <summary>The operation is not supported here.</summary>
[DataObject(Since = "0.0")]
public sealed partial class NotSupported : RuntimeFault;
