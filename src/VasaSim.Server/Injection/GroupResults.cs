using VasaSim.Core.Tasks;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Sms.Translation;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Injection;

/// <summary>Puts faults into what a query tells of single groups.</summary>
internal static class GroupResults
{
    private const int Every = -1;

    /// <summary>The outcome with the faults and summaries that rules want in it.</summary>
    public static Outcome Change(Outcome outcome, IReadOnlyList<Intervention> interventions)
    {
        if (outcome.Value is not IReadOnlyList<GroupOperationResult> results || !interventions.Any(i => i.GroupFaults.Count + i.Summaries.Count > 0))
        {
            return outcome;
        }

        GroupOperationResult[] changed = [.. results];
        foreach (Intervention intervention in interventions)
        {
            foreach (GroupFault planted in intervention.GroupFaults)
            {
                ForEach(changed, planted.Index, entry => Failed(entry, planted));
            }

            foreach (int index in intervention.Summaries)
            {
                ForEach(changed, index, Summarised);
            }
        }

        return Outcome.Result(changed);
    }

    private static void ForEach(GroupOperationResult[] entries, int index, Func<GroupOperationResult, GroupOperationResult> change)
    {
        for (int i = 0; i < entries.Length; i++)
        {
            if (index == Every || index == i)
            {
                entries[i] = change(entries[i]);
            }
        }
    }

    private static GroupErrorResult Failed(GroupOperationResult entry, GroupFault planted) =>
        new() { GroupId = entry.GroupId, Warning = entry.Warning, Error = [planted.Fault.ToLocalized()] };

    // A group whose replicas cannot be told is not told of otherwise.
    private static GroupOperationResult Summarised(GroupOperationResult entry)
    {
        if (entry is not QueryPointInTimeReplicaSuccessResult { ReplicaInfo: { } replicas })
        {
            return entry;
        }

        DateTimeOffset[] times = [.. replicas.Select(r => r.TimeStamp).Order()];
        return new QueryPointInTimeReplicaSummaryResult
        {
            GroupId = entry.GroupId,
            Warning = entry.Warning,
            IntervalResults = times.Length == 0
                ? []
                : [new ReplicaIntervalQueryResult { FromDate = times[0], ToDate = times[^1].AddMilliseconds(1), Number = times.Length }],
        };
    }
}
