using VasaSim.Core.Tasks;

namespace VasaSim.Core;

/// <summary>Which running task works on what.</summary>
/// <param name="atWork">What a task works on; nothing once it has ended.</param>
internal sealed class WorkIndex<TKey, TTask>(Func<TTask, IEnumerable<TKey>> atWork)
    where TKey : notnull
    where TTask : ServiceTask
{
    private readonly Dictionary<TKey, TTask> _tasks = [];

    public TTask? Find(TKey key) => _tasks.GetValueOrDefault(key);

    public void Change(TTask? before, TTask? after)
    {
        if (before is { IsRunning: true })
        {
            foreach (TKey key in atWork(before).Where(k => Find(k)?.Id == before.Id))
            {
                _tasks.Remove(key);
            }
        }

        if (after is { IsRunning: true })
        {
            foreach (TKey key in atWork(after))
            {
                _tasks[key] = after;
            }
        }
    }
}
