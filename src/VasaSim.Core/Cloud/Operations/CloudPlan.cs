using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Faults;

namespace VasaSim.Core.Cloud.Operations;

/// <summary>What a call will do, as it looks when the call is made.</summary>
/// <param name="Replication">The id of the replication that the task is about.</param>
/// <param name="ResourceName">The name of the machine or vApp.</param>
/// <param name="SourceOrg">The organization of the source.</param>
/// <param name="DestinationOrg">The organization of the destination.</param>
/// <param name="Work">What is done to each replication of a machine; at least one.</param>
/// <param name="Transfer">How long data travels; transfers run side by side.</param>
internal sealed record CloudPlan(
    string Replication, string ResourceName, string? SourceOrg, string? DestinationOrg, IReadOnlyList<CloudWork> Work, TimeSpan Transfer = default)
{
    /// <summary>Why nothing can be done at all; null: something can.</summary>
    public Fault? Refusal => Work.All(w => w.Refusal is not null) ? Work[0].Refusal : null;

    /// <summary>The plan of a call about a replication that there is; or the fault of the call.</summary>
    public static Result<CloudPlan> Of(World world, CloudCall call)
    {
        string id = call.Replication!;
        if (call.OfVapp)
        {
            return world.Cloud.FindVappReplication(id) is { } vapp
                ? Of(world, call, new CloudPlan(id, vapp.Name, vapp.Source.Org, vapp.Destination.Org, []), world.Cloud.ReplicationsIn(id))
                : new CloudNotFound(CloudThing.VappReplication, id);
        }

        return world.Cloud.FindReplication(id) is { } own
            ? Of(world, call, new CloudPlan(id, own.MachineName, own.Source.Org, own.Destination.Org, []), [own])
            : new CloudNotFound(CloudThing.VmReplication, id);
    }

    private static Result<CloudPlan> Of(World world, CloudCall call, CloudPlan empty, IReadOnlyList<VmReplication> replications)
    {
        CloudLaw law = CloudLawBook.Of(call.Operation);
        CloudContext[] contexts = [.. replications.Select(r => new CloudContext(world, call.Command, r, world.Now))];
        if ((CheckInstances(call, replications) ?? contexts.Select(law.CheckCall).FirstOrDefault(f => f is not null)) is { } fault)
        {
            return fault;
        }

        TimeSpan longest = TimeSpan.Zero;
        List<CloudWork> work = [];
        foreach (CloudContext context in contexts)
        {
            Fault? refusal = CloudCheck.Run(law, context);
            (long bytes, TimeSpan time) = refusal is null && law.Syncs(call.Command) ? DataFlows.Sync(world, context.Replication) : default;
            longest = time > longest ? time : longest;
            work.Add(new CloudWork(context.Replication.Id, refusal, bytes));
        }

        return empty with { Work = work, Transfer = longest };
    }

    private static Fault? CheckInstances(CloudCall call, IReadOnlyList<VmReplication> replications)
    {
        if (call.Command is not RecoverCommand { Instances.Count: > 0 } command)
        {
            return null;
        }

        return command.Sync ? new InvalidArgument("sync")
            : command.Instances.Keys.FirstOrDefault(id => replications.All(r => r.Id != id)) is { } stranger
                ? new CloudNotFound(CloudThing.VmReplication, stranger)
            : null;
    }
}
