using VasaSim.Core.Model;

namespace VasaSim.Core.Replication;

/// <summary>One group of a call, with all that a law looks at.</summary>
/// <param name="World">The world.</param>
/// <param name="Command">The call.</param>
/// <param name="Selection">The group as the call names it, with the replica to use.</param>
/// <param name="Group">The group as it is now.</param>
/// <param name="Provider">The provider called.</param>
/// <param name="Since">When the call was made: what it needs must have been so ever since.</param>
internal sealed record LawContext(
    World World,
    ReplicationCommand Command,
    GroupSelection Selection,
    ReplicationGroup Group,
    Provider Provider,
    DateTimeOffset Since)
{
    public DateTimeOffset Now => World.Now;

    /// <summary>The source side of a target group, or null when it is gone.</summary>
    public ReplicationGroup? Source => Group.Source is { } id ? World.FindGroup(id) : null;
}
