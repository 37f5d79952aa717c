namespace VasaSim.Vmodl.Vim;

/// <summary>The object has no such method.</summary>
[DataObject(Since = "0.0")]
public sealed partial class MethodNotFound : InvalidRequest
{
    public required ManagedObjectReference Receiver { get; init; }

    public required string Method { get; init; }
}
