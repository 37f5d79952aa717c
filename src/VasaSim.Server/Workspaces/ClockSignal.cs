namespace VasaSim.Server.Workspaces;

/// <summary>Tells those who wait for simulated time that the clock was set. Safe for threads.</summary>
internal sealed class ClockSignal
{
    private TaskCompletionSource _next = New();

    /// <summary>Ends when the clock is set next.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>The clock was set.</summary>
    public void Signal() => Interlocked.Exchange(ref _next, New()).SetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
