using VasaSim.Core.Storage;

namespace VasaSim.Storage.Sqlite;

/// <summary>Somebody wants to read the world.</summary>
internal sealed record LoadRequest(CancellationToken Cancellation)
{
    public TaskCompletionSource<StoredWorld> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
