using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace VasaSim.Server.Injection;

/// <summary>The connection under a request, below TLS, so that it can be ended as one wishes.</summary>
internal sealed class RawConnection(ConnectionContext connection)
{
    // Taken before TLS puts its own in the place of it.
    private readonly PipeWriter _output = connection.Transport.Output;

    /// <summary>The connection of a request.</summary>
    public static RawConnection? Of(HttpContext http) => http.Features.Get<RawConnection>();

    /// <summary>Ends the connection by FIN, after all that was sent so far.</summary>
    public async Task CloseAsync()
    {
        TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration registration = connection.ConnectionClosed.UnsafeRegister(static t => ((TaskCompletionSource)t!).TrySetResult(), closed);
        await _output.CompleteAsync();
        await closed.Task;
    }
}
