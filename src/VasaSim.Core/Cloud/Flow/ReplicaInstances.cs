using VasaSim.Core.Cloud.Model;

namespace VasaSim.Core.Cloud.Flow;

/// <summary>Makes instances.</summary>
internal static class ReplicaInstances
{
    /// <summary>
    /// An instance of a replication. Its key follows from what it is; the time is in it because a replication that was
    /// reversed numbers its instances anew.
    /// </summary>
    /// <param name="world">The world, whose seed is in the key.</param>
    /// <param name="replication">The replication.</param>
    /// <param name="number">The sequence number.</param>
    /// <param name="time">The moment whose data it holds.</param>
    /// <param name="bytes">What was transferred for it.</param>
    /// <param name="there">When all of that was there.</param>
    public static ReplicaInstance Make(
        World world, VmReplication replication, long number, DateTimeOffset time, long bytes, DateTimeOffset there)
    {
        Guid id = DerivedId.Guid($"{world.Info.Seed}|{replication.Id}|{number}|{time.ToUnixTimeMilliseconds()}");
        return new($"replica-{id}", number, time, bytes, there - time, replication.Settings.Quiesced);
    }
}
