using VasaSim.Core.Faults;
using VasaSim.Core.Model;

namespace VasaSim.Core.Arrays;

/// <summary>What datastores are on: the LUNs and file systems whose arrays the service knows.</summary>
public static class DatastoreBackings
{
    /// <summary>
    /// The capability of a datastore; null when its provider reports none. One whose LUNs are not alike, in how they take
    /// space, has an empty description, as documented.
    /// </summary>
    public static Result<StorageCapability?> Capability(World world, string datastore)
    {
        if (!Of(world, datastore).TryGet(out IReadOnlyList<Backing>? backings, out Fault? fault))
        {
            return fault;
        }

        StorageCapability? capability = world.FindDatastore(datastore)!.Capability;
        bool alike = backings.Select(b => (b.Thin, b.Pool?.Id)).Distinct().Count() <= 1;
        return capability is null || alike ? capability : capability with { Description = "" };
    }

    /// <summary>
    /// The pools of datastores, in the order in which these are named first: datastores with the same pools are told
    /// together, and those without any, too.
    /// </summary>
    public static Result<IReadOnlyList<PoolMapping>> Pools(World world, IReadOnlyList<string> datastores)
    {
        ArgumentNullException.ThrowIfNull(datastores);
        List<(string Datastore, IReadOnlyList<BackingStoragePool> Pools)> found = [];
        foreach (string datastore in datastores.Distinct())
        {
            if (!Of(world, datastore).TryGet(out IReadOnlyList<Backing>? backings, out Fault? fault))
            {
                return fault;
            }

            found.Add((datastore, PoolsOf(backings)));
        }

        return found
            .GroupBy(f => string.Join('\n', f.Pools.Select(p => p.Id)))
            .Select(g => new PoolMapping([.. g.Select(f => f.Datastore)], g.First().Pools))
            .ToArray();
    }

    /// <summary>What a datastore is on, by array and LUN or file system.</summary>
    internal static Result<IReadOnlyList<Backing>> Of(World world, string datastore)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (world.FindDatastore(datastore) is null)
        {
            return new NotFound($"datastore {datastore}");
        }

        List<Backing> backings = [];
        IEnumerable<string> arrays = world.Luns.Where(l => l.Datastore == datastore).Select(l => l.Array)
            .Concat(world.Arrays.Where(a => a.FileSystems.Any(f => f.Datastore == datastore)).Select(a => a.Id))
            .Distinct();
        foreach (string id in arrays)
        {
            if (StorageInventory.Array(world, id).TryGet(out StorageArray? array, out Fault? fault))
            {
                backings.AddRange(On(world, array, datastore));
            }
            else if (fault is QueryExecutionFault)
            {
                return fault;
            }
        }

        return backings;
    }

    private static IEnumerable<Backing> On(World world, StorageArray array, string datastore)
    {
        BackingStoragePool? Pool(string? id) => array.Pools.FirstOrDefault(p => p.Id == id);
        return StorageInventory.LunsOf(world, array)
            .Where(l => l.Datastore == datastore)
            .Select(l => new Backing(array, Pool(l.Pool), l.Thin, l.DrsPermitted))
            .Concat(array.FileSystems
                .Where(f => f.Datastore == datastore)
                .Select(f => new Backing(array, Pool(f.Pool), Thin: f.Pool is not null, DrsPermitted: true)));
    }

    private static BackingStoragePool[] PoolsOf(IReadOnlyList<Backing> backings) =>
        [.. backings.Select(b => b.Pool).OfType<BackingStoragePool>().DistinctBy(p => p.Id)];
}

/// <summary>Datastores that share their pools.</summary>
public sealed record PoolMapping(IReadOnlyList<string> Datastores, IReadOnlyList<BackingStoragePool> Pools);

/// <summary>A LUN or a file system under a datastore.</summary>
/// <param name="Array">The array.</param>
/// <param name="Pool">The pool that its space comes from, if it is known.</param>
/// <param name="Thin">Whether it takes space only as it fills.</param>
/// <param name="DrsPermitted">Whether Storage DRS may move what is on it.</param>
internal sealed record Backing(StorageArray Array, BackingStoragePool? Pool, bool Thin, bool DrsPermitted);
