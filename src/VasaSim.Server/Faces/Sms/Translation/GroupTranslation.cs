using VasaSim.Core;
using VasaSim.Core.Model;
using VasaSim.Core.Queries;
using VasaSim.Vmodl.Vim;
using Wire = VasaSim.Vmodl.Sms;

namespace VasaSim.Server.Faces.Sms.Translation;

/// <summary>Says what a group is: a source with its targets and devices, or a target with its source and replicas.</summary>
internal static class GroupTranslation
{
    /// <summary>One entry of a group query.</summary>
    public static Wire.GroupOperationResult ToWire(this GroupEntry entry, World world)
    {
        ReplicationGroupId id = entry.Id.ToWire();
        return entry switch
        {
            { Error: { } error } => new Wire.GroupErrorResult { GroupId = id, Error = [error.ToLocalized()] },
            { Group: { } group } => new Wire.QueryReplicationGroupSuccessResult { GroupId = id, RgInfo = Describe(world, group) },
            _ => new Wire.GroupOperationResult { GroupId = id },
        };
    }

    private static Wire.GroupInfo Describe(World world, ReplicationGroup group) =>
        group.IsSource ? DescribeSource(world, group) : DescribeTarget(group);

    private static Wire.SourceGroupInfo DescribeSource(World world, ReplicationGroup group)
    {
        ReplicationGroup[] targets = [.. group.Targets.Select(world.FindGroup).OfType<ReplicationGroup>()];
        return new Wire.SourceGroupInfo
        {
            GroupId = group.Id.ToWire(),
            Name = group.Name,
            Description = group.Description,
            State = group.State.ToWire(),
            Replica = [.. group.Targets.Select(t => new Wire.ReplicationTargetInfo
            {
                TargetGroupId = t.ToWire(),
                ReplicationAgreementDescription = group.Agreement,
            })],
            MemberInfo = [.. group.Members.Select(m => new Wire.SourceGroupMemberInfo
            {
                DeviceId = m.Source.ToWire(),
                TargetId = [.. targets.SelectMany(t => ReplicasOf(t, m.Source))],
            })],
        };
    }

    private static IEnumerable<Wire.TargetDeviceId> ReplicasOf(ReplicationGroup target, DeviceId device) =>
        target.Members.Where(m => m.Source == device && m.Replica is not null).Select(m => new Wire.TargetDeviceId
        {
            DomainId = new FaultDomainId { Id = target.Id.FaultDomain },
            DeviceId = new Wire.ReplicaId { Id = m.Replica! },
        });

    private static Wire.TargetGroupInfo DescribeTarget(ReplicationGroup group) => new()
    {
        GroupId = group.Id.ToWire(),
        SourceInfo = new Wire.TargetToSourceInfo
        {
            SourceGroupId = group.Source!.Value.ToWire(),
            ReplicationAgreementDescription = group.Agreement,
        },
        State = group.State.ToWire(),
        Devices = [.. group.Members.Select(m => DescribeMember(group, m))],
        IsPromoteCapable = group.PromoteCapable,
        Name = group.Name,
    };

    private static Wire.TargetGroupMemberInfo DescribeMember(ReplicationGroup group, GroupMember member)
    {
        Wire.ReplicaId replica = new() { Id = member.Replica ?? "" };
        Vmodl.ManagedObjectReference datastore = SmsObjects.Datastore(member.Datastore);
        return group.State == ReplicationState.Target
            ? new Wire.TargetGroupMemberInfo { ReplicaId = replica, SourceId = member.Source.ToWire(), TargetDatastore = datastore }
            : new Wire.RecoveredTargetGroupMemberInfo
            {
                ReplicaId = replica,
                SourceId = member.Source.ToWire(),
                TargetDatastore = datastore,
                RecoveredDeviceId = member.Recovered?.ToWire(),
            };
    }
}
