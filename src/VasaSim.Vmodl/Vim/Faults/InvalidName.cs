namespace VasaSim.Vmodl.Vim;

/// <summary>The name is not allowed.</summary>
[DataObject(Since = "2.0")]
public sealed partial class InvalidName : VimFault
{
    public required string Name { get; init; }

    [RefersTo("ManagedEntity")]
    public ManagedObjectReference? Entity { get; init; }
}
