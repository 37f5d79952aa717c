namespace VasaSim.Tests.Trying;

/// <summary>Time that nobody has to wait for: each wait moves it on at once, and is noted.</summary>
internal sealed class SkippedTime : TimeProvider
{
    private long _ticks;

    /// <summary>The waits in seconds, in order.</summary>
    public List<double> Waits { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Waits.Add(dueTime.TotalSeconds);
        _ticks += dueTime.Ticks;
        callback(state);
        return new Ended();
    }

    private sealed class Ended : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
