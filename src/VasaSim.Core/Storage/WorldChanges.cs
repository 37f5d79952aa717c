namespace VasaSim.Core.Storage;

/// <summary>What one command changed, to be committed as a whole or not at all.</summary>
public sealed record WorldChanges
{
    /// <summary>
    /// The world's revision after this change; one higher than the change before it. A store that several
    /// processes share refuses a change whose predecessor it has not seen.
    /// </summary>
    public required long Revision { get; init; }

    /// <summary>True when everything stored before is to be forgotten first: a new or reset world.</summary>
    public bool ReplacesAll { get; init; }

    /// <summary>The new values, and null for what was deleted; at most one per key.</summary>
    public required IReadOnlyList<EntityChange> Changes { get; init; }
}

/// <summary>The new value of an entity, or null when it was deleted.</summary>
public readonly record struct EntityChange(EntityKey Key, Entity? Value);
