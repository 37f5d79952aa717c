namespace VasaSim.Vmodl.Vim;

/// <summary>The resource is in use.</summary>
[DataObject(Since = "2.0")]
public partial class ResourceInUse : VimFault
{
    public string? Type { get; init; }

    public string? Name { get; init; }
}
