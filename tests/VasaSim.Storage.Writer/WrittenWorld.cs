using VasaSim.Core.Model;
using VasaSim.Core.Storage;

namespace VasaSim.Storage.Writer;

/// <summary>The world that the writer writes: from its revision follows everything that must be in it.</summary>
public static class WrittenWorld
{
    /// <summary>One commit: a host of its own, and two entities that all commits share and that must always agree.</summary>
    public static WorldChanges Change(long revision) => new()
    {
        Revision = revision,
        Changes = [.. Shared(revision).Append(Host(revision)).Select(entity => new EntityChange(entity.Key, entity))],
    };

    /// <summary>Everything that is there at a revision.</summary>
    public static IEnumerable<Entity> At(long revision)
    {
        for (long i = 1; i <= revision; i++)
            yield return Host(i);
        if (revision == 0)
            yield break;
        foreach (Entity entity in Shared(revision))
            yield return entity;
    }

    private static Entity[] Shared(long revision) =>
    [
        new Counters { Tasks = revision, Replicas = revision, Groups = revision },
        new Site { Id = "site", VCenter = $"vcenter-{revision}", Ordinal = 1 },
    ];

    private static Host Host(long number) => new() { Id = $"host-{number}", Name = $"esx-{number}", Site = "site", Ordinal = 1 };
}
