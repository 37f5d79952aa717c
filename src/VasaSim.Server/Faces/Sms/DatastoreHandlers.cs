using VasaSim.Core;
using VasaSim.Core.Arrays;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Sms.Translation;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Faces.Sms;

/// <summary>Containers and pools, and what providers say of datastores.</summary>
internal static class DatastoreHandlers
{
    private const string LunType = "StorageLun";
    private const string FileSystemType = "StorageFileSystem";

    public static void Register(HandlerTable handlers) => handlers
        .On<QueryStorageContainerRequest>(static (_, request, world) =>
            ContainerQueries.Containers(world, request.ContainerSpec?.ContainerId is { Count: > 0 } ids ? ids : null)
                .ToOutcome(entries => ToWire(entries, world)))
        .On<QueryAssociatedBackingStoragePoolRequest>(static (_, request, world) => QueryPools(request, world))
        .On<QueryDatastoreBackingPoolMappingRequest>(static (_, request, world) =>
            DatastoreBackings.Pools(world, Ids(request.Datastore)).ToOutcome(mappings => mappings.Select(ToWire).ToArray()))
        .On<QueryDatastoreCapabilityRequest>(static (_, request, world) =>
            DatastoreBackings.Capability(world, request.Datastore.Value).ToOutcome(capability => capability?.ToWire()))
        .On<QueryDrsMigrationCapabilityForPerformanceRequest>(static (_, request, world) =>
            MigrationAdvice.Judge(world, request.SrcDatastore.Value, request.DstDatastore.Value).ToOutcome(recommended => recommended))
        .On<QueryDrsMigrationCapabilityForPerformanceExRequest>(static (_, request, world) =>
            MigrationAdvice.JudgeAll(world, Ids(request.Datastore)).ToOutcome(ToWire));

    private static Outcome QueryPools(QueryAssociatedBackingStoragePoolRequest request, World world) => request.EntityType switch
    {
        null when request.EntityId is null => Outcome.Result(PoolQueries.All(world).Select(p => p.ToWire()).ToArray()),
        LunType => PoolQueries.OfLuns(world, request.EntityId).ToOutcome(pools => pools.Select(p => p.ToWire()).ToArray()),
        FileSystemType => PoolQueries.OfFileSystems(world, request.EntityId).ToOutcome(pools => pools.Select(p => p.ToWire()).ToArray()),
        _ => VmodlCall.Invalid("entityType"),
    };

    private static string[] Ids(IReadOnlyList<ManagedObjectReference> datastores) => [.. datastores.Select(d => d.Value)];

    private static StorageContainerResult ToWire(IReadOnlyList<ContainerEntry> entries, World world) => new()
    {
        StorageContainer = [.. entries.Select(e => e.ToWire())],
        ProviderInfo = [.. entries.SelectMany(e => e.Providers).DistinctBy(p => p.Id).OrderBy(p => p.Ordinal).Select(p => p.ToWire(world))],
    };

    private static DatastoreBackingPoolMapping ToWire(PoolMapping mapping) => new()
    {
        Datastore = [.. mapping.Datastores.Select(SmsObjects.Datastore)],
        BackingStoragePool = [.. mapping.Pools.Select(p => p.ToWire())],
    };

    private static DrsMigrationCapabilityResult ToWire(IReadOnlyList<MigrationOpinion> opinions)
    {
        DatastorePair[] Pairs(bool recommended) => [.. opinions
            .Where(o => o.Recommended == recommended)
            .Select(o => new DatastorePair { Datastore1 = SmsObjects.Datastore(o.One), Datastore2 = SmsObjects.Datastore(o.Other) })];
        return new() { RecommendedDatastorePair = Pairs(true), NonRecommendedDatastorePair = Pairs(false) };
    }
}
