using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Journal;

/// <summary>Finds the replication groups that a call names, whatever its method.</summary>
public static class CallGroups
{
    /// <summary>The groups in the order of the call; empty when it names none.</summary>
    /// <param name="request">The arguments; members that were missing on the wire may be null.</param>
    public static IReadOnlyList<ReplicationGroupId> Of(Request? request) => request switch
    {
        QueryReplicationGroupRequest r => r.GroupId,
        QueryPointInTimeReplicaRequest r => r.GroupId,
        QueryReplicationGroupInfoRequest r => r.RgFilter?.GroupId,
        SyncReplicationGroupRequest r => r.GroupId,
        PrepareFailoverReplicationGroupRequest r => r.GroupId,
        ReverseReplicateGroupRequest r => r.GroupId,
        TestFailoverReplicationGroupStartRequest r => GroupsOf(r.TestFailoverParam),
        TestFailoverReplicationGroupStopRequest r => r.GroupId,
        FailoverReplicationGroupRequest r => GroupsOf(r.FailoverParam),
        PromoteReplicationGroupRequest r => r.PromoteParam?.ReplicationGroupsToPromote,
        _ => null,
    } ?? [];

    private static ReplicationGroupId[]? GroupsOf(FailoverParam? param) =>
        param?.ReplicationGroupsToFailover?.Select(g => g.GroupId).ToArray();
}
