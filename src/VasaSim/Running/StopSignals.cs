using System.Runtime.InteropServices;

namespace VasaSim.Running;

/// <summary>
/// Waits for SIGTERM or Ctrl-C. The first asks the program to stop in good order; a second Ctrl-C ends it at once.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _cancellation = new();
    private readonly PosixSignalRegistration[] _registrations;

    public StopSignals() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
    ];

    /// <summary>Completes with the first signal.</summary>
    public Task Stopped => _stopped.Task;

    /// <summary>Ends with the first signal.</summary>
    public CancellationToken Token => _cancellation.Token;

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
        {
            registration.Dispose();
        }

        _cancellation.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        if (!_stopped.TrySetResult() && context.Signal == PosixSignal.SIGINT)
        {
            Environment.Exit(ExitCode.Interrupted);
        }

        context.Cancel = true;
        _cancellation.Cancel();
    }
}
