using VasaSim.Core.Model;
using VasaSim.Core.Replication;

namespace VasaSim.Core.Cloud.Flow;

/// <summary>How fast a link is.</summary>
/// <param name="Bandwidth">Bytes per second; null: no limit.</param>
/// <param name="Lag">How long what was sent travels.</param>
public sealed record LinkSpeed(long? Bandwidth, TimeSpan Lag)
{
    /// <summary>The speed of a link; one that nothing is known of has no limit and no lag.</summary>
    internal static LinkSpeed Of(Link? link) => new(link?.Bandwidth, link?.Lag ?? TimeSpan.Zero);

    /// <summary>How long bytes take until all are sent.</summary>
    internal TimeSpan TimeToSend(decimal bytes) => Throughput.TimeOf(bytes, Bandwidth);

    /// <summary>How long bytes take until all are there.</summary>
    internal TimeSpan TimeToBring(decimal bytes) => TimeToSend(bytes) + Lag;
}
