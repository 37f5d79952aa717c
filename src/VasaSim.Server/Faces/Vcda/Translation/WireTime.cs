namespace VasaSim.Server.Faces.Vcda.Translation;

/// <summary>Times as the API has them: milliseconds of Unix time.</summary>
internal static class WireTime
{
    /// <summary>The time on the wire.</summary>
    public static long ToWire(this DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    /// <summary>The time of a number; one that is beyond the calendar becomes its begin or end.</summary>
    public static DateTimeOffset FromWire(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(
        Math.Clamp(milliseconds, DateTimeOffset.MinValue.ToUnixTimeMilliseconds(), DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()));
}
