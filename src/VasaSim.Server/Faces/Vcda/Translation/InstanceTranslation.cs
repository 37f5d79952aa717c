using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Server.Faces.Vcda.Wire;

namespace VasaSim.Server.Faces.Vcda.Translation;

/// <summary>Says instances in the API's words.</summary>
internal static class InstanceTranslation
{
    public static ReplicationInstance ToWire(this ReplicaInstance instance) => new()
    {
        Key = instance.Key,
        SequenceNumber = instance.SequenceNumber,
        Timestamp = instance.Time.ToWire(),
        TransferBytes = instance.TransferBytes,
        TransferSeconds = (long)instance.TransferTime.TotalSeconds,
        QuiescedType = QuiescedOf(instance),
        IsPinned = false,
    };

    public static ReplicationInstanceDetails ToDetails(this ReplicaInstance instance, IEnumerable<CloudDisk> disks) => new()
    {
        Key = instance.Key,
        SequenceNumber = instance.SequenceNumber,
        Timestamp = instance.Time.ToWire(),
        TransferBytes = instance.TransferBytes,
        TransferSeconds = (long)instance.TransferTime.TotalSeconds,
        QuiescedType = QuiescedOf(instance),
        IsPinned = false,
        DisksInfo = [.. disks.Select(d => new InstanceDisk(d.Key))],
    };

    private static QuiescedKind QuiescedOf(ReplicaInstance instance) => instance.Quiesced ? QuiescedKind.FileSystem : QuiescedKind.None;
}
