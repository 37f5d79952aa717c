namespace VasaSim.Vmodl.Vim;

/// <summary>A property that could not be read, and why.</summary>
[DataObject(Since = "1.0")]
public sealed partial class MissingProperty : DataObject
{
    public required string Path { get; init; }

    public required LocalizedMethodFault Fault { get; init; }
}
