using VasaSim.Core.Faults;

namespace VasaSim.Core.Tasks;

/// <summary>What a tester does to a task that runs. All of it is for tasks that run; an ended one never changes again.</summary>
public static class TaskControl
{
    /// <summary>Lets a task stand still.</summary>
    /// <param name="world">The world.</param>
    /// <param name="task">The task.</param>
    /// <param name="percent">Where; null or already passed: where it is.</param>
    /// <param name="time">How long; null: until it is let go.</param>
    public static ServiceTask Hold(World world, ServiceTask task, int? percent, TimeSpan? time)
    {
        TaskPace pace = PaceOf(world, task);
        int at = Math.Clamp(percent ?? 0, (int)pace.Percent, 99);
        return Put(world, task with { Pace = pace with { Percent = Math.Min(pace.Percent, at), HeldAt = at, HeldFor = time } });
    }

    /// <summary>Lets a task go on that stands still; it ends by time again.</summary>
    public static ServiceTask Release(World world, ServiceTask task) =>
        Put(world, task with { Pace = PaceOf(world, task) with { HeldAt = null, HeldFor = null }, PollsLeft = null });

    /// <summary>Takes a task to a percent at once, where it stands still.</summary>
    public static ServiceTask Step(World world, ServiceTask task, int percent) =>
        Put(world, task with { Pace = PaceOf(world, task) with { Percent = percent, HeldAt = percent, HeldFor = null } });

    /// <summary>Lets what is left of a task take a number of times as long.</summary>
    public static ServiceTask Slow(World world, ServiceTask task, double factor)
    {
        TaskPace pace = PaceOf(world, task);
        return Put(world, task with { Pace = pace with { Full = pace.Full * factor } });
    }

    /// <summary>Ends a task in error: now, or when it reaches a percent. It does nothing to its groups.</summary>
    public static ServiceTask Fail(World world, ServiceTask task, Fault error, int? percent) =>
        Put(world, task with { Pace = PaceOf(world, task), FailAt = percent ?? 0, FailWith = error });

    /// <summary>Ends a task now, with its work done.</summary>
    public static ServiceTask Complete(World world, ServiceTask task)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(task);
        ServiceTask due = task with { Pace = null, FailAt = null, FailWith = null, PollsLeft = null, Due = world.Now };
        return DueWork.Finish(world, due);
    }

    /// <summary>Lets the service forget a task, ended or not: clients are told that there is none. Its work is done all the same.</summary>
    public static ServiceTask Forget(World world, ServiceTask task)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(task);
        ServiceTask forgotten = task with { IsForgotten = true };
        world.Put(forgotten);
        return forgotten;
    }

    /// <summary>Counts a question about a task that ends by questions; the last one ends it.</summary>
    /// <returns>The task as the question finds it.</returns>
    public static ServiceTask Asked(World world, ServiceTask task)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(task);
        if (!task.IsRunning || task.PollsLeft is not { } left)
        {
            return task;
        }

        if (left <= 1)
        {
            return Complete(world, task);
        }

        ServiceTask asked = task with { PollsLeft = left - 1 };
        world.Put(asked);
        return asked;
    }

    /// <summary>A task that is about to start, with what was ordered of it.</summary>
    internal static ServiceTask Begin(ServiceTask task, TaskOrder order)
    {
        TimeSpan full = (task.Due - task.Started) * (order.Slow ?? 1);
        ServiceTask ordered = task with
        {
            Pace = new TaskPace(task.Started, 0, full) { HeldAt = order.HoldAt, HeldFor = order.HoldFor },
            FailAt = order.FailAt,
            FailWith = order.FailWith,
            PollsLeft = order.Polls,
            IsForgotten = order.Forget,
            Refusal = order.Refusal ?? task.Refusal,
            ErrorAfterWork = order.ErrorAfterWork,
        };
        return ordered with { Due = DueOf(ordered) };
    }

    private static TaskPace PaceOf(World world, ServiceTask task)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(task);
        TaskPace pace = task.Pace ?? new TaskPace(task.Started, 0, task.Due - task.Started);
        double percent = pace.PercentAt(world.Now);
        TimeSpan? left = pace is { HeldAt: { } held, HeldFor: not null } && percent >= held
            ? Max(pace.Reaches(held, afterHold: true) - world.Now, TimeSpan.Zero)
            : pace.HeldFor;
        return pace with { At = world.Now > task.Started ? world.Now : task.Started, Percent = percent, HeldFor = left };
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static ServiceTask Put(World world, ServiceTask task)
    {
        ServiceTask changed = task with { Due = DueOf(task) };
        if (changed.Due <= world.Now)
        {
            return DueWork.Finish(world, changed with { Due = world.Now });
        }

        world.Put(changed);
        return changed;
    }

    private static DateTimeOffset DueOf(ServiceTask task)
    {
        TaskPace pace = task.Pace!;
        return task.FailAt is { } percent ? Whole(pace.Reaches(percent, afterHold: true))
            : task.PollsLeft is not null ? ServiceTask.Never
            : Whole(pace.Reaches(100, afterHold: true));
    }

    private static DateTimeOffset Whole(DateTimeOffset time) => time == ServiceTask.Never ? time : Time.ClockState.WholeMilliseconds(time);
}
