namespace VasaSim.Vmodl.Vim;

/// <summary>The root of all faults. A fault is data: it is returned, or part of a result, and never thrown.</summary>
[DataObject(Since = "0.0")]
public partial class MethodFault : DataObject
{
    /// <summary>The fault that led to this one.</summary>
    [Property(Since = "4.0")]
    public LocalizedMethodFault? FaultCause { get; init; }

    [Property(Since = "4.0")]
    public IReadOnlyList<LocalizableMessage>? FaultMessage { get; init; }
}
