namespace VasaSim.Vmodl.Vim;

/// <summary>The operation took too long.</summary>
[DataObject(Since = "2.0")]
public sealed partial class Timedout : VimFault;
