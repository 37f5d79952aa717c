namespace VasaSim.Server.Faces.Vcda.Wire;

/// <summary>What was transferred over a stretch of time.</summary>
/// <param name="Start">Its begin, in milliseconds of Unix time.</param>
/// <param name="End">Its end.</param>
/// <param name="Samples">Its parts, oldest first.</param>
internal sealed record TrafficInfo(long Start, long End, IReadOnlyList<TrafficSample> Samples);

/// <summary>What was transferred in a part.</summary>
/// <param name="Timestamp">Its begin.</param>
/// <param name="Bytes">How much.</param>
internal sealed record TrafficSample(long Timestamp, long Bytes);
