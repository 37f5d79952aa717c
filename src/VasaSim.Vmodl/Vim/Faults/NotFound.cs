namespace VasaSim.Vmodl.Vim;

/// <summary>What was asked for is not there.</summary>
[DataObject(Since = "2.0")]
public sealed partial class NotFound : VimFault;
