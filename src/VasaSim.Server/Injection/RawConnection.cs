using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace VasaSim.Server.Injection;

/// <summary>The connection under a request, below TLS, so that it can be ended as one wishes.</summary>
internal sealed class RawConnection(ConnectionContext connection)
{
    /// <summary>The connection of a request.</summary>
    public static RawConnection? Of(HttpContext http) => http.Features.Get<RawConnection>();

    /// <summary>Ends the connection by FIN, after all that was sent so far.</summary>
    public async Task CloseAsync()
    {
        TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration registration = connection.ConnectionClosed.UnsafeRegister(static t => ((TaskCompletionSource)t!).TrySetResult(), closed);
        await connection.Transport.Output.CompleteAsync();
        await closed.Task;
    }

    /// <summary>Ends the connection by RST.</summary>
    public void Reset() => connection.Abort();
}
