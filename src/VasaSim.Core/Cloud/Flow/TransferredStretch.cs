namespace VasaSim.Core.Cloud.Flow;

/// <summary>Bytes that were transferred evenly over a stretch of time.</summary>
/// <param name="From">Its begin.</param>
/// <param name="To">Its end; the begin when it took no time.</param>
/// <param name="Bytes">How many.</param>
public sealed record TransferredStretch(DateTimeOffset From, DateTimeOffset To, long Bytes)
{
    /// <summary>How many of the bytes were transferred before a moment.</summary>
    public long BytesBefore(DateTimeOffset time) =>
        time <= From ? 0 : time >= To ? Bytes : (long)((decimal)Bytes * (time - From).Ticks / (To - From).Ticks);
}
