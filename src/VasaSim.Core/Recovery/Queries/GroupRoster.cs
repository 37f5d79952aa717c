using VasaSim.Core.Model;
using VasaSim.Core.Recovery.Model;

namespace VasaSim.Core.Recovery.Queries;

/// <summary>
/// Who the members of protection groups are: what the groups name has them, and those that are protected stay until their
/// protection is removed. The machines and replication groups of a site are those of when they were first asked for.
/// </summary>
internal sealed class GroupRoster(World world)
{
    private readonly Dictionary<string, SiteRoster> _sites = new(StringComparer.Ordinal);

    /// <summary>The members of a group, by the order of the inventory; then those that the vCenter does not have.</summary>
    public IReadOnlyList<ProtectedMachine> Of(ProtectionGroup group)
    {
        Dictionary<string, ProtectedMachine> members = new(StringComparer.Ordinal);
        foreach (ProtectedMachine member in Replicated(group))
        {
            members.TryAdd(member.Id, member);
        }

        foreach (MachineProtection protection in world.Recovery.ProtectionsOf(group.Id))
        {
            // Of a machine that is gone its provider knows only the name.
            members.Remove(protection.MachineName, out ProtectedMachine? byName);
            bool known = members.TryGetValue(protection.Machine, out ProtectedMachine? replicated);
            replicated = known ? replicated : byName;
            members[protection.Machine] = new(
                protection.Machine,
                protection.MachineName,
                MachineAt(group.ProtectedSite, protection.Machine),
                GroupsOf(group.ProtectedSite, protection.MachineName),
                replicated is not null,
                protection);
        }

        return [.. members.Values.OrderBy(m => m.Machine?.Ordinal ?? int.MaxValue).ThenBy(m => m.Id, StringComparer.Ordinal)];
    }

    private IReadOnlyList<GroupId> GroupsOf(string site, string machineName) => At(site).GroupsOf(machineName);

    private IEnumerable<ProtectedMachine> Replicated(ProtectionGroup group)
    {
        string site = group.ProtectedSite;
        return group.Members.Kind switch
        {
            ReplicationKind.Vvol => group.Members.Groups
                .Select(world.FindGroup).OfType<ReplicationGroup>()
                .SelectMany(g => g.Members).Select(m => m.Vm).OfType<string>().Distinct()
                .Select(name => Named(group, name)),
            ReplicationKind.Hbr => group.Members.Machines.Select(id => Listed(group, id)),
            _ => world.VirtualMachines.Where(m => m.Site == site && group.Members.Datastores.Contains(m.Datastore)).Select(Found),
        };
    }

    private ProtectedMachine Named(ProtectionGroup group, string name)
    {
        VirtualMachine? machine = At(group.ProtectedSite).Machine(name);
        return new(machine?.Id ?? name, name, machine, GroupsOf(group.ProtectedSite, name), true, null);
    }

    private ProtectedMachine Listed(ProtectionGroup group, string id)
    {
        VirtualMachine? machine = MachineAt(group.ProtectedSite, id);
        string name = machine?.Name ?? HbrReplication.Of(world, group, id)?.MachineName ?? id;
        return new(id, name, machine, [], true, null);
    }

    private static ProtectedMachine Found(VirtualMachine machine) => new(machine.Id, machine.Name, machine, [], true, null);

    private VirtualMachine? MachineAt(string site, string id) => world.FindVirtualMachine(id) is { } machine && machine.Site == site ? machine : null;

    private SiteRoster At(string site)
    {
        if (!_sites.TryGetValue(site, out SiteRoster? roster))
        {
            _sites[site] = roster = new SiteRoster(world, site);
        }

        return roster;
    }
}
