using Microsoft.Extensions.Hosting;

namespace VasaSim.Server.Hosting;

/// <summary>
/// Leaves the process's signals alone: whoever started the host stops it, be it the program or somebody's test, and
/// Ctrl-C means what it means there.
/// </summary>
internal sealed class QuietLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
