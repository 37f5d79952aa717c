using VasaSim.Core;
using VasaSim.Core.Cloud.Queries;
using VasaSim.Server.Calls;
using VasaSim.Server.Faces.Rest;
using VasaSim.Server.Faces.Vcda.Operations;
using VasaSim.Server.Faces.Vcda.Translation;
using VasaSim.Server.Faces.Vcda.Wire;

namespace VasaSim.Server.Faces.Vcda.Handlers;

/// <summary>What replications transferred.</summary>
internal static class TrafficHandlers
{
    private const long MostSamples = 10_000;
    private const long DefaultSeconds = 300;
    private const long RecentSeconds = 20;

    private static readonly TimeSpan _defaultLength = TimeSpan.FromHours(1);
    private static readonly TimeSpan _longest = TimeSpan.FromDays(3660);
    private static readonly TimeSpan _recent = TimeSpan.FromMinutes(5);

    /// <summary>The parameters of the query; the resolution is in seconds.</summary>
    public static IReadOnlyList<QueryParameter> Query { get; } =
        [Parameters.Site, new("start", QueryKind.Time), new("end", QueryKind.Time), new("resolution", QueryKind.Whole)];

    public static Outcome Show(VcdaCall call, World world)
    {
        DateTimeOffset end = call.Query.Whole("end") is { } to ? WireTime.FromWire(to) : world.Now;
        DateTimeOffset start = call.Query.Whole("start") is { } from ? WireTime.FromWire(from)
            : end - DateTimeOffset.MinValue < _defaultLength ? DateTimeOffset.MinValue
            : end - _defaultLength;
        if (start >= end)
        {
            return VcdaCall.Failed(ErrorCode.BadRequest, "The query parameter 'start' is not before 'end'.");
        }

        if (end - start > _longest)
        {
            return VcdaCall.Failed(ErrorCode.BadRequest, $"The query parameters 'start' and 'end' are {(end - start).TotalDays:0} days apart; legal are up to {_longest.TotalDays}.");
        }

        double length = (end - start).TotalSeconds;
        double step = Math.Clamp(call.Query.Whole("resolution") ?? DefaultSeconds, 1, Math.Max(1, length));
        double samples = Math.Ceiling(length / step);
        return samples <= MostSamples
            ? Samples(call, world, start, TimeSpan.FromSeconds(step), (int)samples)
            : VcdaCall.Failed(ErrorCode.BadRequest, $"The query asks for {samples:0} samples; legal are up to {MostSamples}: take a larger 'resolution', in seconds.");
    }

    public static Outcome ShowRecent(VcdaCall call, World world) =>
        Samples(call, world, world.Now - _recent, TimeSpan.FromSeconds(RecentSeconds), (int)(_recent.TotalSeconds / RecentSeconds));

    private static Outcome Samples(VcdaCall call, World world, DateTimeOffset start, TimeSpan step, int count)
    {
        DateTimeOffset end = (DateTimeOffset.MaxValue - start) / step < count ? DateTimeOffset.MaxValue : start + (step * count);
        IReadOnlyList<long> bytes = CloudQueries.Traffic(world, call.Replication(world), start, end, count);
        return Outcome.Result(new TrafficInfo(
            start.ToWire(), end.ToWire(), [.. bytes.Select((b, i) => new TrafficSample((start + (step * i)).ToWire(), b))]));
    }
}
