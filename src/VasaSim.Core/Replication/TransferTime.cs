using VasaSim.Core.Model;
using VasaSim.Core.Replicas;
using VasaSim.Core.Tasks;

namespace VasaSim.Core.Replication;

/// <summary>How long the data of a sync travels: what was written at the source since the newest replica, over the link's bandwidth.</summary>
internal static class TransferTime
{
    /// <summary>
    /// The longest transfer of the call's groups, which run side by side; zero for what transfers nothing. A group
    /// whose outcome is decided at the call has nothing to wait for.
    /// </summary>
    public static TimeSpan Of(World world, ReplicationCommand command, IReadOnlyList<GroupOutcome?> outcomes)
    {
        TimeSpan longest = TimeSpan.Zero;
        if (command.Operation != ReplicationOperation.Sync)
        {
            return longest;
        }

        for (int i = 0; i < outcomes.Count; i++)
        {
            TimeSpan own = outcomes[i] is null ? OfGroup(world, command.Groups[i].Group) : TimeSpan.Zero;
            longest = own > longest ? own : longest;
        }

        return longest;
    }

    private static TimeSpan OfGroup(World world, GroupId id)
    {
        if (world.FindGroup(id) is not { Source: { } sourceId } group
            || world.FindGroup(sourceId) is not { ChangeRate: > 0 } source
            || world.FindLink(sourceId.FaultDomain, id.FaultDomain) is not { Bandwidth: > 0 } link)
        {
            return TimeSpan.Zero;
        }

        DateTimeOffset last = ReplicaCatalog.Newest(world, group)?.Time ?? world.Info.StartTime;
        return Throughput.TimeOf(Throughput.Written(source.ChangeRate, world.Now - last), link.Bandwidth);
    }
}
