using VasaSim.Core.Storage;

namespace VasaSim.Storage.Serialization;

/// <summary>A stored entity is of a kind that this version does not know.</summary>
internal sealed class UnknownKindException(EntityKind kind)
    : Exception($"there is an entity of kind {(int)kind}, which this version does not know");
