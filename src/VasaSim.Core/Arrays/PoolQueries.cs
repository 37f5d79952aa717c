using VasaSim.Core.Faults;
using VasaSim.Core.Model;

namespace VasaSim.Core.Arrays;

/// <summary>The pools that things take their space from.</summary>
public static class PoolQueries
{
    /// <summary>All pools that the service knows.</summary>
    public static IReadOnlyList<BackingStoragePool> All(World world) =>
        [.. StorageInventory.Arrays(world).SelectMany(a => a.Pools)];

    /// <summary>The pools of one LUN, or of all LUNs.</summary>
    public static Result<IReadOnlyList<BackingStoragePool>> OfLuns(World world, string? id) => Of(
        world, id, "LUN", array => StorageInventory.LunsOf(world, array).Select(l => (l.Id, l.Pool)));

    /// <summary>The pools of one file system, or of all.</summary>
    public static Result<IReadOnlyList<BackingStoragePool>> OfFileSystems(World world, string? id) => Of(
        world, id, "file system", array => array.FileSystems.Select(f => (f.Id, f.Pool)));

    private static Result<IReadOnlyList<BackingStoragePool>> Of(
        World world, string? id, string what, Func<StorageArray, IEnumerable<(string Id, string? Pool)>> entities)
    {
        ArgumentNullException.ThrowIfNull(world);
        StorageArray[] arrays = [.. StorageInventory.Arrays(world)];
        if (id is not null && !arrays.SelectMany(entities).Any(e => e.Id == id))
        {
            // It may be on an array whose provider could never be synced with.
            return world.Arrays.FirstOrDefault(a => entities(a).Any(e => e.Id == id)) is { } owner
                && StorageInventory.Array(world, owner.Id).Fault is QueryExecutionFault fault
                ? fault
                : new NotFound($"{what} {id}");
        }

        return arrays
            .SelectMany(a => a.Pools.Where(p => entities(a).Any(e => e.Pool == p.Id && (id is null || e.Id == id))))
            .ToArray();
    }
}
