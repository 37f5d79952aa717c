namespace VasaSim.Core.Cloud.Flow;

/// <summary>What was transferred, bounded: beyond <see cref="Most"/> stretches the oldest are told as one.</summary>
internal static class Stretches
{
    private const int Most = 200;

    /// <summary>The stretches with a later one; one without bytes is left out.</summary>
    public static IReadOnlyList<TransferredStretch> And(this IReadOnlyList<TransferredStretch> stretches, TransferredStretch later) =>
        later.Bytes == 0 ? stretches : Bounded([.. stretches, later]);

    /// <summary>The stretches with those of the first transfers that were planned.</summary>
    public static IReadOnlyList<TransferredStretch> And(
        this IReadOnlyList<TransferredStretch> stretches, PlannedTransfers planned, long count)
    {
        if (count == 0)
        {
            return stretches;
        }

        long single = Math.Max(0, count - (Most - 1));
        List<TransferredStretch> all = [.. stretches];
        if (single > 0)
        {
            all.Add(Merged(planned[0].Resumed, planned[single - 1].Sent, planned.BytesOfFirst(single)));
        }

        for (long number = single; number < count; number++)
        {
            all.Add(planned[number].Rest);
        }

        all.RemoveAll(s => s.Bytes == 0);
        return Bounded(all);
    }

    private static List<TransferredStretch> Bounded(List<TransferredStretch> stretches)
    {
        int surplus = stretches.Count - Most;
        if (surplus > 0)
        {
            TransferredStretch merged = Merged(
                stretches[0].From, stretches[surplus].To, stretches.Take(surplus + 1).Sum(s => (decimal)s.Bytes));
            stretches.RemoveRange(0, surplus + 1);
            stretches.Insert(0, merged);
        }

        return stretches;
    }

    private static TransferredStretch Merged(DateTimeOffset from, DateTimeOffset to, decimal bytes) =>
        new(from, to, (long)Math.Min(bytes, long.MaxValue));
}
