using System.Text.Json.Serialization;

namespace VasaSim.Core.Storage;

/// <summary>
/// One immutable piece of the world that is stored and changed as a whole. A change makes a new value with the
/// same key. Values may be read from any thread.
/// </summary>
public abstract record Entity
{
    /// <summary>Where the entity is kept.</summary>
    [JsonIgnore]
    public abstract EntityKey Key { get; }
}
