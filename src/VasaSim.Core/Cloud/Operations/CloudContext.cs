using VasaSim.Core.Cloud.Model;

namespace VasaSim.Core.Cloud.Operations;

/// <summary>One replication of a call, with all that a law looks at.</summary>
/// <param name="World">The world.</param>
/// <param name="Command">The call.</param>
/// <param name="Replication">The replication as it is now.</param>
/// <param name="Since">When the call was made: what it needs must have been so ever since.</param>
/// <param name="Bytes">How much its sync transfers; known only at the end.</param>
internal sealed record CloudContext(
    World World, CloudCommand Command, VmReplication Replication, DateTimeOffset Since, long Bytes = 0)
{
    /// <summary>The machine at the source; null when it is gone.</summary>
    public CloudMachine? Machine => World.Cloud.FindMachine(Replication.Source.Site, Replication.Machine);
}
