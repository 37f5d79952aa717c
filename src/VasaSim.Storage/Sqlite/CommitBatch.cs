using VasaSim.Core.Storage;

namespace VasaSim.Storage.Sqlite;

/// <summary>The work that waits for the writer: commits that share a transaction, then reads.</summary>
internal sealed class CommitBatch
{
    // Shared by all callers of the batch: they succeed and fail together.
    private TaskCompletionSource _committed = NewCompletion();

    /// <summary>The changes, in the order of the calls.</summary>
    public List<WorldChanges> Changes { get; } = [];

    /// <summary>Who wants to read what is there after the changes.</summary>
    public List<LoadRequest> Loads { get; } = [];

    /// <summary>Whether there is nothing to do.</summary>
    public bool IsEmpty => Changes.Count == 0 && Loads.Count == 0;

    /// <summary>Completes when the changes are kept.</summary>
    public Task Committed => _committed.Task;

    public void Succeed() => _committed.SetResult();

    public void Fail(StoreException failure) => _committed.SetException(failure);

    /// <summary>Makes it ready for other callers.</summary>
    public void Reset()
    {
        if (Changes.Count > 0)
            _committed = NewCompletion();
        Changes.Clear();
        Loads.Clear();
    }

    // Whoever waits goes on elsewhere: the writer has the next batch to see to.
    private static TaskCompletionSource NewCompletion() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
