using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Queries;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;

namespace VasaSim.Core.Recovery.Queries;

/// <summary>What protection asks of replications of single machines: those of a vCenter alone, to a site over the recovery site.</summary>
internal static class HbrReplication
{
    /// <summary>The replication of a machine to the recovery site, or null.</summary>
    public static VmReplication? Of(World world, ProtectionGroup group, string machine) => world.Cloud.Sites
        .Where(s => s.Kind == CloudSiteKind.Vcenter && s.Site == group.ProtectedSite)
        .SelectMany(s => world.Cloud.ReplicationsOf(s.Id, machine))
        .FirstOrDefault(r => world.Cloud.FindSite(r.Destination.Site)?.Site == group.RecoverySite);

    /// <summary>What is an error of a replication, in words.</summary>
    public static IEnumerable<string> Errors(World world, ProtectionGroup group, ProtectedMachine member)
    {
        if (Of(world, group, member.Id) is { } replication
            && CloudQueries.StatusOf(world, replication).DataConnection == DataConnectionState.Error)
        {
            yield return $"The sites '{replication.Source.Site}' and '{replication.Destination.Site}' cannot reach each other.";
        }
    }

    /// <summary>What is less than wanted of a replication, in words.</summary>
    public static IEnumerable<string> Warnings(World world, ProtectionGroup group, ProtectedMachine member)
    {
        if (Of(world, group, member.Id) is not { } replication)
        {
            yield break;
        }

        if (replication.State != ReplicationState.Target)
        {
            yield return $"The replication of '{member.Name}' is recovered.";
            yield break;
        }

        ReplicationStatus status = CloudQueries.StatusOf(world, replication);
        string? idle = status.DataConnection switch
        {
            DataConnectionState.Paused => "is paused",
            DataConnectionState.PoweredOff => "is not active, since the machine is powered off",
            DataConnectionState.Unknown => "is not active yet",
            _ => null,
        };
        if (idle is not null)
        {
            yield return $"The replication of '{member.Name}' {idle}.";
        }

        if (status.RpoViolation > 0)
        {
            yield return $"The replication of '{member.Name}' violates its RPO by {status.RpoViolation} minutes.";
        }
    }
}
