using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Operations;
using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Providers;
using VasaSim.Core.Recovery.Operations;
using VasaSim.Core.Recovery.Plans.Operations;
using VasaSim.Core.Recovery.Plans.Runs;
using VasaSim.Core.Replication;
using VasaSim.Core.Time;

namespace VasaSim.Core.Tasks;

/// <summary>What happens by itself as time passes: tasks end, certificates expire, providers are found to answer or not.</summary>
public static class DueWork
{
    private static readonly TimeSpan _queuedFor = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Moves the world to a time, on which everything due by then is done in the order of due times, each at its own.
    /// </summary>
    public static void AdvanceTo(World world, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(world);
        while (true)
        {
            bool hasTask = world.Tasks.TryNextDue(now, out ServiceTask? task);
            DateTimeOffset until = hasTask ? task!.Due : now;
            FlowEvent? flow = world.Cloud.Agenda.Next is { } coming && coming.At <= until ? coming : null;
            if (world.Agenda.Next is { } next && next.At <= until && !(flow?.At < next.At))
            {
                world.SetNow(next.At);
                ProviderEvents.Happen(world, next);
            }
            else if (flow is not null)
            {
                world.SetNow(flow.At);
                FlowEvents.Happen(world, flow);
            }
            else if (hasTask)
            {
                world.SetNow(task!.Due);
                Finish(world, task);
            }
            else
            {
                break;
            }
        }

        world.SetNow(now);
    }

    /// <summary>Ends every running task in error, as a restart of the service does.</summary>
    public static void FailRunning(World world, string reason)
    {
        ArgumentNullException.ThrowIfNull(world);
        foreach (ServiceTask task in world.Tasks.Running.ToArray())
        {
            world.Put(task.Failed(new SystemError(reason), world.Now));
        }
    }

    /// <summary>Takes the number of a new task.</summary>
    internal static long NextNumber(World world)
    {
        Model.Counters counters = world.Counters with { Tasks = world.Counters.Tasks + 1 };
        world.Put(counters);
        return counters.Tasks;
    }

    /// <summary>The pace of a task that is called now, by the duration that the lab has for it.</summary>
    internal static TaskPace PaceOf(World world, TimeSpan duration)
    {
        // What is to be slow takes its time, whatever others do.
        TimeSpan length = world.InstantTasks && world.TaskOrder?.Slow is null ? TimeSpan.Zero : duration;
        DateTimeOffset start = world.Now + (world.Knobs.ExposeQueued && length > _queuedFor ? _queuedFor : TimeSpan.Zero);
        return new TaskPace { From = start, Whole = ClockState.WholeMilliseconds(world.Now + length) - start };
    }

    /// <summary>Lets a task run as ordered, or ends it at once when it takes no time; and forgets old ones.</summary>
    internal static TTask Begin<TTask>(World world, TTask task)
        where TTask : ServiceTask
    {
        // Not for a task that this one starts at its end.
        ServiceTask ordered = world.TaskOrder?.ApplyTo(task) ?? task;
        world.TaskOrder = null;
        ServiceTask begun = Settle(world, ordered);
        Forget(world);
        return (TTask)begun;
    }

    /// <summary>Puts a task in place, and ends it when it is due.</summary>
    internal static ServiceTask Settle(World world, ServiceTask task)
    {
        if (task.Due <= world.Now)
        {
            return Finish(world, task);
        }

        world.Put(task);
        return task;
    }

    /// <summary>Does at once all that a task has still to do.</summary>
    internal static ServiceTask Complete(World world, ServiceTask task)
    {
        ServiceTask left = task.BegunBy(world.Now) with { Failure = null, Polls = null };
        while (left.IsRunning)
        {
            left = Finish(world, left);
        }

        return left;
    }

    /// <summary>Ends a task in error at once, whatever it is at.</summary>
    internal static ServiceTask Break(World world, ServiceTask task, Fault error) =>
        Keep(world, (task.BegunBy(world.Now) with { Failure = new TaskFailure(error, 0) }).Failed(error, world.Now));

    private static ServiceTask Finish(World world, ServiceTask task)
    {
        ServiceTask finished = task.ErrorWhenDue is { } error ? task.Failed(error, world.Now) : Work(world, task);
        return Keep(world, !finished.IsRunning && finished.Error is null ? finished with { Error = finished.ErrorAfterWork } : finished);
    }

    private static ServiceTask Keep(World world, ServiceTask task)
    {
        world.Put(task);
        if (!task.IsRunning)
        {
            PlanRuns.Hear(world, task);
        }

        return task;
    }

    private static ServiceTask Work(World world, ServiceTask task) => task switch
    {
        ReplicationTask replication => ReplicationTasks.Finish(world, replication),
        ProviderTask provider => ProviderTasks.Finish(world, provider),
        CloudTask cloud => CloudTasks.Finish(world, cloud),
        ProtectionTask protection => ProtectionTasks.Finish(world, protection),
        RecoveryPlanTask plan => PlanTasks.Finish(world, plan),
        _ => throw new ArgumentOutOfRangeException(nameof(task)),
    };

    private static void Forget(World world)
    {
        TaskRetention retention = world.Knobs.TaskRetention;
        while (world.Tasks.FirstEnded is { } oldest
            && (world.Tasks.Count > retention.Max
                || (world.Tasks.Count > retention.Count && world.Now - oldest.Due > retention.Age)))
        {
            world.Remove(oldest);
        }
    }
}
