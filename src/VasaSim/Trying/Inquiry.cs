using System.Globalization;
using VasaSim.Client;
using VasaSim.Trying.Reporting;
using VasaSim.Trying.Wire;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;

namespace VasaSim.Trying;

/// <summary>The workflows that only look.</summary>
internal sealed class Inquiry(StorageView storage, SmsClient client, GroupCalls calls, ITryReport report, CancellationToken cancellation)
{
    /// <summary>Tells providers, fault domains, and groups with their states.</summary>
    /// <returns>Whether all of it was told.</returns>
    public async Task<bool> AllAsync()
    {
        List<string[]> providers = [];
        bool complete = true;
        foreach (ManagedObjectReference provider in storage.Providers)
        {
            Answer answer = await client.CallAsync(provider, new QueryProviderInfoRequest(), [], cancellation);
            VasaProviderInfo? info = answer.Result as VasaProviderInfo;
            complete &= answer.IsOk;
            providers.Add([provider.Value, info?.Name ?? "-", info?.Status ?? FaultText.Of(answer), info?.Url ?? "-"]);
        }

        Answer domains = await client.CallAsync(storage.Manager, new QueryFaultDomainRequest(), [], cancellation);
        // A server with very many groups tells only their ids until it is asked for some.
        KnownGroup[] bare = [.. storage.Groups.Where(g => g.Info is null)];
        IReadOnlyList<GroupResult> told = await calls.QueryAsync(bare, ids => new QueryReplicationGroupRequest { GroupId = ids }, cancellation);
        Dictionary<KnownGroup, GroupInfo?> infos = told.ToDictionary(t => t.Group, t => (t.Result as QueryReplicationGroupSuccessResult)?.RgInfo);
        report.Table("providers", ["provider", "name", "status", "url"], providers);
        report.Table(
            "domains",
            ["domain", "name", "provider"],
            [.. domains.Items<Vmodl.Vim.FaultDomainId>().Select(d => d as FaultDomainInfo is { } info
                ? new[] { d.Id, info.Name ?? "-", info.Provider?.Value ?? "-" }
                : [d.Id, "-", "-"])]);
        report.Table(
            "groups",
            ["group", "state", "peers", "provider"],
            [.. storage.Groups.Select(g => (Known: g, Info: g.Info ?? infos[g])).Select(g => new[]
            {
                g.Known.Key.ToString(), ResultText.StateOf(g.Info), Reports.ListOf(Peers(g.Info)), g.Known.Provider.Value,
            })]);
        return complete && domains.IsOk && told.All(t => t.Failure is null);
    }

    /// <summary>Tells the point-in-time replicas of a group; of a group with very many, how many there are when.</summary>
    /// <returns>Whether they were told.</returns>
    public async Task<bool> ReplicasAsync(KnownGroup group)
    {
        GroupResult result = (await calls.QueryAsync(
            [group],
            ids => new QueryPointInTimeReplicaRequest { GroupId = ids, QueryParam = new QueryPointInTimeReplicaParam { PreferDetails = true } },
            cancellation))[0];
        if (result.Result is QueryPointInTimeReplicaSuccessResult replicas)
        {
            report.Table(
                "replicas",
                ["replica", "time", "name", "tags"],
                [.. (replicas.ReplicaInfo ?? []).Select(r => new[] { r.Id.Id, Reports.Time(r.TimeStamp), r.PitName, Reports.ListOf(r.Tags ?? []) })]);
        }

        if (result.Result is QueryPointInTimeReplicaSummaryResult summary)
        {
            report.Table(
                "intervals",
                ["from", "to", "replicas"],
                [.. (summary.IntervalResults ?? []).Select(i => new[]
                {
                    Reports.Time(i.FromDate), Reports.Time(i.ToDate), i.Number.ToString(CultureInfo.InvariantCulture),
                })]);
        }

        GroupOutcomes outcomes = new([group]);
        outcomes.Add(QueryPointInTimeReplicaRequest.Method.Name, [result]);
        outcomes.Tell(report);
        return outcomes.AllGood;
    }

    private static IEnumerable<string> Peers(GroupInfo? group) => group switch
    {
        SourceGroupInfo source => (source.Replica ?? []).Select(r => GroupKey.Of(r.TargetGroupId).ToString()),
        TargetGroupInfo target => [GroupKey.Of(target.SourceInfo.SourceGroupId).ToString()],
        _ => [],
    };
}
