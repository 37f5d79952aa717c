using System.Globalization;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Queries;
using VasaSim.Core.Faults;
using VasaSim.Core.Lab;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Cloud.Operations;

/// <summary>
/// Starts and finishes the tasks of the replication service of clouds. What is done to the replication of a vApp is done
/// to those of its machines: what some cannot is a warning, and what none can the task's error.
/// </summary>
public static class CloudTasks
{
    /// <summary>Starts the task of a call.</summary>
    /// <returns>
    /// The task, which may have ended already; or the fault of the call: <see cref="CloudNotFound"/> for what the call
    /// names and there is not, <see cref="InvalidArgument"/> for what makes no sense, and what forbids a start. What the
    /// replication's state does not allow fails the task, or the call (<see cref="CloudKnobs.IllegalOrder"/>).
    /// </returns>
    public static Result<CloudTask> Start(World world, CloudCall call)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(call);
        Result<CloudPlan> planned = call.Operation == CloudOperation.Start ? ReplicationStart.Plan(world, call) : CloudPlan.Of(world, call);
        if (!planned.TryGet(out CloudPlan? plan, out Fault? fault))
        {
            return fault;
        }

        return plan.Refusal is { } refusal && world.Knobs.Cloud.IllegalOrder == TaskFaultDelivery.Call ? refusal : Begin(world, call, plan);
    }

    /// <summary>Gives a replication, or all those of a vApp's, to another owner, at once.</summary>
    /// <param name="world">The world.</param>
    /// <param name="id">The id of the replication.</param>
    /// <param name="ofVapp">Whether it is a vApp's.</param>
    /// <param name="owner">The new owner, as <c>org@site</c>.</param>
    /// <returns>The fault when there is no such replication or owner; null when it is done.</returns>
    public static Fault? ChangeOwner(World world, string id, bool ofVapp, string owner)
    {
        ArgumentNullException.ThrowIfNull(world);
        VappReplication? vapp = ofVapp ? world.Cloud.FindVappReplication(id) : null;
        VmReplication[] replications = vapp is not null ? [.. world.Cloud.ReplicationsIn(id)]
            : !ofVapp && world.Cloud.FindReplication(id) is { } one ? [one]
            : [];
        if (replications.Length == 0)
        {
            return new CloudNotFound(ofVapp ? CloudThing.VappReplication : CloudThing.VmReplication, id);
        }

        if (ReplicationEnds.CheckOwner(world, owner) is { } fault)
        {
            return fault;
        }

        foreach (VmReplication replication in replications)
        {
            world.Put(replication with { Owner = owner, LastUpdated = world.Now });
        }

        if (vapp is not null)
        {
            world.Put(vapp with { Owner = owner, LastUpdated = world.Now });
        }

        return null;
    }

    /// <summary>The task that works on a replication, of a machine or of a vApp, now; or null.</summary>
    public static CloudTask? WorkingOn(World world, string replication)
    {
        ArgumentNullException.ThrowIfNull(world);
        return world.Tasks.WorkingOn(replication);
    }

    /// <summary>Does what a task is for.</summary>
    internal static CloudTask Finish(World world, CloudTask task)
    {
        // It is no obstacle to itself any more, and nothing waits for it.
        world.Put(task with { Pending = null, Ended = world.Now });
        List<(CloudWork Work, Fault Fault)> failed = [];
        foreach (CloudWork work in task.Work)
        {
            // What was so at the call need not be so any more: the checks are made again.
            if ((work.Refusal ?? Do(world, task, work)) is { } fault)
            {
                failed.Add((work, fault));
            }
        }

        if (failed.Count == task.Work.Count)
        {
            return task.Failed(failed[0].Fault, world.Now);
        }

        if (task.OfVapp && world.Cloud.FindVappReplication(task.Replication) is { } vapp && task.Operation != CloudOperation.Start)
        {
            world.Put(CloudLawBook.Of(task.Operation).ApplyToVapp(task.Pending!, vapp) with { LastUpdated = world.Now });
        }

        return task with
        {
            Pending = null,
            Result = task.Operation == CloudOperation.Stop ? [] : [.. Replications(world, task).Select(r => CloudQueries.Describe(world, r))],
            Warnings = [.. failed.Select(f => new MachineLeftOut(f.Work.Replication, f.Fault))],
            Ended = world.Now,
        };
    }

    private static CloudTask Begin(World world, CloudCall call, CloudPlan plan)
    {
        long number = DueWork.NextNumber(world);
        TaskPace pace = DueWork.PaceOf(world, world.Knobs.TaskDuration.Of(call.Operation) + plan.Transfer);
        return DueWork.Begin(world, new CloudTask
        {
            Id = DerivedId.Guid(string.Create(CultureInfo.InvariantCulture, $"{world.Info.Seed}|cloud|task|{number}")).ToString(),
            Number = number,
            Created = world.Now,
            Started = pace.From,
            Pace = pace,
            Operation = call.Operation,
            OfVapp = call.OfVapp,
            Replication = plan.Replication,
            ResourceName = plan.ResourceName,
            User = call.User,
            SourceOrg = plan.SourceOrg,
            DestinationOrg = plan.DestinationOrg,
            Site = call.Site,
            OperationId = call.OperationId,
            Pending = call.Command,
            Work = plan.Work,
            Refusal = plan.Refusal,
        });
    }

    private static Fault? Do(World world, CloudTask task, CloudWork work)
    {
        if (task.Operation == CloudOperation.Start)
        {
            return ReplicationStart.Do(world, task, work);
        }

        if (world.Cloud.FindReplication(work.Replication) is not { } replication)
        {
            return new CloudNotFound(CloudThing.VmReplication, work.Replication);
        }

        CloudLaw law = CloudLawBook.Of(task.Operation);
        CloudContext context = new(world, task.Pending!, replication, task.Created, work.Bytes);
        if (CloudCheck.Run(law, context) is { } fault)
        {
            return fault;
        }

        if (law.Apply(context) is { } changed)
        {
            world.Put(changed with { LastUpdated = world.Now });
        }
        else
        {
            Forget(world, replication);
        }

        return null;
    }

    private static void Forget(World world, VmReplication replication)
    {
        world.Remove(replication);
        if (world.Cloud.ReplicationsIn(replication.VappReplication).Count == 0
            && world.Cloud.FindVappReplication(replication.VappReplication) is { } vapp)
        {
            world.Remove(vapp);
        }
    }

    private static IEnumerable<VmReplication> Replications(World world, CloudTask task) => task.OfVapp
        ? world.Cloud.ReplicationsIn(task.Replication)
        : world.Cloud.FindReplication(task.Replication) is { } one ? [one] : [];
}
