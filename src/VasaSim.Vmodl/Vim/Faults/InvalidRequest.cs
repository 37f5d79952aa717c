namespace VasaSim.Vmodl.Vim;

/// <summary>The request is malformed.</summary>
[DataObject(Since = "0.0")]
public partial class InvalidRequest : RuntimeFault;
