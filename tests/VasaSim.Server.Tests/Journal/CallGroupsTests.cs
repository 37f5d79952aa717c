using VasaSim.Server.Journal;
using VasaSim.Server.Tests.Sms;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Tests.Journal;

/// <summary>The groups of a call are found in every method that can name some.</summary>
public sealed class CallGroupsTests
{
    private static readonly ReplicationGroupId[] _ids = [SmsClient.Group("fd-b1", "two"), SmsClient.Group("fd-a1", "one")];

    private static readonly ReplicationGroupData[] _data = [.. _ids.Select(id => new ReplicationGroupData { GroupId = id })];

    private static readonly Request[] _requests =
    [
        new QueryReplicationGroupRequest { GroupId = _ids },
        new QueryPointInTimeReplicaRequest { GroupId = _ids },
        new QueryReplicationGroupInfoRequest { RgFilter = new ReplicationGroupFilter { GroupId = _ids } },
        new SyncReplicationGroupRequest { GroupId = _ids, PitName = "x" },
        new PrepareFailoverReplicationGroupRequest { GroupId = _ids },
        new ReverseReplicateGroupRequest { GroupId = _ids },
        new TestFailoverReplicationGroupStartRequest
        {
            TestFailoverParam = new TestFailoverParam { IsPlanned = false, CheckOnly = false, ReplicationGroupsToFailover = _data },
        },
        new TestFailoverReplicationGroupStopRequest { GroupId = _ids, Force = false },
        new FailoverReplicationGroupRequest
        {
            FailoverParam = new FailoverParam { IsPlanned = false, CheckOnly = false, ReplicationGroupsToFailover = _data },
        },
        new PromoteReplicationGroupRequest { PromoteParam = new PromoteParam { IsPlanned = false, ReplicationGroupsToPromote = _ids } },
    ];

    [Fact]
    public void The_groups_are_found_in_their_order() => Assert.All(
        _requests, request => Assert.Equal(["fd-b1/two", "fd-a1/one"], new NamedObjects().Of(CallGroups.Of(request)).Select(g => g.ToString())));

    [Fact]
    public void No_method_that_can_name_groups_is_forgotten() => Assert.Equal(
        Contracts.Sms.Operations.Where(o => NamesGroups(o.RequestType)).Select(o => o.Name).Order(),
        _requests.Select(r => r.Operation.Name).Order());

    [Fact]
    public void What_is_missing_names_none()
    {
        Assert.Empty(CallGroups.Of(null));
        Assert.Empty(CallGroups.Of(new FailoverReplicationGroupRequest { FailoverParam = null! }));
        Assert.Empty(CallGroups.Of(new SyncReplicationGroupRequest { PitName = "x" }));
        Assert.Equal("/", new NamedObjects().Of([new ReplicationGroupId { FaultDomainId = null!, DeviceGroupId = null! }])[0].ToString());
    }

    private static bool NamesGroups(DataTypeInfo type) => type.AllMembers.Any(member =>
        member.Type.Name == nameof(ReplicationGroupId) || (member.Type.DataType is { } inner && NamesGroups(inner)));
}
