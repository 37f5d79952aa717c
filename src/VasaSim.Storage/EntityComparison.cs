using VasaSim.Core.Storage;
using VasaSim.Storage.Serialization;

namespace VasaSim.Storage;

/// <summary>Compares entities by what a store keeps of them, lists and all.</summary>
public static class EntityComparison
{
    /// <summary>Whether two entities of the same key would be stored as the same bytes.</summary>
    public static bool HaveSameContent(Entity one, Entity other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        using EntitySerializer serializer = new();
        byte[] first = serializer.Write(one.Key.Kind, one).ToArray();
        return one.Key == other.Key && serializer.Write(other.Key.Kind, other).SequenceEqual(first);
    }
}
