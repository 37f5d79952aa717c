using VasaSim.Core.Cloud.Flow;
using VasaSim.Core.Cloud.Model;
using VasaSim.Core.Storage;

namespace VasaSim.Core.Cloud;

/// <summary>
/// What the world has of clouds and their replications. Reading is for everybody in a turn on the world; changes go
/// through <see cref="World.Put"/> and <see cref="World.Remove"/>.
/// </summary>
public sealed class CloudTables
{
    private readonly OrderedTable<CloudSite> _sites = new(s => s.Id, s => s.Ordinal);
    private readonly OrderedTable<CloudVdc> _vdcs = new(v => v.Id, v => v.Ordinal);
    private readonly OrderedTable<CloudVapp> _vapps = new(v => v.Id, v => v.Ordinal);
    private readonly OrderedTable<CloudMachine> _machines = new(m => m.Key.Id, m => m.Ordinal);
    private readonly OrderedTable<SlaProfile> _profiles = new(p => p.Id, p => p.Ordinal);
    private readonly OrderedTable<ReplicationPolicy> _policies = new(p => p.Id, p => p.Ordinal);
    private readonly OrderedTable<VmReplication> _replications = new(r => r.Id, r => r.Ordinal);
    private readonly OrderedTable<VappReplication> _vappReplications = new(r => r.Id, r => r.Ordinal);
    private readonly Dictionary<string, OrderedTable<VmReplication>> _byVappReplication = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OrderedTable<VmReplication>> _byMachine = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OrderedTable<VmReplication>> _bySite = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OrderedTable<VappReplication>> _vappsBySite = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OrderedTable<CloudMachine>> _byVapp = new(StringComparer.Ordinal);

    /// <summary>The sites, in lab order.</summary>
    public IReadOnlyList<CloudSite> Sites => _sites.All;

    /// <summary>The virtual data centers, in lab order.</summary>
    public IReadOnlyList<CloudVdc> Vdcs => _vdcs.All;

    /// <summary>The vApps, in inventory order.</summary>
    public IReadOnlyList<CloudVapp> Vapps => _vapps.All;

    /// <summary>The machines, in inventory order.</summary>
    public IReadOnlyList<CloudMachine> Machines => _machines.All;

    /// <summary>The SLA profiles, in lab order.</summary>
    public IReadOnlyList<SlaProfile> SlaProfiles => _profiles.All;

    /// <summary>The policies, in lab order.</summary>
    public IReadOnlyList<ReplicationPolicy> Policies => _policies.All;

    /// <summary>The replications of machines, in the order of starting.</summary>
    public IReadOnlyList<VmReplication> Replications => _replications.All;

    /// <summary>The replications of vApps, in the order of starting.</summary>
    public IReadOnlyList<VappReplication> VappReplications => _vappReplications.All;

    internal FlowAgenda Agenda { get; } = new();

    /// <summary>Everything.</summary>
    internal IEnumerable<Entity> All =>
    [
        .. Sites, .. Vdcs, .. Vapps, .. Machines, .. SlaProfiles, .. Policies, .. Replications, .. VappReplications,
    ];

    /// <summary>The site, or null.</summary>
    public CloudSite? FindSite(string id) => _sites.Find(id);

    /// <summary>The virtual data center, or null.</summary>
    public CloudVdc? FindVdc(string id) => _vdcs.Find(id);

    /// <summary>The vApp, or null.</summary>
    public CloudVapp? FindVapp(string id) => _vapps.Find(id);

    /// <summary>The machine, or null.</summary>
    public CloudMachine? FindMachine(string site, string id) => _machines.Find(CloudMachine.KeyOf(site, id).Id);

    /// <summary>The SLA profile, or null.</summary>
    public SlaProfile? FindSlaProfile(string id) => _profiles.Find(id);

    /// <summary>The policy, or null.</summary>
    public ReplicationPolicy? FindPolicy(string id) => _policies.Find(id);

    /// <summary>The replication of a machine, or null.</summary>
    public VmReplication? FindReplication(string id) => _replications.Find(id);

    /// <summary>The replication of a vApp, or null.</summary>
    public VappReplication? FindVappReplication(string id) => _vappReplications.Find(id);

    /// <summary>The replications of machines that come from or go to a site, in the order of starting.</summary>
    public IReadOnlyList<VmReplication> ReplicationsAt(string site) => Of(_bySite, site);

    /// <summary>Those of them that have one of some ids, in the order of starting; costs what the ids cost.</summary>
    public IReadOnlyList<VmReplication> ReplicationsAt(string site, IEnumerable<string> ids) => Of(_bySite, site, ids, r => r.Ordinal);

    /// <summary>The replications of vApps that come from or go to a site, in the order of starting.</summary>
    public IReadOnlyList<VappReplication> VappReplicationsAt(string site) => Of(_vappsBySite, site);

    /// <summary>Those of them that have one of some ids, in the order of starting; costs what the ids cost.</summary>
    public IReadOnlyList<VappReplication> VappReplicationsAt(string site, IEnumerable<string> ids) => Of(_vappsBySite, site, ids, r => r.Ordinal);

    /// <summary>The replications that a vApp's has, in the order of starting.</summary>
    public IReadOnlyList<VmReplication> ReplicationsIn(string vappReplication) => Of(_byVappReplication, vappReplication);

    /// <summary>The replications of a machine, in the order of starting.</summary>
    public IReadOnlyList<VmReplication> ReplicationsOf(string site, string machine) =>
        Of(_byMachine, CloudMachine.KeyOf(site, machine).Id);

    /// <summary>The machines in a vApp, in inventory order.</summary>
    public IReadOnlyList<CloudMachine> MachinesIn(string vapp) => Of(_byVapp, vapp);

    /// <summary>Puts a value in place, or removes it; gives back what was there. Null: it is no entity of clouds.</summary>
    internal bool TryPlace(EntityKey key, Entity? value, Entity known, out Entity? before)
    {
        switch (known)
        {
            case CloudSite:
                before = _sites.Set(key.Id, (CloudSite?)value);
                return true;
            case CloudVdc:
                before = _vdcs.Set(key.Id, (CloudVdc?)value);
                return true;
            case CloudVapp:
                before = _vapps.Set(key.Id, (CloudVapp?)value);
                return true;
            case CloudMachine:
                before = Place(key, (CloudMachine?)value);
                return true;
            case SlaProfile:
                before = _profiles.Set(key.Id, (SlaProfile?)value);
                return true;
            case ReplicationPolicy:
                before = _policies.Set(key.Id, (ReplicationPolicy?)value);
                return true;
            case VmReplication:
                before = Place(key, (VmReplication?)value);
                return true;
            case VappReplication:
                before = Place(key, (VappReplication?)value);
                return true;
            default:
                before = null;
                return false;
        }
    }

    private CloudMachine? Place(EntityKey key, CloudMachine? value)
    {
        CloudMachine? before = _machines.Set(key.Id, value);
        Move(_byVapp, before?.Vapp, before, value?.Vapp, value, m => m.Key.Id, m => m.Ordinal);
        return before;
    }

    private VmReplication? Place(EntityKey key, VmReplication? value)
    {
        VmReplication? before = _replications.Set(key.Id, value);
        Move(_byVappReplication, before?.VappReplication, before, value?.VappReplication, value, r => r.Id, r => r.Ordinal);
        Move(_byMachine, MachineOf(before), before, MachineOf(value), value, r => r.Id, r => r.Ordinal);
        foreach (string site in SitesOf(before?.Source, before?.Destination, value?.Source, value?.Destination))
        {
            Move(_bySite, IsAt(site, before?.Source, before?.Destination), before, IsAt(site, value?.Source, value?.Destination), value, r => r.Id, r => r.Ordinal);
        }

        Agenda.Change(before, value);
        return before;
    }

    private VappReplication? Place(EntityKey key, VappReplication? value)
    {
        VappReplication? before = _vappReplications.Set(key.Id, value);
        foreach (string site in SitesOf(before?.Source, before?.Destination, value?.Source, value?.Destination))
        {
            Move(_vappsBySite, IsAt(site, before?.Source, before?.Destination), before, IsAt(site, value?.Source, value?.Destination), value, r => r.Id, r => r.Ordinal);
        }

        return before;
    }

    private static IEnumerable<string> SitesOf(params IEnumerable<ReplicationEnd?> ends) => ends.OfType<ReplicationEnd>().Select(e => e.Site).Distinct();

    private static string? IsAt(string site, ReplicationEnd? source, ReplicationEnd? destination) =>
        source?.Site == site || destination?.Site == site ? site : null;

    private static string? MachineOf(VmReplication? replication) =>
        replication is null ? null : CloudMachine.KeyOf(replication.Source.Site, replication.Machine).Id;

    private static IReadOnlyList<T> Of<T>(Dictionary<string, OrderedTable<T>> index, string key)
        where T : Entity => index.TryGetValue(key, out OrderedTable<T>? table) ? table.All : [];

    private static IReadOnlyList<T> Of<T>(Dictionary<string, OrderedTable<T>> index, string key, IEnumerable<string> ids, Func<T, long> ordinal)
        where T : Entity => index.TryGetValue(key, out OrderedTable<T>? table) ? [.. ids.Distinct().Select(table.Find).OfType<T>().OrderBy(ordinal)] : [];

    private static void Move<T>(
        Dictionary<string, OrderedTable<T>> index, string? from, T? before, string? to, T? after, Func<T, string> id, Func<T, long> ordinal)
        where T : Entity
    {
        if (from is not null && from != to)
        {
            OrderedTable<T> table = index[from];
            table.Set(id(before!), null);
            if (table.All.Count == 0)
            {
                index.Remove(from);
            }
        }

        if (to is not null)
        {
            if (!index.TryGetValue(to, out OrderedTable<T>? table))
            {
                index[to] = table = new(id, ordinal);
            }

            table.Set(id(after!), after);
        }
    }
}
