using VasaSim.Core;
using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Queries;
using VasaSim.Core.Replicas;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Sms.Translation;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Faces.Sms;

/// <summary>Queries about groups, their peers and their replicas.</summary>
internal static class ReplicationQueryHandlers
{
    public static void Register(HandlerTable handlers) => handlers
        .On<QueryReplicationGroupRequest>(QueryReplicationGroup)
        .On<QueryReplicationGroupInfoRequest>(QueryReplicationGroupInfo)
        .On<QueryReplicationPeerRequest>(QueryReplicationPeer)
        .On<QueryPointInTimeReplicaRequest>(QueryPointInTimeReplica);

    private static Outcome QueryReplicationGroup(VmodlCall call, QueryReplicationGroupRequest request, World world) =>
        ReplicationQueries.Groups(world, Provider(call, world), call.OperationName, ToCore(request.GroupId))
            .ToOutcome(entries => entries.Select(e => e.ToWire(world)).ToArray());

    private static Outcome QueryReplicationGroupInfo(VmodlCall call, QueryReplicationGroupInfoRequest request, World world)
    {
        if (request.RgFilter.GroupId is not { Count: > 0 } ids)
        {
            return VmodlCall.Invalid("rgFilter.groupId");
        }

        IReadOnlyList<GroupEntry> entries = ReplicationQueries.GroupsAnywhere(world, call.OperationName, ToCore(ids)!);
        return Outcome.Result(entries.Select(e => e.ToWire(world)).ToArray());
    }

    private static Outcome QueryReplicationPeer(VmodlCall call, QueryReplicationPeerRequest request, World world) =>
        ReplicationQueries.Peers(world, Provider(call, world), call.OperationName, request.FaultDomainId?.Select(d => d.Id).ToArray())
            .ToOutcome(entries => entries.Select(ToWire).ToArray());

    private static Outcome QueryPointInTimeReplica(VmodlCall call, QueryPointInTimeReplicaRequest request, World world)
    {
        if (request.GroupId is not { Count: > 0 } ids)
        {
            return VmodlCall.Invalid("groupId");
        }

        return ReplicaFilterReader.Read(request.QueryParam, world.Knobs.StrictPitInterval, out string? wrong) is { } filter
            ? ReplicaQueries.Replicas(world, Provider(call, world), call.OperationName, ToCore(ids)!, filter)
                .ToOutcome(answers => answers.Select(ToWire).ToArray())
            : VmodlCall.Invalid(wrong!);
    }

    private static Provider Provider(VmodlCall call, World world) => world.FindProvider(call.Target.Value)!;

    private static GroupId[]? ToCore(IReadOnlyList<ReplicationGroupId>? ids) => ids?.Select(i => i.ToCore()).ToArray();

    private static QueryReplicationPeerResult ToWire(PeerEntry entry) => new()
    {
        SourceDomain = new FaultDomainId { Id = entry.Source },
        TargetDomain = [.. entry.Targets.Select(t => new FaultDomainId { Id = t })],
        Error = entry.Error is { } error ? [error.ToLocalized()] : null,
    };

    private static GroupOperationResult ToWire(ReplicaAnswer answer)
    {
        ReplicationGroupId id = answer.Group.ToWire();
        return answer switch
        {
            { Error: { } error } => new GroupErrorResult { GroupId = id, Error = [error.ToLocalized()] },
            { Replicas: { } replicas } => new QueryPointInTimeReplicaSuccessResult { GroupId = id, ReplicaInfo = [.. replicas.Select(ToWire)] },
            _ => new QueryPointInTimeReplicaSummaryResult
            {
                GroupId = id,
                IntervalResults = [.. answer.Summary!.Select(i => new ReplicaIntervalQueryResult { FromDate = i.From, ToDate = i.To, Number = i.Number })],
            },
        };
    }

    private static PointInTimeReplicaInfo ToWire(Replica replica) => new()
    {
        Id = new PointInTimeReplicaId { Id = replica.Id },
        PitName = replica.Name,
        TimeStamp = replica.Time,
        Tags = replica.Tags,
    };
}
