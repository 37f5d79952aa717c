using VasaSim.Core;
using VasaSim.Core.Faults;
using VasaSim.Core.Arrays;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Sms.Translation;
using VasaSim.Vmodl.Sms;
using Model = VasaSim.Core.Model;

namespace VasaSim.Server.Faces.Sms;

/// <summary>Arrays and what is built into them.</summary>
internal static class InventoryHandlers
{
    public static void Register(HandlerTable handlers) => handlers
        .On<QueryArrayRequest>(static (_, request, world) => QueryArray(request.ProviderId, world))
        .On<QueryProcessorAssociatedWithArrayRequest>(static (_, request, world) =>
            OfArray(world, request.ArrayId, array => array.Processors.Select(p => p.ToWire()).ToArray()))
        .On<QueryPortAssociatedWithArrayRequest>(static (_, request, world) =>
            OfArray(world, request.ArrayId, array => array.Ports.Select(p => p.ToWire()).ToArray()))
        .On<QueryLunAssociatedWithArrayRequest>(static (_, request, world) =>
            OfArray(world, request.ArrayId, array => Luns(StorageInventory.LunsOf(world, array), world)))
        .On<QueryFileSystemAssociatedWithArrayRequest>(static (_, request, world) =>
            OfArray(world, request.ArrayId, array => array.FileSystems.Select(f => f.ToWire(array)).ToArray()))
        .On<QueryArrayAssociatedWithLunRequest>(static (_, request, world) =>
            StorageInventory.ArrayOfLun(world, request.CanonicalName).ToOutcome(array => array.ToWire(world)))
        .On<QueryPortAssociatedWithProcessorRequest>(static (_, request, world) =>
            StorageInventory.Processor(world, request.ProcessorId, request.ArrayId).ToOutcome(
                processor => processor.Ports.Select(p => p.ToWire()).ToArray()))
        .On<QueryPortAssociatedWithLunRequest>(static (_, request, world) =>
            StorageInventory.Lun(world, request.Scsi3Id, request.ArrayId).ToOutcome(
                lun => world.FindArray(lun.Array)!.Ports.FirstOrDefault(p => p.Id == lun.Port)?.ToWire()))
        .On<QueryLunAssociatedWithPortRequest>(static (_, request, world) =>
            StorageInventory.Port(world, request.PortId, request.ArrayId).ToOutcome(
                port => Luns(world.Luns.Where(l => l.Array == request.ArrayId && l.Port == port.Id), world)))
        .On<QueryHostAssociatedWithLunRequest>(static (_, request, world) =>
            StorageInventory.Lun(world, request.Scsi3Id, request.ArrayId).ToOutcome(
                lun => lun.Hosts.Select(SmsObjects.Host).ToArray()))
        .On<QueryVmfsDatastoreAssociatedWithLunRequest>(static (_, request, world) =>
            StorageInventory.Lun(world, request.Scsi3Id, request.ArrayId).ToOutcome(
                lun => lun.Datastore is { } id ? SmsObjects.Datastore(id) : null))
        .On<QueryNfsDatastoreAssociatedWithFileSystemRequest>(static (_, request, world) =>
            StorageInventory.FileSystem(world, request.FileSystemId, request.ArrayId).ToOutcome(
                system => system.Datastore is { } id ? SmsObjects.Datastore(id) : null));

    private static Outcome QueryArray(IReadOnlyList<string>? uids, World world)
    {
        Result<IReadOnlyList<Model.StorageArray>> found = uids is { Count: > 0 }
            ? StorageInventory.ArraysOf(world, uids)
            : StorageInventory.Arrays(world).ToArray();
        return found.ToOutcome(arrays => arrays.Select(a => a.ToWire(world)).ToArray());
    }

    private static Outcome OfArray(World world, string id, Func<Model.StorageArray, object?> translate) =>
        StorageInventory.Array(world, id).ToOutcome(translate);

    private static StorageLun[] Luns(IEnumerable<Model.StorageLun> luns, World world) => [.. luns.Select(l => l.ToWire(world))];
}
