namespace VasaSim.Vmodl.Vim;

/// <summary>The request was cancelled.</summary>
[DataObject(Since = "0.0")]
public sealed partial class RequestCanceled : RuntimeFault;
