using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Storage;

namespace VasaSim.Core.Tasks;

/// <summary>
/// A task of the service. It knows when it is due; whoever looks at the world later than that finds it done. Once
/// ended it never changes again.
/// </summary>
public abstract record ServiceTask : Entity
{
    /// <summary>Managed object id, such as <c>smsTask-7</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Position in the order of starting.</summary>
    public required long Number { get; init; }

    /// <summary>When the call was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it begins to run; before that it is queued.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it will be, or was, finished.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>Why the task as a whole failed; set only after the end.</summary>
    public Fault? Error { get; init; }

    /// <summary>True until the end.</summary>
    public abstract bool IsRunning { get; }

    /// <summary>What it shows at a time.</summary>
    public ServiceTaskState StateAt(DateTimeOffset now)
    {
        if (!IsRunning)
        {
            return Error is null ? ServiceTaskState.Success : ServiceTaskState.Error;
        }

        return now < Started ? ServiceTaskState.Queued : ServiceTaskState.Running;
    }

    /// <summary>How much is done at a time, 1–99 percent; null when it does not run or has hardly begun.</summary>
    public int? ProgressAt(DateTimeOffset now)
    {
        if (StateAt(now) != ServiceTaskState.Running || Due <= Started)
        {
            return null;
        }

        int percent = (int)Math.Min(99, 100 * (now - Started) / (Due - Started));
        return percent > 0 ? percent : null;
    }

    /// <summary>The task ended in error, as a restart of the service ends it.</summary>
    internal abstract ServiceTask Failed(Fault error, DateTimeOffset now);
}

/// <summary>The states of a task.</summary>
public enum ServiceTaskState
{
    /// <summary>Waits to run.</summary>
    Queued,

    /// <summary>Runs.</summary>
    Running,

    /// <summary>Ended well; single groups may have failed.</summary>
    Success,

    /// <summary>Failed as a whole.</summary>
    Error,
}
