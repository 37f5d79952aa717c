using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Queries;
using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Replication;

namespace VasaSim.Core.Cloud.Operations.Laws;

/// <summary>What test, failover and migration share: each makes a machine of an instance's data.</summary>
internal abstract class RecoveryLaw : CloudLaw
{
    /// <summary>What it does to the state.</summary>
    protected abstract StateStep Step { get; }

    public override IReadOnlyList<ReplicationState> Needs => [Step.From];

    public override Fault? CheckCall(CloudContext context) =>
        Wanted(context) is { } key && Find(context.World, context.Replication, key) is null ? new CloudNotFound(CloudThing.Instance, key) : null;

    public override Fault? Check(CloudContext context)
    {
        if (Wanted(context) is { } key)
        {
            // Retention may have taken it since the call.
            return Find(context.World, context.Replication, key) is null ? new CloudNotFound(CloudThing.Instance, key) : null;
        }

        return Syncs(context.Command) || CloudQueries.Latest(context.World, context.Replication) is not null ? null : new NoValidReplica(null);
    }

    /// <summary>The replication with its recovered machine, which is put into the world.</summary>
    protected VmReplication Recover(CloudContext context, VmReplication replication)
    {
        ReplicaInstance used = Wanted(context) is { } key
            ? Find(context.World, replication, key)!
            : CloudQueries.Latest(context.World, replication)!;
        return replication with
        {
            State = Step.To,
            Recovery = CloudInventory.Recover(context.World, replication, used, Step.To, ((RecoverCommand)context.Command).PowerOn),
        };
    }

    /// <summary>The replication after <see cref="Recover"/>, failed over for good.</summary>
    protected VmReplication FailOver(CloudContext context, VmReplication replication)
    {
        RecoverCommand command = (RecoverCommand)context.Command;
        VmReplication over = DataFlows.Finish(context.World, Recover(context, replication)) with { FailoverSettings = command.Settings };
        return command.Consolidate
            ? over with { Flow = over.Flow with { Kept = [.. over.Flow.Kept.SkipWhile(i => i.Key != over.Recovery!.Instance)] } }
            : over;
    }

    /// <summary>The instance that the call names for the replication; null: the latest.</summary>
    protected virtual string? Wanted(CloudContext context) =>
        ((RecoverCommand)context.Command).Instances.GetValueOrDefault(context.Replication.Id);

    private static ReplicaInstance? Find(World world, VmReplication replication, string key) =>
        CloudQueries.Instances(world, replication).FirstOrDefault(i => i.Key == key);
}
