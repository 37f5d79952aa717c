using VasaSim.Trying.Reporting;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Trying;

/// <summary>The workflows that change groups, each step by step as clients of the service do them.</summary>
internal sealed class Workflow(StorageView storage, GroupCalls calls, ITryReport report, CancellationToken cancellation)
{
    /// <summary>Synchronises groups, and gives the replica a name.</summary>
    /// <returns>Whether all groups succeeded; so do all workflows.</returns>
    public Task<bool> SyncAsync(IReadOnlyList<KnownGroup> groups, string replicaName) => WalkAsync(groups, outcomes =>
        RunAsync(outcomes, ids => new SyncReplicationGroupRequest { GroupId = ids, PitName = replicaName }));

    /// <summary>Tests a failover: starts it, shows the groups in test, stops it, and shows them again.</summary>
    public Task<bool> TestAsync(IReadOnlyList<KnownGroup> groups, string? replica) => WalkAsync(groups, async outcomes =>
    {
        await RunAsync(outcomes, ids => new TestFailoverReplicationGroupStartRequest
        {
            TestFailoverParam = new TestFailoverParam { IsPlanned = false, CheckOnly = false, ReplicationGroupsToFailover = At(ids, replica) },
        });
        foreach (GroupResult shown in await StatesAsync(outcomes.Good))
        {
            outcomes.Detail(shown.Group, shown.Failure is { } failure ? $"unknown in test: {failure}" : $"{StateOf(shown)} in test");
        }

        await RunAsync(outcomes, ids => new TestFailoverReplicationGroupStopRequest { GroupId = ids, Force = false });
        await ShowAsync(outcomes, groups);
    });

    /// <summary>Fails groups over: prepares their sources when it is planned, fails over, and shows the new states.</summary>
    public Task<bool> FailOverAsync(IReadOnlyList<KnownGroup> groups, bool isPlanned, string? replica) => WalkAsync(groups, async outcomes =>
    {
        if (isPlanned)
        {
            await PrepareAsync(outcomes);
        }

        await RunAsync(outcomes, ids => new FailoverReplicationGroupRequest
        {
            FailoverParam = new FailoverParam { IsPlanned = isPlanned, CheckOnly = false, ReplicationGroupsToFailover = At(ids, replica) },
        });
        await ShowAsync(outcomes, groups);
    });

    /// <summary>Reverses groups that were failed over, and shows them by their new ids.</summary>
    public Task<bool> ReverseAsync(IReadOnlyList<KnownGroup> groups) => WalkAsync(groups, async outcomes =>
    {
        IReadOnlyList<GroupResult> results = await RunAsync(outcomes, ids => new ReverseReplicateGroupRequest { GroupId = ids });
        Dictionary<GroupKey, KnownGroup> before = [];
        foreach (GroupResult result in results)
        {
            if (result.Result is ReverseReplicationSuccessResult { NewGroupId.Id: var id })
            {
                before[result.Group.Key with { DeviceGroup = id }] = result.Group;
            }
        }

        KnownGroup[] renamed = [.. before.Select(b => b.Value with { Key = b.Key })];
        foreach (GroupResult shown in await StatesAsync(renamed))
        {
            Told(outcomes, before[shown.Group.Key], shown);
        }
    });

    private async Task<bool> WalkAsync(IReadOnlyList<KnownGroup> groups, Func<GroupOutcomes, Task> steps)
    {
        GroupOutcomes outcomes = new(groups);
        await steps(outcomes);
        outcomes.Tell(report);
        return outcomes.AllGood;
    }

    private async Task<IReadOnlyList<GroupResult>> RunAsync(GroupOutcomes outcomes, Func<IReadOnlyList<ReplicationGroupId>, Request> ask)
    {
        string method = "";
        IReadOnlyList<GroupResult> results = await calls.RunAsync(
            outcomes.Good,
            ids =>
            {
                Request request = ask(ids);
                method = request.Operation.Name;
                return request;
            },
            cancellation);
        outcomes.Add(method, results);
        return results;
    }

    // The one step at the source, which the groups that are failed over name.
    private async Task PrepareAsync(GroupOutcomes outcomes)
    {
        Dictionary<GroupKey, List<KnownGroup>> targets = [];
        foreach (GroupResult shown in await StatesAsync(outcomes.Good))
        {
            if (shown.Result is not QueryReplicationGroupSuccessResult { RgInfo: TargetGroupInfo info })
            {
                outcomes.Fail(shown.Group, shown.Failure is { } failure
                    ? $"{QueryReplicationGroupRequest.Method}: {failure}"
                    : "it is a source group; a failover is asked for at its target");
            }
            else if (GroupKey.Of(info.SourceInfo.SourceGroupId) is var source && storage.Find(source) is null)
            {
                outcomes.Fail(shown.Group, $"its source {source} cannot be prepared: no provider here tells of it");
            }
            else
            {
                (targets.TryGetValue(source, out List<KnownGroup>? known) ? known : targets[source] = []).Add(shown.Group);
            }
        }

        KnownGroup[] sources = [.. targets.Keys.Select(s => storage.Find(s)!)];
        foreach (GroupResult prepared in await calls.RunAsync(sources, ids => new PrepareFailoverReplicationGroupRequest { GroupId = ids }, cancellation))
        {
            outcomes.Add(
                $"{PrepareFailoverReplicationGroupRequest.Method} of {prepared.Group.Key}",
                targets[prepared.Group.Key].Select(t => prepared with { Group = t }));
        }
    }

    private async Task ShowAsync(GroupOutcomes outcomes, IReadOnlyList<KnownGroup> groups)
    {
        foreach (GroupResult shown in await StatesAsync(groups))
        {
            Told(outcomes, shown.Group, shown);
        }
    }

    private static void Told(GroupOutcomes outcomes, KnownGroup group, GroupResult shown)
    {
        if (shown.Failure is { } failure)
        {
            outcomes.Detail(group, $"state unknown: {failure}");
        }
        else
        {
            outcomes.State(group, StateOf(shown));
        }
    }

    private static string StateOf(GroupResult shown) => ResultText.StateOf((shown.Result as QueryReplicationGroupSuccessResult)?.RgInfo);

    private Task<IReadOnlyList<GroupResult>> StatesAsync(IReadOnlyList<KnownGroup> groups) =>
        calls.QueryAsync(groups, ids => new QueryReplicationGroupRequest { GroupId = ids }, cancellation);

    private static ReplicationGroupData[] At(IReadOnlyList<ReplicationGroupId> ids, string? replica) =>
        [.. ids.Select(id => new ReplicationGroupData { GroupId = id, PitId = replica is null ? null : new PointInTimeReplicaId { Id = replica } })];
}
