using System.Threading.Channels;

namespace VasaSim.Server.Tests.Cookbook;

/// <summary>
/// Real time in which waiting takes none: it tells for how long somebody wanted to wait, and the waits end at once or
/// when the test says so.
/// </summary>
/// <param name="endsAtOnce">Whether a wait ends at once.</param>
internal sealed class RecordedTime(bool endsAtOnce) : TimeProvider
{
    private readonly Channel<Wait> _waits = Channel.CreateUnbounded<Wait>();

    /// <summary>The next wait that somebody began.</summary>
    public ValueTask<Wait> NextAsync() => _waits.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>The waits so far that nobody asked for yet.</summary>
    public IReadOnlyList<TimeSpan> Take()
    {
        List<TimeSpan> taken = [];
        while (_waits.Reader.TryRead(out Wait? wait))
        {
            taken.Add(wait.Length);
        }

        return taken;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Wait wait = new(dueTime, () => callback(state));
        Assert.True(_waits.Writer.TryWrite(wait));
        if (endsAtOnce)
        {
            ThreadPool.QueueUserWorkItem(static w => w.End(), wait, preferLocal: false);
        }

        return wait;
    }

    /// <summary>A wait.</summary>
    /// <param name="length">For how long.</param>
    /// <param name="end">Ends it.</param>
    internal sealed class Wait(TimeSpan length, Action end) : ITimer
    {
        public TimeSpan Length => length;

        public void End() => end();

        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
