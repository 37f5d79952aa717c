using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>A query failed.</summary>
[DataObject(Since = "1.0")]
public partial class QueryExecutionFault : MethodFault;
