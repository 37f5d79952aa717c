using VasaSim.Core.Model;
using VasaSim.Core.Storage;

namespace VasaSim.Storage.Tests.Support;

/// <summary>Small changes, and what to compare.</summary>
internal static class Worlds
{
    public static Host Host(int number, string name = "esx") => new() { Id = $"host-{number}", Name = name, Site = "site-a", Ordinal = number };

    public static Counters Counters(long tasks) => new() { Tasks = tasks };

    public static WorldChanges Put(long revision, params IEnumerable<Entity> entities) =>
        new() { Revision = revision, Changes = [.. entities.Select(entity => new EntityChange(entity.Key, entity))] };

    public static WorldChanges Delete(long revision, params IEnumerable<EntityKey> keys) =>
        new() { Revision = revision, Changes = [.. keys.Select(key => new EntityChange(key, null))] };

    public static WorldChanges Replace(long revision, params IEnumerable<Entity> entities) => Put(revision, entities) with { ReplacesAll = true };

    public static void AssertHolds(StoredWorld world, long revision, params IEnumerable<Entity> entities)
    {
        Assert.Equal(revision, world.Revision);
        Assert.Equal(
            entities.Select(Structure.Describe).Order(StringComparer.Ordinal),
            world.Entities.Select(Structure.Describe).Order(StringComparer.Ordinal));
    }
}
