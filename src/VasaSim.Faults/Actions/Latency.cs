namespace VasaSim.Faults.Actions;

/// <summary>How long an answer waits.</summary>
public sealed record Latency
{
    // The 99th percentile of the standard normal distribution.
    private const double NormalP99 = 2.3263478740408408;

    /// <summary>Always the same.</summary>
    public TimeSpan? Fixed { get; init; }

    /// <summary>Evenly between two.</summary>
    public UniformLatency? Uniform { get; init; }

    /// <summary>Log-normal, by median and 99th percentile.</summary>
    public LognormalLatency? Lognormal { get; init; }

    /// <summary>Whether simulated time is meant.</summary>
    /// <value>Default: null, real time: the time-outs of clients know no other.</value>
    public bool? Simulated { get; init; }

    /// <summary>The time for a draw.</summary>
    /// <param name="draw">From 0 up to 1.</param>
    public TimeSpan Of(double draw)
    {
        if (Uniform is { } uniform)
        {
            return uniform.Min + ((uniform.Max - uniform.Min) * draw);
        }

        if (Lognormal is { } lognormal)
        {
            double sigma = Math.Log(lognormal.P99 / lognormal.P50) / NormalP99;
            return lognormal.P50 * Math.Exp(sigma * NormalQuantile.Of(draw));
        }

        return Fixed ?? TimeSpan.Zero;
    }
}

/// <summary>Evenly between two times.</summary>
public sealed record UniformLatency
{
    /// <summary>The shortest.</summary>
    public TimeSpan Min { get; init; }

    /// <summary>The longest.</summary>
    public TimeSpan Max { get; init; }
}

/// <summary>A log-normal distribution.</summary>
public sealed record LognormalLatency
{
    /// <summary>The median, above zero.</summary>
    public TimeSpan P50 { get; init; }

    /// <summary>The 99th percentile, not below the median.</summary>
    public TimeSpan P99 { get; init; }
}
