namespace VasaSim.Vmodl.Sms;

/// <summary>The datastores belong to different providers.</summary>
[DataObject(Since = "2.0")]
public sealed partial class NoCommonProviderForAllBackings : QueryExecutionFault;
