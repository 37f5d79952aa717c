namespace VasaSim.Vmodl.Vim;

/// <summary>Something of that name is already there.</summary>
[DataObject(Since = "2.0")]
public sealed partial class AlreadyExists : VimFault
{
    public string? Name { get; init; }
}
