namespace VasaSim.Trying;

/// <summary>Waits before something that was busy is asked again: 1, 2 and 4 s, and then no more.</summary>
internal sealed class BusyPauses(TimeProvider time)
{
    private static readonly TimeSpan[] _pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)];

    private int _taken;

    /// <summary>Waits for the next pause.</summary>
    /// <returns>Whether to ask again; false, at once, when it was asked often enough.</returns>
    public async Task<bool> NextAsync(CancellationToken cancellation)
    {
        if (_taken == _pauses.Length)
        {
            return false;
        }

        await Task.Delay(_pauses[_taken++], time, cancellation);
        return true;
    }
}
