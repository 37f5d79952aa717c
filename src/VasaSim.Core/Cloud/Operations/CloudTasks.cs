using VasaSim.Core.Faults;

namespace VasaSim.Core.Cloud.Operations;

/// <summary>Starts and finishes the tasks of the replication service of clouds.</summary>
public static class CloudTasks
{
    /// <summary>Starts the task of a call.</summary>
    /// <returns>
    /// The task, which may have ended already; or the fault of the call: NotFound for a replication, site, machine, vApp,
    /// virtual data center, storage profile, SLA profile or instance that there is not, InvalidArgument for what makes no
    /// sense. What the replication's state does not allow fails the task, or the call (<see cref="Lab.CloudKnobs.IllegalOrder"/>).
    /// </returns>
    public static Result<CloudTask> Start(World world, CloudCall call) => throw new NotImplementedException();

    /// <summary>Gives a replication, or all those of a vApp's, to another owner, at once.</summary>
    /// <param name="world">The world.</param>
    /// <param name="id">The id of the replication.</param>
    /// <param name="ofVapp">Whether it is a vApp's.</param>
    /// <param name="owner">The new owner, as <c>org@site</c>.</param>
    /// <returns>The fault when there is no such replication or owner; null when it is done.</returns>
    public static Fault? ChangeOwner(World world, string id, bool ofVapp, string owner) => throw new NotImplementedException();

    /// <summary>The task that works on a replication now, or null.</summary>
    public static CloudTask? WorkingOn(World world, string replication) =>
        world.Tasks.Running.OfType<CloudTask>().FirstOrDefault(t => t.Replication == replication);

    /// <summary>Powers a machine on or off, on which what replicates it goes on or waits.</summary>
    public static void SetPower(World world, Model.CloudMachine machine, bool on) => throw new NotImplementedException();

    /// <summary>Does what a task is for.</summary>
    internal static CloudTask Finish(World world, CloudTask task) => throw new NotImplementedException();
}
