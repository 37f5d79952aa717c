using VasaSim.Core.Faults;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Replication;

/// <summary>
/// Does an operation at the array itself: by the same law and after the same checks of the group, but without a task,
/// taking no time, and whatever the provider in front of the array is like. Only a group that no provider manages can
/// have nothing done to it.
/// </summary>
internal static class ReplicationAtOnce
{
    /// <summary>Does it, without the source's part where it can do without; test copies in use are no obstacle.</summary>
    /// <param name="world">The world.</param>
    /// <param name="group">The group as it shall be taken for.</param>
    /// <param name="operation">What to do.</param>
    /// <param name="replicaName">Sync: the name of the replica to make.</param>
    /// <returns>The outcome, or why it cannot be done; nothing was changed then.</returns>
    public static Result<GroupOutcome> Run(World world, ReplicationGroup group, ReplicationOperation operation, string? replicaName = null)
    {
        if (ProviderDirectory.ActiveFor(world, group.Id.FaultDomain) is not { } provider)
        {
            return new ProviderNotFound();
        }

        ReplicationCommand command = new()
        {
            Operation = operation,
            Method = operation.ToString(),
            Provider = provider.Id,
            Groups = [new GroupSelection(group.Id)],
            ReplicaName = replicaName,
            Force = true,
        };
        ReplicationLaw law = LawBook.Of(operation);
        LawContext context = new(world, command, command.Groups[0], group, provider, world.Now);
        return GroupCheck.Run(law, context, self: null) switch
        {
            GroupFailed failed => failed.Error,
            { } done => done,
            null => law.Apply(context),
        };
    }
}
