using VasaSim.Core.Faults;

namespace VasaSim.Core.Tasks;

/// <summary>
/// What a tester does to a task that was started. Each order takes effect at the world's time and replaces an earlier
/// one of its kind. Percentages are 0 to 99.
/// </summary>
public static class TaskControl
{
    /// <summary>Stops the task when it comes to a percentage; null: where it stands.</summary>
    /// <param name="world">The world.</param>
    /// <param name="task">The task.</param>
    /// <param name="percent">Where.</param>
    /// <param name="length">For how long; null: until it is released.</param>
    public static TaskAnswer Hold(World world, ServiceTask task, int? percent, TimeSpan? length) => Change(world, task, t =>
    {
        TaskPace pace = t.Pace.RebasedAt(world.Now);
        return percent < pace.Done ? null : t with { Pace = pace with { Hold = new TaskHold(percent ?? pace.Done, length) } };
    }, TaskRefusal.Passed);

    /// <summary>Ends the stop, or takes back one that is still to come; the error that was to come after it comes now.</summary>
    public static TaskAnswer Release(World world, ServiceTask task) => Change(world, task, t =>
        t.Pace.RebasedAt(world.Now) is { Hold: not null } pace ? t with { Pace = pace with { Hold = null } } : null, TaskRefusal.NotHeld);

    /// <summary>Puts the task at a percentage, also back, where it stops until it is released.</summary>
    public static TaskAnswer Step(World world, ServiceTask task, int percent) => Change(world, task, t =>
    {
        ServiceTask begun = t.BegunBy(world.Now);
        return begun with { Pace = begun.Pace with { From = world.Now, Done = percent, Hold = new TaskHold(percent, null) } };
    });

    /// <summary>Lets what is left take a number of times as long, more than 0.</summary>
    public static TaskAnswer Slow(World world, ServiceTask task, double factor) =>
        Change(world, task, t => t with { Pace = t.Pace.RebasedAt(world.Now).Slowed(factor) });

    /// <summary>Ends the task in error when it comes to a percentage, or now; nothing is done to its groups.</summary>
    public static TaskAnswer Fail(World world, ServiceTask task, Fault error, int? percent)
    {
        ArgumentNullException.ThrowIfNull(task);
        return percent is null && task.IsRunning
            ? new TaskAnswer(DueWork.Break(world, task, error), null)
            : Change(world, task, t => t with { Failure = new TaskFailure(error, percent) });
    }

    /// <summary>Lets the task do its work and end now.</summary>
    public static TaskAnswer Complete(World world, ServiceTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.IsRunning ? new TaskAnswer(DueWork.Complete(world, task), null) : new TaskAnswer(task, TaskRefusal.Ended);
    }

    /// <summary>Lets the task end when a client asks for it for the n-th time from now on, and not by time.</summary>
    public static TaskAnswer FinishAfterPolls(World world, ServiceTask task, int polls) =>
        Change(world, task, t => t with { Polls = polls });

    /// <summary>Tells clients that there is no such task; its work is done when it is due. Holds for ended ones too.</summary>
    public static TaskAnswer Forget(World world, ServiceTask task)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(task);
        ServiceTask forgotten = task with { Forgotten = true };
        world.Put(forgotten);
        return new TaskAnswer(forgotten, null);
    }

    /// <summary>A client asks for the task: what it is to be shown.</summary>
    public static ServiceTask Asked(World world, ServiceTask task)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(task);
        if (!task.IsRunning || task.Polls is not { } polls)
        {
            return task;
        }

        if (polls <= 1)
        {
            return DueWork.Complete(world, task);
        }

        ServiceTask asked = task with { Polls = polls - 1 };
        world.Put(asked);
        return asked;
    }

    private static TaskAnswer Change(
        World world, ServiceTask task, Func<ServiceTask, ServiceTask?> change, TaskRefusal otherwise = TaskRefusal.Ended)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(task);
        if (!task.IsRunning)
        {
            return new TaskAnswer(task, TaskRefusal.Ended);
        }

        return change(task) is { } changed ? new TaskAnswer(DueWork.Settle(world, changed), null) : new TaskAnswer(task, otherwise);
    }
}
