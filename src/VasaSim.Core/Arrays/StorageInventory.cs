using VasaSim.Core.Faults;
using VasaSim.Core.Model;

namespace VasaSim.Core.Arrays;

/// <summary>
/// What the Storage Monitoring Service knows of arrays: what their registered providers told it at the last sync. It
/// answers from that memory, so a provider that is silent now still has its arrays here. One that never synced has
/// none; asking for them is an error where a sync failed.
/// </summary>
public static class StorageInventory
{
    /// <summary>All arrays, in lab order.</summary>
    public static IEnumerable<StorageArray> Arrays(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        return world.Arrays.Where(a => Array(world, a.Id).Fault is null);
    }

    /// <summary>The arrays of some providers, by their uids; each array once.</summary>
    public static Result<IReadOnlyList<StorageArray>> ArraysOf(World world, IReadOnlyList<string> uids)
    {
        ArgumentNullException.ThrowIfNull(world);
        HashSet<string> ids = [];
        foreach (string uid in uids)
        {
            if (world.Providers.FirstOrDefault(p => p.Uid == uid) is not { } provider)
            {
                return new NotFound($"provider {uid}");
            }

            if (Refusal([provider]) is QueryExecutionFault refusal)
            {
                return refusal;
            }

            ids.UnionWith(provider.ArrayIndependent ? [] : provider.Arrays.Select(a => a.ArrayId));
        }

        return Arrays(world).Where(a => ids.Contains(a.Id)).ToArray();
    }

    /// <summary>The array of an id.</summary>
    public static Result<StorageArray> Array(World world, string id)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (world.FindArray(id) is not { } array)
        {
            return new NotFound($"array {id}");
        }

        return Refusal(ProvidersOf(world, id)) is { } refusal ? refusal is NotFound ? new NotFound($"array {id}") : refusal : array;
    }

    /// <summary>The LUN of an id, which must be on the array.</summary>
    public static Result<StorageLun> Lun(World world, string id, string arrayId) =>
        Part(world, arrayId, _ => world.FindLun(id) is { } lun && lun.Array == arrayId ? lun : null, $"LUN {id}");

    /// <summary>A port of the array.</summary>
    public static Result<StoragePort> Port(World world, string id, string arrayId) =>
        Part(world, arrayId, array => array.Ports.FirstOrDefault(p => p.Id == id), $"port {id}");

    /// <summary>A processor of the array.</summary>
    public static Result<StorageProcessor> Processor(World world, string id, string arrayId) =>
        Part(world, arrayId, array => array.Processors.FirstOrDefault(p => p.Id == id), $"processor {id}");

    /// <summary>A file system of the array.</summary>
    public static Result<StorageFileSystem> FileSystem(World world, string id, string arrayId) =>
        Part(world, arrayId, array => array.FileSystems.FirstOrDefault(f => f.Id == id), $"file system {id}");

    /// <summary>The LUNs of an array.</summary>
    public static IEnumerable<StorageLun> LunsOf(World world, StorageArray array)
    {
        ArgumentNullException.ThrowIfNull(world);
        return world.Luns.Where(l => l.Array == array.Id);
    }

    /// <summary>The array that has the LUN which hosts see by this name.</summary>
    public static Result<StorageArray> ArrayOfLun(World world, string canonicalName)
    {
        ArgumentNullException.ThrowIfNull(world);
        return world.Luns.FirstOrDefault(l => l.CanonicalName == canonicalName) is { } lun
            ? Array(world, lun.Array)
            : new NotFound($"LUN {canonicalName}");
    }

    /// <summary>The providers that manage an array, in lab order, whether they answer or not.</summary>
    internal static Provider[] ProvidersOf(World world, string arrayId) =>
        [.. world.ProviderIndex.OfArray(arrayId).Where(p => !p.ArrayIndependent).OrderBy(p => p.Ordinal)];

    // Why nothing is known of what these providers manage, or null when something is.
    private static Fault? Refusal(IReadOnlyList<Provider> providers) =>
        providers.Any(p => p.LastSync is not null) ? null
        : providers.Any(p => p.Status == ProviderStatus.SyncError) ? new QueryExecutionFault(new ProviderSyncFailed())
        : new NotFound("");

    private static Result<T> Part<T>(World world, string arrayId, Func<StorageArray, T?> find, string what)
        where T : class =>
        !Array(world, arrayId).TryGet(out StorageArray? array, out Fault? fault) ? fault
        : find(array) is { } part ? part
        : new NotFound($"{what} on array {arrayId}");
}
