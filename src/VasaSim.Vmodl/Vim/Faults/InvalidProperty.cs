namespace VasaSim.Vmodl.Vim;

/// <summary>The property does not exist.</summary>
[DataObject(Since = "1.0")]
public sealed partial class InvalidProperty : MethodFault
{
    public required string Name { get; init; }
}
