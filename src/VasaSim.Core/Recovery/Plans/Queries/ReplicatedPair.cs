using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;
using VasaSim.Core.Recovery.Queries;
using VasaSim.Core.Replication;

namespace VasaSim.Core.Recovery.Plans.Queries;

/// <summary>A replication group of a plan with its other side.</summary>
/// <param name="Named">The group that the protection group names.</param>
/// <param name="Source">The side that sends.</param>
/// <param name="Target">The side that receives, or was recovered.</param>
/// <param name="Reversed">Whether it sends from the recovery site already.</param>
internal sealed record ReplicatedPair(GroupId Named, ReplicationGroup Source, ReplicationGroup Target, bool Reversed)
{
    /// <summary>The pairs of a plan that there are, each once, in the order of its groups.</summary>
    public static IReadOnlyList<ReplicatedPair> Of(World world, IEnumerable<string> groups) =>
        [.. groups.Select(world.Recovery.FindGroup).OfType<ProtectionGroup>().SelectMany(g => Of(world, g)).DistinctBy(p => p.Named)];

    /// <summary>The pairs of a protection group that there are. Of several targets at the recovery site it is one that was recovered, else one in a test, else the first.</summary>
    public static IEnumerable<ReplicatedPair> Of(World world, ProtectionGroup group) =>
        group.Members.Groups.Select(id => Of(world, group, id)).OfType<ReplicatedPair>();

    /// <summary>Whether data may pass between the sides of any of a plan's groups; also where there is none.</summary>
    public static bool AreConnected(World world, IReadOnlyList<string> groups)
    {
        (string, string)[] links =
        [
            .. Of(world, groups).Select(p => (p.Source.Id.FaultDomain, p.Target.Id.FaultDomain)),
            .. groups.Select(world.Recovery.FindGroup).OfType<ProtectionGroup>()
                .SelectMany(g => g.Members.Machines.Select(m => HbrReplication.Of(world, g, m)))
                .OfType<Cloud.Model.VmReplication>().Select(r => (r.Source.Site, r.Destination.Site)),
        ];
        return links.Length == 0 || links.Any(l => LinkCheck.IsUp(world, l.Item1, l.Item2));
    }

    private static ReplicatedPair? Of(World world, ProtectionGroup group, GroupId id) => world.FindGroup(id) switch
    {
        // What receives was reversed: it is sent to from the other site now.
        { Source: { } other } target => world.FindGroup(other) is { } source ? new(id, source, target, true) : null,
        { } source => VvolReplication.TargetsAt(world, source, group.RecoverySite).MaxBy(Progress) is { } target ? new(id, source, target, false) : null,
        null => null,
    };

    private static int Progress(ReplicationGroup target) => target.State switch
    {
        ReplicationState.FailedOver => 2,
        ReplicationState.InTest => 1,
        _ => 0,
    };
}
