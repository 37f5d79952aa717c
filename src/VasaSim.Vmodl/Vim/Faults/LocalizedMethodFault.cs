namespace VasaSim.Vmodl.Vim;

/// <summary>A fault as part of other data. In JSON only the fault itself is written.</summary>
[DataObject(Since = "0.0")]
public sealed partial class LocalizedMethodFault : DataObject
{
    public required MethodFault Fault { get; init; }

    /// <summary>What happened, in the caller's language. Optional by type, but clients show nothing else.</summary>
    public string? LocalizedMessage { get; init; }
}
