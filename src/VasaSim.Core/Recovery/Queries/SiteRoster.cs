using VasaSim.Core.Model;

namespace VasaSim.Core.Recovery.Queries;

/// <summary>The machines of a site by name, as providers know them, and the groups that send them.</summary>
internal sealed class SiteRoster
{
    private readonly Dictionary<string, VirtualMachine> _machines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<GroupId>> _groups = new(StringComparer.Ordinal);

    public SiteRoster(World world, string site)
    {
        foreach (VirtualMachine machine in world.VirtualMachines.Where(m => m.Site == site))
        {
            _machines.TryAdd(machine.Name, machine);
        }

        foreach (FaultDomain domain in world.FaultDomains.Where(d => VvolReplication.SiteOf(world, d.Id) == site))
        {
            foreach (ReplicationGroup group in world.GroupsIn(domain.Id).Where(g => g.IsSource))
            {
                Add(group);
            }
        }
    }

    /// <summary>The machine, or null.</summary>
    public VirtualMachine? Machine(string name) => _machines.GetValueOrDefault(name);

    /// <summary>The groups that send a machine.</summary>
    public IReadOnlyList<GroupId> GroupsOf(string machineName) => _groups.TryGetValue(machineName, out List<GroupId>? groups) ? groups : [];

    private void Add(ReplicationGroup group)
    {
        foreach (string name in group.Members.Select(m => m.Vm).OfType<string>().Distinct())
        {
            if (!_groups.TryGetValue(name, out List<GroupId>? groups))
            {
                _groups[name] = groups = [];
            }

            groups.Add(group.Id);
        }
    }
}
