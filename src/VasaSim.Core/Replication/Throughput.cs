namespace VasaSim.Core.Replication;

/// <summary>How much is written in a time, and how long that travels: the arithmetic of whatever replicates.</summary>
internal static class Throughput
{
    // Longer than anyone waits, and far from the end of the calendar.
    private static readonly TimeSpan _longest = TimeSpan.FromDays(365);

    /// <summary>Bytes written in a time, exactly: what parts of a time add up to is what the whole has.</summary>
    /// <param name="rate">Bytes per second.</param>
    /// <param name="time">How long; less than zero is zero.</param>
    public static decimal Written(long rate, TimeSpan time) => time <= TimeSpan.Zero
        ? 0
        : Math.Min(rate * ((decimal)time.Ticks / TimeSpan.TicksPerSecond), long.MaxValue);

    /// <summary>How long bytes take over a bandwidth, in whole milliseconds, a year at most.</summary>
    /// <param name="bytes">How many.</param>
    /// <param name="bandwidth">Bytes per second; null, or none: no limit, no time.</param>
    public static TimeSpan TimeOf(decimal bytes, long? bandwidth) => bandwidth is > 0
        ? TimeSpan.FromMilliseconds((long)Math.Min(bytes * 1000 / bandwidth.Value, (decimal)_longest.TotalMilliseconds))
        : TimeSpan.Zero;
}
