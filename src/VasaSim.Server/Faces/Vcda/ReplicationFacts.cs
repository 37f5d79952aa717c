using VasaSim.Core;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Cloud.Queries;
using VasaSim.Faults.Decisions;
using VasaSim.Lab.Reading;
using VasaSim.Server.Faces.Vcda.Operations;
using VasaSim.Server.Injection;

namespace VasaSim.Server.Faces.Vcda;

/// <summary>
/// What rules may ask of a replication: it is a group of the cloud that it goes to, its instances are the replicas. That of
/// a vApp is in the state that all its machines are in. Used in turns on the world.
/// </summary>
internal static class ReplicationFacts
{
    /// <summary>The cloud that a replication goes to; null when there is none of that id.</summary>
    public static string? DestinationOf(World world, Subject subject, string id) => EndsOf(world, subject, id)?.Destination.Site;

    /// <summary>The facts; of one that there is not no more than its name.</summary>
    /// <param name="world">The world.</param>
    /// <param name="subject">What it is.</param>
    /// <param name="site">The cloud that it counts to.</param>
    /// <param name="id">Its id.</param>
    public static GroupFacts Of(World world, Subject subject, string site, string id)
    {
        if (EndsOf(world, subject, id) is not { } ends)
        {
            return new GroupFacts(site, id);
        }

        VmReplication[] machines = subject == Subject.VmReplication ? [world.Cloud.FindReplication(id)!] : [.. world.Cloud.ReplicationsIn(id)];
        return new GroupFacts(site, id)
        {
            State = machines.Select(m => m.State).Distinct().ToArray() is [var state] ? GroupWords.Of(state) : null,
            LinkUp = FactsOfWorld.IsLinkUp(world, ends.Source.Site, ends.Destination.Site),
            CountReplicas = () => machines.Select(m => CloudQueries.Instances(world, m).Count).DefaultIfEmpty().Max(),
        };
    }

    private static (ReplicationEnd Source, ReplicationEnd Destination)? EndsOf(World world, Subject subject, string id) => subject switch
    {
        Subject.VmReplication when world.Cloud.FindReplication(id) is { } found => (found.Source, found.Destination),
        Subject.VappReplication when world.Cloud.FindVappReplication(id) is { } found => (found.Source, found.Destination),
        _ => null,
    };
}
