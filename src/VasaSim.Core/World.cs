using VasaSim.Core.Certificates;
using VasaSim.Core.Cloud;
using VasaSim.Core.Lab;
using VasaSim.Core.Model;
using VasaSim.Core.Providers;
using VasaSim.Core.Recovery;
using VasaSim.Core.Storage;
using VasaSim.Core.Tasks;
using VasaSim.Core.Time;

namespace VasaSim.Core;

/// <summary>
/// The simulated world: all entities, the time, and what the running command has changed so far. The laws are beside
/// it (<see cref="Replication"/>, <see cref="Providers"/>, <see cref="Replicas"/>); this class only keeps things.
/// </summary>
/// <remarks>
/// Not safe for threads: one caller at a time, who then takes the changes and hands them to a store, or rolls them back.
/// </remarks>
public sealed partial class World
{
    private readonly EntityTable<string, Site> _sites = new();
    private readonly EntityTable<string, Host> _hosts = new();
    private readonly EntityTable<string, Datastore> _datastores = new();
    private readonly EntityTable<string, VirtualMachine> _machines = new();
    private readonly EntityTable<string, StorageArray> _arrays = new();
    private readonly EntityTable<string, StorageLun> _luns = new();
    private readonly EntityTable<string, StorageContainer> _containers = new();
    private readonly EntityTable<string, Provider> _providers = new();
    private readonly EntityTable<string, ProviderEndpoint> _endpoints = new();
    private readonly EntityTable<string, FaultDomain> _domains = new();
    private readonly EntityTable<string, Link> _links = new();
    private readonly AlarmTable _alarms = new();
    private readonly GroupTable _groups = new();
    private ProviderIndex? _providerIndex;
    private CertificateBook? _certificates;
    private long _revision;

    /// <summary>Makes the world from its entities.</summary>
    /// <param name="entities">All entities; among them one <see cref="WorldInfo"/>, <see cref="Counters"/> and <see cref="ClockState"/>.</param>
    /// <param name="revision">The revision they were stored under; 0 for a new world.</param>
    /// <param name="instantTasks">True when every task ends with the call that starts it, whatever the lab says.</param>
    public World(IEnumerable<Entity> entities, long revision, bool instantTasks = false)
    {
        ArgumentNullException.ThrowIfNull(entities);
        foreach (Entity entity in entities)
        {
            Place(entity.Key, entity);
        }

        _revision = revision;
        InstantTasks = instantTasks;
        Now = Info.StartTime;
    }

    /// <summary>What the world was made from.</summary>
    public WorldInfo Info { get; private set; } = null!;

    /// <summary>The counters that ids come from.</summary>
    public Counters Counters { get; private set; } = null!;

    /// <summary>How time passes.</summary>
    public ClockState Clock { get; private set; } = null!;

    /// <summary>The choices of the lab.</summary>
    public Knobs Knobs => Info.Lab.Knobs;

    /// <summary>The certificates as PEM.</summary>
    public CertificateBook Certificates => _certificates ??= new CertificateBook(Info.Seed);

    /// <summary>True when every task ends with the call that starts it.</summary>
    public bool InstantTasks { get; }

    /// <summary>What is wanted of the task that the running command starts; forgotten when one has started, or the command is over.</summary>
    public TaskOrder? TaskOrder { get; set; }

    /// <summary>The simulated time; never goes back.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>The revision of the last change taken.</summary>
    public long Revision => _revision;

    /// <summary>Sites in lab order.</summary>
    public IEnumerable<Site> Sites => _sites.All.OrderBy(s => s.Ordinal);

    /// <summary>Hosts in lab order.</summary>
    public IEnumerable<Host> Hosts => _hosts.All.OrderBy(h => h.Ordinal);

    /// <summary>Datastores in lab order.</summary>
    public IEnumerable<Datastore> Datastores => _datastores.All.OrderBy(d => d.Ordinal);

    /// <summary>Virtual machines in lab order.</summary>
    public IEnumerable<VirtualMachine> VirtualMachines => _machines.All.OrderBy(m => m.Ordinal);

    /// <summary>Arrays in lab order, managed by a provider or not.</summary>
    public IEnumerable<StorageArray> Arrays => _arrays.All.OrderBy(a => a.Ordinal);

    /// <summary>LUNs in lab order.</summary>
    public IEnumerable<StorageLun> Luns => _luns.All.OrderBy(l => l.Ordinal);

    /// <summary>Storage containers in lab order.</summary>
    public IEnumerable<StorageContainer> Containers => _containers.All.OrderBy(c => c.Ordinal);

    /// <summary>Providers in lab order.</summary>
    public IEnumerable<Provider> Providers => _providers.All.OrderBy(p => p.Ordinal);

    /// <summary>The provider processes in lab order, registered or not.</summary>
    public IEnumerable<ProviderEndpoint> Endpoints => _endpoints.All.OrderBy(e => e.Ordinal);

    /// <summary>Fault domains in lab order.</summary>
    public IEnumerable<FaultDomain> FaultDomains => _domains.All.OrderBy(d => d.Ordinal);

    /// <summary>Links, by their ends.</summary>
    public IEnumerable<Link> Links => _links.All.OrderBy(l => l.A, StringComparer.Ordinal).ThenBy(l => l.B, StringComparer.Ordinal);

    /// <summary>All groups, by fault domain and in inventory order.</summary>
    public IEnumerable<ReplicationGroup> Groups => FaultDomains.SelectMany(d => GroupsIn(d.Id));

    /// <summary>Number of groups.</summary>
    public int GroupCount => _groups.Count;

    /// <summary>Number of tasks that can be asked for.</summary>
    public int TaskCount => Tasks.Count;

    /// <summary>Clouds and their replications.</summary>
    public CloudTables Cloud { get; } = new();

    /// <summary>Protection groups and what belongs to them.</summary>
    public RecoveryTables Recovery { get; } = new();

    internal TaskTable Tasks { get; } = new();

    internal ReplicaTable Replicas { get; } = new();

    internal ProviderAgenda Agenda { get; } = new();

    internal ProviderIndex ProviderIndex => _providerIndex ??= new ProviderIndex(Providers, [.. FaultDomains], Endpoints);

    /// <summary>The host, or null.</summary>
    public Host? FindHost(string id) => _hosts.Find(id);

    /// <summary>The datastore, or null.</summary>
    public Datastore? FindDatastore(string id) => _datastores.Find(id);

    /// <summary>The virtual machine, or null.</summary>
    public VirtualMachine? FindVirtualMachine(string id) => _machines.Find(id);

    /// <summary>The array, or null.</summary>
    public StorageArray? FindArray(string id) => _arrays.Find(id);

    /// <summary>The LUN, or null.</summary>
    public StorageLun? FindLun(string id) => _luns.Find(id);

    /// <summary>The storage container, or null.</summary>
    public StorageContainer? FindContainer(string id) => _containers.Find(id);

    /// <summary>The provider by managed object id, or null.</summary>
    public Provider? FindProvider(string id) => _providers.Find(id);

    /// <summary>The provider process by its id in the lab, or null.</summary>
    public ProviderEndpoint? FindEndpoint(string id) => _endpoints.Find(id);

    /// <summary>The provider process behind a registered provider, or null.</summary>
    public ProviderEndpoint? EndpointOf(Provider provider) => ProviderIndex.EndpointOf(provider.Id);

    /// <summary>The fault domain, or null.</summary>
    public FaultDomain? FindFaultDomain(string id) => _domains.Find(id);

    /// <summary>The link between two fault domains or clouds in either order, or null when nothing is known of it.</summary>
    public Link? FindLink(string one, string other) => _links.Find(Link.KeyOf(one, other).Id);

    /// <summary>Whether two ids are ends that data may pass between: both fault domains, or both clouds.</summary>
    public bool CanBeLinked(string one, string other) =>
        FindFaultDomain(one) is not null ? FindFaultDomain(other) is not null : Cloud.FindSite(one) is not null && Cloud.FindSite(other) is not null;

    /// <summary>The group, or null.</summary>
    public ReplicationGroup? FindGroup(GroupId id) => _groups.Find(id);

    /// <summary>The groups of a fault domain in inventory order.</summary>
    public IEnumerable<ReplicationGroup> GroupsIn(string faultDomain) => _groups.In(faultDomain);

    /// <summary>The replicas that calls made of a group, oldest first.</summary>
    public IReadOnlyCollection<PointInTimeReplica> MadeReplicas(GroupId group) => Replicas.Of(group);

    /// <summary>The alarms of a provider that are not cleared, in order of their numbers, as of when they were last brought up to date.</summary>
    public IEnumerable<StorageAlarm> AlarmsOf(string provider) => _alarms.Of(provider);

    /// <summary>The task, or null when it never was or is forgotten.</summary>
    public ServiceTask? FindTask(string id) => Tasks.Find(id);

    /// <summary>Puts a new value of an entity in place.</summary>
    public void Put(Entity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        Change(entity.Key, entity);
    }

    /// <summary>Removes an entity.</summary>
    public void Remove(Entity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        Change(entity.Key, null, entity);
    }

    /// <summary>Moves the time; an earlier one is ignored. Whoever calls this settles what is due, in order.</summary>
    internal void SetNow(DateTimeOffset now) => Now = now > Now ? now : Now;
}
