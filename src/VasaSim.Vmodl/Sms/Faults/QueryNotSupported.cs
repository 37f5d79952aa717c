using VasaSim.Vmodl.Vim;

namespace VasaSim.Vmodl.Sms;

/// <summary>The combination of entity types cannot be queried. From the query interface of version 1.0.</summary>
[DataObject(Since = "1.0")]
public sealed partial class QueryNotSupported : InvalidArgument
{
    public EntityReferenceEntityType? EntityType { get; init; }

    public required EntityReferenceEntityType RelatedEntityType { get; init; }
}
