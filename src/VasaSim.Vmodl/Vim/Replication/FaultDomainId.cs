namespace VasaSim.Vmodl.Vim;

/// <summary>A fault domain: storage that fails together. Globally unique.</summary>
[DataObject(Since = "6.5")]
public partial class FaultDomainId : DataObject
{
    public required string Id { get; init; }
}
