using VasaSim.Core.Tasks;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Vim;
using Wire = VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Faces.Sms.Translation;

/// <summary>Says what became of the groups of a task.</summary>
internal static class OutcomeTranslation
{
    /// <summary>The result of a task: a boxed list with one entry for each group.</summary>
    public static VmodlArray ToWire(this IReadOnlyList<GroupOutcome?> outcomes) =>
        VmodlArray.Of<Wire.GroupOperationResult>([.. outcomes.Select(o => ToWire(o!))]);

    private static Wire.GroupOperationResult ToWire(GroupOutcome outcome)
    {
        ReplicationGroupId id = outcome.Group.ToWire();
        IReadOnlyList<LocalizedMethodFault>? warning = outcome.Warnings.ToLocalized();
        return outcome switch
        {
            GroupFailed o => new Wire.GroupErrorResult { GroupId = id, Warning = warning, Error = [o.Error.ToLocalized()] },
            GroupSynced o => new Wire.SyncReplicationGroupSuccessResult
            {
                GroupId = id,
                Warning = warning,
                TimeStamp = o.Time,
                PitId = Replica(o.Replica),
                PitName = o.Name,
            },
            GroupRecovered o => new Wire.FailoverSuccessResult
            {
                GroupId = id,
                Warning = warning,
                NewState = o.NewState.ToWire(),
                PitId = Replica(o.Replica),
                PitIdBeforeFailover = Replica(o.ReplicaBefore),
                RecoveredDeviceInfo = [.. o.Devices.Select(ToWire)],
                TimeStamp = o.Time,
            },
            GroupReversed o => new Wire.ReverseReplicationSuccessResult
            {
                GroupId = id,
                Warning = warning,
                NewGroupId = new DeviceGroupId { Id = o.NewDeviceGroup },
            },
            _ => new Wire.GroupOperationResult { GroupId = id, Warning = warning },
        };
    }

    private static Wire.RecoveredDevice ToWire(RecoveredMember member) => new()
    {
        TargetDeviceId = member.Replica is { } replica ? new Wire.ReplicaId { Id = replica } : null,
        RecoveredDeviceId = member.Recovered?.ToWire(),
        SourceDeviceId = member.Source.ToWire(),
        Datastore = SmsObjects.Datastore(member.Datastore),
        RecoveredDiskInfo = [.. member.Disks.Select(d => new Wire.RecoveredDiskInfo
        {
            DeviceKey = d.DeviceKey,
            DsUrl = d.DatastoreUrl,
            DiskPath = d.Path,
        })],
        Error = member.Error?.ToLocalized(),
    };

    private static Wire.PointInTimeReplicaId? Replica(string? id) => id is null ? null : new Wire.PointInTimeReplicaId { Id = id };
}
