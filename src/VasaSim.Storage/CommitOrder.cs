using VasaSim.Core.Storage;

namespace VasaSim.Storage;

/// <summary>
/// Lets changes through as long as each follows the one before it. After the first failure nothing passes any more:
/// what would come next builds on something that is not kept. Not safe for concurrent use.
/// </summary>
/// <param name="store">What the messages call the store.</param>
/// <param name="revision">The last revision that is kept already.</param>
internal sealed class CommitOrder(string store, long revision = 0)
{
    private long _last = revision;
    private StoreException? _failure;

    /// <summary>Why a change cannot be taken; null when it can, and then it is the one to follow.</summary>
    public StoreException? Refuse(WorldChanges changes)
    {
        if (_failure is not null)
            return new StoreException(_failure.Problem, _failure.Message, _failure);

        if (!changes.ReplacesAll && changes.Revision != _last + 1)
        {
            return _failure = new StoreException(
                StoreProblem.Conflict,
                $"{store} holds revision {_last} and cannot take {changes.Revision} as the next one: the world was changed from elsewhere. Start again, so that it is loaded as it is stored.");
        }

        _last = changes.Revision;
        return null;
    }

    /// <summary>Lets nothing pass from now on. The first failure is the one that is told.</summary>
    public void Fail(StoreException failure) => _failure ??= failure;
}
