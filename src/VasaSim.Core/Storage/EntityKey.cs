namespace VasaSim.Core.Storage;

/// <summary>The key of an entity: unique within its kind.</summary>
public readonly record struct EntityKey(EntityKind Kind, string Id);
