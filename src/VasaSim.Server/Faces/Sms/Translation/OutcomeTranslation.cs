using VasaSim.Core.Tasks;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Vim;
using Sms = VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Faces.Sms.Translation;

/// <summary>Says what became of the groups of a task.</summary>
internal static class OutcomeTranslation
{
    /// <summary>The result of a task: a boxed list with one entry for each group.</summary>
    public static VmodlArray ToWire(this IReadOnlyList<GroupOutcome?> outcomes) =>
        VmodlArray.Of<Sms.GroupOperationResult>([.. outcomes.Select(o => ToWire(o!))]);

    private static Sms.GroupOperationResult ToWire(GroupOutcome outcome)
    {
        ReplicationGroupId id = outcome.Group.ToWire();
        IReadOnlyList<LocalizedMethodFault>? warning = outcome.Warnings.ToLocalized();
        return outcome switch
        {
            GroupFailed o => new Sms.GroupErrorResult { GroupId = id, Warning = warning, Error = [o.Error.ToLocalized()] },
            GroupSynced o => new Sms.SyncReplicationGroupSuccessResult
            {
                GroupId = id,
                Warning = warning,
                TimeStamp = o.Time,
                PitId = Replica(o.Replica),
                PitName = o.Name,
            },
            GroupRecovered o => new Sms.FailoverSuccessResult
            {
                GroupId = id,
                Warning = warning,
                NewState = o.NewState.ToWire(),
                PitId = Replica(o.Replica),
                PitIdBeforeFailover = Replica(o.ReplicaBefore),
                RecoveredDeviceInfo = [.. o.Devices.Select(ToWire)],
                TimeStamp = o.Time,
            },
            GroupReversed o => new Sms.ReverseReplicationSuccessResult
            {
                GroupId = id,
                Warning = warning,
                NewGroupId = new DeviceGroupId { Id = o.NewDeviceGroup },
            },
            _ => new Sms.GroupOperationResult { GroupId = id, Warning = warning },
        };
    }

    private static Sms.RecoveredDevice ToWire(RecoveredMember member) => new()
    {
        TargetDeviceId = member.Replica is { } replica ? new Sms.ReplicaId { Id = replica } : null,
        RecoveredDeviceId = member.Recovered?.ToWire(),
        SourceDeviceId = member.Source.ToWire(),
        Datastore = SmsObjects.Datastore(member.Datastore),
        RecoveredDiskInfo = [.. member.Disks.Select(d => new Sms.RecoveredDiskInfo
        {
            DeviceKey = d.DeviceKey,
            DsUrl = d.DatastoreUrl,
            DiskPath = d.Path,
        })],
        Error = member.Error?.ToLocalized(),
    };

    private static Sms.PointInTimeReplicaId? Replica(string? id) => id is null ? null : new Sms.PointInTimeReplicaId { Id = id };
}
