namespace VasaSim.Vmodl.Vim;

/// <summary>A host could not be reached.</summary>
[DataObject(Since = "0.0")]
public sealed partial class HostCommunication : RuntimeFault;
