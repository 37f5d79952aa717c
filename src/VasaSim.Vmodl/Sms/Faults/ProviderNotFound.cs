namespace VasaSim.Vmodl.Sms;

/// <summary>No provider reports the entities asked for.</summary>
[DataObject(Since = "2.0")]
public sealed partial class ProviderNotFound : QueryExecutionFault;
