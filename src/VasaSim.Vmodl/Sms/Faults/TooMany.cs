using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>The input has more entries than the provider takes in one call.</summary>
[DataObject(Since = "6.5")]
public sealed partial class TooMany : MethodFault
{
    /// <summary>Clients assume 1 when it is zero, less or unset.</summary>
    public long? MaxBatchSize { get; init; }
}
