using VasaSim.Core;
using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Handlers;

/// <summary>Reads what protection groups are to be about.</summary>
internal static class MembersSpecs
{
    /// <summary>Reads it.</summary>
    /// <param name="spec">What was sent.</param>
    /// <param name="ids">Reads the ids.</param>
    /// <param name="kind">The kind that it has to be of.</param>
    /// <param name="members">What it is about; null: nothing is said.</param>
    /// <returns>What is wrong with it; null: nothing.</returns>
    public static string? Read(IMembersSpec spec, DrIds ids, ReplicationKind kind, out GroupMembers? members)
    {
        members = null;
        if (ItemText.Problem(spec.Name, spec.Description) is { } problem)
        {
            return problem;
        }

        ReplicationKind[] said =
        [
            .. spec.AbrSpec is null ? [] : new[] { ReplicationKind.Abr },
            .. spec.HbrSpec is null ? [] : new[] { ReplicationKind.Hbr },
            .. spec.VvolSpec is null ? [] : new[] { ReplicationKind.Vvol },
        ];
        if (said.Length == 0)
        {
            return null;
        }

        string word = NameOf(kind);
        return said.Length > 1 || said[0] != kind
            ? $"A protection group of the type {kind.ToString().ToUpperInvariant()} has '{word}', and no other."
            : Lists(spec, ids, kind, out members);
    }

    /// <summary>The name of the member that says what groups of a kind are about.</summary>
    public static string NameOf(ReplicationKind kind) => $"{kind.ToString().ToLowerInvariant()}_spec";

    private static string? Lists(IMembersSpec spec, DrIds ids, ReplicationKind kind, out GroupMembers? members)
    {
        string? wrong = null;
        members = kind switch
        {
            ReplicationKind.Vvol => new() { Kind = kind, Groups = Named(spec.VvolSpec!.ReplicationGroups) },
            ReplicationKind.Hbr => new() { Kind = kind, Machines = Read(spec.HbrSpec!.Vms, DrIds.MachineType) },
            _ => new() { Kind = kind, Datastores = Read(spec.AbrSpec!.Datastores, DrIds.DatastoreType) },
        };
        return wrong ?? (members.Groups.Count + members.Machines.Count + members.Datastores.Count == 0 ? $"'{NameOf(kind)}' names nothing." : null);

        GroupId[] Named(IReadOnlyList<VvolReplicationGroupData?>? list)
        {
            wrong = list?.Any(g => g is not { FaultDomainId: not null, DeviceGroupId: not null }) == true ? "Each of 'replication_groups' has 'fault_domain_id' and 'device_group_id'." : null;
            return [.. (list ?? []).OfType<VvolReplicationGroupData>().Select(g => new GroupId(g.FaultDomainId, g.DeviceGroupId)).Distinct()];
        }

        string[] Read(IReadOnlyList<string>? list, string type)
        {
            wrong = list?.FirstOrDefault(id => ids.Read(type, id) is null) is { } bad ? $"'{bad}' is no id of the type {type}." : null;
            return [.. (list ?? []).Select(id => ids.Read(type, id)).OfType<string>().Distinct()];
        }
    }
}
