using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>Only one sort order is possible. From the query interface of version 1.0.</summary>
[DataObject(Since = "1.0")]
public sealed partial class MultipleSortSpecsNotSupported : InvalidArgument;
