using VasaSim.Core.Storage;

namespace VasaSim.Storage.Sqlite;

/// <summary>Somebody wants to read the world.</summary>
internal sealed class LoadRequest(CancellationToken cancellation)
{
    private readonly TaskCompletionSource<StoredWorld> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What was read.</summary>
    public Task<StoredWorld> World => _completion.Task;

    /// <summary>Reads it, on the thread that the database belongs to.</summary>
    public void Answer(SqliteWorldFile file, SqliteDatabase database)
    {
        try
        {
            _completion.SetResult(WorldRows.ReadAll(file, database, cancellation));
        }
        catch (OperationCanceledException)
        {
            _completion.SetCanceled(cancellation);
        }
        catch (Exception e)
        {
            _completion.SetException(e is StoreException ? e : file.Reading(e));
        }
    }
}
