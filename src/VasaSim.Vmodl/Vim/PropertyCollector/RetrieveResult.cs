namespace VasaSim.Vmodl.Vim;

/// <summary>One page of objects.</summary>
[DataObject(Since = "4.1")]
public sealed partial class RetrieveResult : DataObject
{
    public string? Token { get; init; }

    public required IReadOnlyList<ObjectContent> Objects { get; init; }
}
