using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;

namespace VasaSim.Core.Cloud.Queries;

/// <summary>What there is to be known of a replication at the world's time.</summary>
public static class CloudQueries
{
    /// <summary>The replication with all that is to be told of it.</summary>
    public static DescribedReplication Describe(World world, VmReplication replication) => throw new NotImplementedException();

    /// <summary>The instances that the retention rules leave, oldest first.</summary>
    public static IReadOnlyList<ReplicaInstance> Instances(World world, VmReplication replication) => throw new NotImplementedException();

    /// <summary>The newest instance, or null.</summary>
    public static ReplicaInstance? Latest(World world, VmReplication replication) => throw new NotImplementedException();

    /// <summary>Bytes transferred in equal parts of a stretch of time, oldest first.</summary>
    /// <param name="world">The world.</param>
    /// <param name="replication">The replication.</param>
    /// <param name="from">The begin of the first part.</param>
    /// <param name="to">The end of the last part; what is after the world's time is 0.</param>
    /// <param name="parts">How many parts.</param>
    public static IReadOnlyList<long> Traffic(World world, VmReplication replication, DateTimeOffset from, DateTimeOffset to, int parts) =>
        throw new NotImplementedException();
}
