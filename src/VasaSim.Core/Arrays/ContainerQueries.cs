using VasaSim.Core.Faults;
using VasaSim.Core.Model;

namespace VasaSim.Core.Arrays;

/// <summary>The storage containers that registered providers report.</summary>
public static class ContainerQueries
{
    /// <summary>
    /// The containers of some ids, or all. A container is there once a provider of one of its arrays has reported it; a
    /// stretched one once the providers of all its arrays have, as documented.
    /// </summary>
    public static Result<IReadOnlyList<ContainerEntry>> Containers(World world, IReadOnlyList<string>? ids)
    {
        ArgumentNullException.ThrowIfNull(world);
        if (ids is null)
        {
            return world.Containers.Where(c => IsReported(world, c)).Select(c => Describe(world, c)).ToArray();
        }

        List<ContainerEntry> found = [];
        foreach (string id in ids.Distinct())
        {
            StorageContainer? container = world.FindContainer(id);
            if (container is null || !IsReported(world, container))
            {
                return container?.Arrays.Select(a => StorageInventory.Array(world, a).Fault).OfType<QueryExecutionFault>().FirstOrDefault()
                    ?? (Fault)new NotFound($"storage container {id}");
            }

            found.Add(Describe(world, container));
        }

        return found;
    }

    private static bool IsReported(World world, StorageContainer container)
    {
        bool Knows(string array) => StorageInventory.Array(world, array).Fault is null;
        return container.Stretched == true ? container.Arrays.All(Knows) : container.Arrays.Any(Knows);
    }

    private static ContainerEntry Describe(World world, StorageContainer container) => new(
        container,
        [.. container.Arrays.SelectMany(a => StorageInventory.ProvidersOf(world, a)).DistinctBy(p => p.Id).OrderBy(p => p.Ordinal)]);
}

/// <summary>A container and the registered providers of its arrays.</summary>
public sealed record ContainerEntry(StorageContainer Container, IReadOnlyList<Provider> Providers);
