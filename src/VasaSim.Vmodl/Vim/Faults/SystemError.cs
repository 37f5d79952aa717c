namespace VasaSim.Vmodl.Vim;

/// <summary>Something went wrong inside the server.</summary>
[DataObject(Since = "0.0")]
public sealed partial class SystemError : RuntimeFault
{
    public required string Reason { get; init; }
}
