using VasaSim.Core.Faults;
using VasaSim.Core.Model;

namespace VasaSim.Core.Arrays;

/// <summary>
/// Whether a provider recommends that Storage DRS moves machines between two datastores for the sake of performance. The
/// documents leave the judgement to the provider; this one recommends a move between datastores of the same kind, each
/// with a backing that Storage DRS may move things off, and has no opinion where a datastore's pools are not known.
/// </summary>
public static class MigrationAdvice
{
    /// <summary>Judges one move.</summary>
    /// <returns>
    /// Whether it is recommended; ProviderNotFound when nobody knows what a datastore is on, and
    /// NoCommonProviderForAllBackings when nobody manages both.
    /// </returns>
    public static Result<bool> Judge(World world, string from, string to)
    {
        if (!DatastoreBackings.Of(world, from).TryGet(out IReadOnlyList<Backing>? source, out Fault? fault)
            || !DatastoreBackings.Of(world, to).TryGet(out IReadOnlyList<Backing>? target, out fault))
        {
            return fault;
        }

        if (source.Count == 0 || target.Count == 0)
        {
            return new ProviderNotFound();
        }

        bool common = source.Concat(target)
            .Select(b => StorageInventory.ProvidersOf(world, b.Array.Id).Select(p => p.Id))
            .Aggregate((all, one) => all.Intersect(one))
            .Any();
        return common
            ? world.FindDatastore(from)!.Type == world.FindDatastore(to)!.Type
                && source.Any(b => b.DrsPermitted) && target.Any(b => b.DrsPermitted)
            : new NoCommonProviderForAllBackings();
    }

    /// <summary>Judges all moves among some datastores, leaving out those that nobody has an opinion of.</summary>
    public static Result<IReadOnlyList<MigrationOpinion>> JudgeAll(World world, IReadOnlyList<string> datastores)
    {
        string[] distinct = [.. datastores.Distinct()];
        foreach (string datastore in distinct)
        {
            if (DatastoreBackings.Of(world, datastore).Fault is { } fault)
            {
                return fault;
            }
        }

        List<MigrationOpinion> opinions = [];
        for (int i = 0; i < distinct.Length; i++)
        {
            for (int j = i + 1; j < distinct.Length; j++)
            {
                if (HasPools(world, distinct[i]) && HasPools(world, distinct[j])
                    && Judge(world, distinct[i], distinct[j]).TryGet(out bool recommended, out _))
                {
                    opinions.Add(new(distinct[i], distinct[j], recommended));
                }
            }
        }

        return opinions;
    }

    private static bool HasPools(World world, string datastore) =>
        DatastoreBackings.Of(world, datastore).Value.Any(b => b.Pool is not null);
}

/// <summary>What a provider thinks of moves between two datastores.</summary>
public sealed record MigrationOpinion(string One, string Other, bool Recommended);
