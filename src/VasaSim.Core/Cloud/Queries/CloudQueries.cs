using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;

namespace VasaSim.Core.Cloud.Queries;

/// <summary>What there is to be known of a replication at the world's time. None changes anything.</summary>
public static class CloudQueries
{
    /// <summary>The replication with all that is to be told of it.</summary>
    public static DescribedReplication Describe(World world, VmReplication replication)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(replication);
        CloudTables cloud = world.Cloud;
        return new()
        {
            Replication = replication,
            Status = StatusOf(world, replication),
            At = world.Now,
            Machine = cloud.FindMachine(replication.Source.Site, replication.Machine),
            SourceVdc = replication.Source.Vdc is { } source ? cloud.FindVdc(source) : null,
            DestinationVdc = replication.Destination.Vdc is { } destination ? cloud.FindVdc(destination) : null,
            SlaProfileName = replication.SlaProfile is { } profile ? cloud.FindSlaProfile(profile)?.DisplayName : null,
            Vapp = cloud.FindVappReplication(replication.VappReplication)
                ?? throw new ArgumentException($"The replication {replication.Id} is part of none.", nameof(replication)),
        };
    }

    /// <summary>What is computed of a replication.</summary>
    public static ReplicationStatus StatusOf(World world, VmReplication replication)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(replication);
        return new StatusLaw(world, replication).Status();
    }

    /// <summary>The instances that the retention rules leave, oldest first.</summary>
    public static IReadOnlyList<ReplicaInstance> Instances(World world, VmReplication replication)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(replication);
        return FlowMoment.Of(world, replication).Instances();
    }

    /// <summary>The newest instance, or null.</summary>
    public static ReplicaInstance? Latest(World world, VmReplication replication)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(replication);
        return FlowMoment.Of(world, replication).Latest();
    }

    /// <summary>Bytes transferred in equal parts of a stretch of time, oldest first.</summary>
    /// <param name="world">The world.</param>
    /// <param name="replication">The replication.</param>
    /// <param name="from">The begin of the first part, which belongs to it as the end does not.</param>
    /// <param name="to">The end of the last part; what is after the world's time is 0.</param>
    /// <param name="parts">How many parts, at least one.</param>
    public static IReadOnlyList<long> Traffic(World world, VmReplication replication, DateTimeOffset from, DateTimeOffset to, int parts)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(replication);
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        FlowMoment moment = FlowMoment.Of(world, replication);
        decimal[] before = [.. Enumerable.Range(0, parts + 1).Select(i => moment.TransferredBefore(Earlier(from + ((to - from) * i / parts), world.Now)))];
        return [.. Enumerable.Range(0, parts).Select(i => (long)Math.Min(before[i + 1] - before[i], long.MaxValue))];
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
