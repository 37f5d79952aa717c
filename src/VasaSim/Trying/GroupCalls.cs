using VasaSim.Trying.Wire;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Sms;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Trying;

/// <summary>
/// Makes calls about groups, one for each provider. A batch that is too large is split as the fault says, whether it is
/// the call's (of operations) or that of the groups which were too many (of queries); a group on which something runs
/// is tried again, as often and as late as after ProviderBusy.
/// </summary>
internal sealed class GroupCalls(SmsClient client, TaskWait tasks, TimeProvider time)
{
    /// <summary>Asks about groups.</summary>
    /// <returns>What was said of each, in their order.</returns>
    public Task<IReadOnlyList<GroupResult>> QueryAsync(
        IReadOnlyList<KnownGroup> groups, Func<IReadOnlyList<ReplicationGroupId>, Request> ask, CancellationToken cancellation) =>
        EachProviderAsync(groups, (provider, keys) => client.CallAsync(provider, ask(Wire(keys)), keys, cancellation), cancellation);

    /// <summary>Starts a task that works on groups, and waits for it.</summary>
    /// <returns>What became of each, in their order.</returns>
    public Task<IReadOnlyList<GroupResult>> RunAsync(
        IReadOnlyList<KnownGroup> groups, Func<IReadOnlyList<ReplicationGroupId>, Request> ask, CancellationToken cancellation) =>
        EachProviderAsync(groups, (provider, keys) => StartAndWaitAsync(provider, ask(Wire(keys)), keys, cancellation), cancellation);

    private async Task<Answer> StartAndWaitAsync(
        ManagedObjectReference provider, Request request, IReadOnlyList<GroupKey> keys, CancellationToken cancellation)
    {
        BusyPauses pauses = new(time);
        Answer ended;
        do
        {
            Answer started = await client.CallAsync(provider, request, keys, cancellation);
            if (started.Result is not ManagedObjectReference task)
            {
                return started;
            }

            // A provider may also say by the task that it is busy.
            ended = await tasks.EndAsync(task, keys, cancellation);
        }
        while (ended.Fault is ProviderBusy && await pauses.NextAsync(cancellation));
        return ended;
    }

    private async Task<IReadOnlyList<GroupResult>> EachProviderAsync(
        IReadOnlyList<KnownGroup> groups, Func<ManagedObjectReference, IReadOnlyList<GroupKey>, Task<Answer>> call, CancellationToken cancellation)
    {
        Dictionary<GroupKey, GroupResult> results = [];
        foreach (IGrouping<ManagedObjectReference, KnownGroup> batch in groups.GroupBy(g => g.Provider))
        {
            BusyPauses pauses = new(time);
            IReadOnlyList<KnownGroup> open = [.. batch];
            do
            {
                foreach (GroupResult result in await SplitAsync(open, keys => call(batch.Key, keys)))
                {
                    results[result.Group.Key] = result;
                }

                open = [.. open.Where(g => IsBusy(results[g.Key]))];
            }
            while (open.Count > 0 && await pauses.NextAsync(cancellation));
        }

        return [.. groups.Select(g => results[g.Key])];
    }

    private static async Task<IReadOnlyList<GroupResult>> SplitAsync(
        IReadOnlyList<KnownGroup> groups, Func<IReadOnlyList<GroupKey>, Task<Answer>> call)
    {
        Answer answer = await call([.. groups.Select(g => g.Key)]);
        ILookup<bool, GroupResult> byRefusal = Match(groups, answer).ToLookup(r => r.Fault is TooMany);
        if (groups.Count == 1 || !byRefusal.Contains(true))
        {
            return [.. byRefusal.SelectMany(r => r)];
        }

        // Without a size, or with one that cannot be true, one by one.
        GroupResult[] refused = [.. byRefusal[true]];
        long? told = ((TooMany)refused[0].Fault!).MaxBatchSize;
        int size = told > 0 && told < groups.Count ? (int)told : 1;
        List<GroupResult> results = [.. byRefusal[false]];
        foreach (GroupResult[] part in refused.Chunk(size))
        {
            results.AddRange(await SplitAsync([.. part.Select(r => r.Group)], call));
        }

        return results;
    }

    private static GroupResult[] Match(IReadOnlyList<KnownGroup> groups, Answer answer)
    {
        ILookup<GroupKey, GroupOperationResult> results = answer.Items<object>().OfType<GroupOperationResult>().ToLookup(r => GroupKey.Of(r.GroupId));
        return [.. groups.Select(group => !answer.IsOk
            ? new GroupResult(group, null, answer.Fault, FaultText.Of(answer))
            : results[group.Key].FirstOrDefault() switch
            {
                null => new GroupResult(group, null, null, "the answer does not name the group"),
                // What was asked for is so already, as after an answer that was lost.
                GroupErrorResult { Error: var faults } failed when faults.Any(f => f.Fault is not AlreadyDone) =>
                    new GroupResult(group, failed, faults is [var single] ? single.Fault : null, FaultText.Of(faults)),
                var result => new GroupResult(group, result, null, null),
            })];
    }

    // A call that was refused as a whole was made again by the client already.
    private static bool IsBusy(GroupResult result) => result is { Result: not null, Fault: ProviderBusy or SyncOngoing };

    private static ReplicationGroupId[] Wire(IReadOnlyList<GroupKey> keys) => [.. keys.Select(k => k.ToWire())];
}
