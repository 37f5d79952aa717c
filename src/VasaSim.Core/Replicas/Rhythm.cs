namespace VasaSim.Core.Replicas;

/// <summary>Moments that come at even distances: the one numbered n is <c>First + n × Every</c>, from 0.</summary>
/// <param name="First">The one numbered 0.</param>
/// <param name="Every">The distance, more than nothing.</param>
internal readonly record struct Rhythm(DateTimeOffset First, TimeSpan Every)
{
    /// <summary>The moment with a number.</summary>
    public DateTimeOffset TimeOf(long number) => First.AddTicks(Every.Ticks * number);

    /// <summary>The number of the last one up to a time; -1 before the first.</summary>
    public long NumberAt(DateTimeOffset time) => time < First ? -1 : (time - First).Ticks / Every.Ticks;
}
