namespace VasaSim.Vmodl.Sms;

/// <summary>An inventory object by id and kind. Deprecated since 4.0, used by no method.</summary>
[DataObject(Since = "1.0")]
public sealed partial class EntityReference : DataObject
{
    public required string Id { get; init; }

    public EntityReferenceEntityType? Type { get; init; }
}
