using VasaSim.Core;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;
using VasaSim.Server.Faces.Srm.Handlers;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm;

/// <summary>The replication groups that a call is about.</summary>
internal static class ReplicationGroups
{
    /// <summary>
    /// Those that a call names, or that a protection group or a plan of its path or body is over, each once: first those of
    /// the path. Used in a turn on the world.
    /// </summary>
    public static IReadOnlyList<GroupId> Of(SrmCall call, World world) =>
        [.. OfPath(call, world).Concat(OfBody(call, world)).Where(g => g is { FaultDomain: not null, DeviceGroup: not null }).Distinct()];

    private static IEnumerable<GroupId> OfPath(SrmCall call, World world)
    {
        IEnumerable<GroupId> groups = GroupHandlers.Find(call, world) is { } group ? group.Members.Groups
            : PlanHandlers.Find(call, world) is { } plan ? OfGroups(world, plan.Groups)
            : [];
        return !call.Path.TryGetValue("replication_group_id", out string? id) ? groups
            : call.Path.TryGetValue("domain_id", out string? domain) ? [VvolIds.GroupOf(domain, id)]
            : groups.Where(g => VvolIds.IsOf(g, id));
    }

    private static IEnumerable<GroupId> OfBody(SrmCall call, World world) => call.Body.Value switch
    {
        IMembersSpec spec => (spec.VvolSpec?.ReplicationGroups ?? []).OfType<VvolReplicationGroupData>().Select(g => new GroupId(g.FaultDomainId, g.DeviceGroupId)),
        RecoveryPlanCreateSpec spec => OfGroups(world, Read(call, spec.ProtectionGroups)),
        RecoveryPlanEditSpec spec => OfGroups(world, Read(call, spec.ProtectionGroups)),
        _ => [],
    };

    private static IEnumerable<string> Read(SrmCall call, IReadOnlyList<string>? ids) =>
        (ids ?? []).Select(id => call.Ids.Read(DrIds.GroupType, id)).OfType<string>();

    private static IEnumerable<GroupId> OfGroups(World world, IEnumerable<string> groups) =>
        groups.Select(world.Recovery.FindGroup).OfType<ProtectionGroup>().SelectMany(g => g.Members.Groups);
}
