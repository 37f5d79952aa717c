using VasaSim.Core.Recovery.Model;

namespace VasaSim.Server.Faces.Srm;

/// <summary>
/// The ids that clients have for what is at two paired sites, and the way back. What Site Recovery Manager keeps has the id of
/// the one that answers, tasks that of the one where they run, and what is in an inventory that of its vCenter.
/// </summary>
internal sealed class DrIds(SrmScope scope)
{
    /// <summary>The type of protection groups.</summary>
    public const string GroupType = "DrReplicationProtectionGroup";

    /// <summary>The type of recovery plans.</summary>
    public const string PlanType = "DrRecoveryRecoveryPlan";

    /// <summary>The type of folders.</summary>
    public const string FolderType = "DrFolder";

    /// <summary>The type of tasks.</summary>
    public const string TaskType = "Task";

    /// <summary>The type of the datastores that arrays replicate together.</summary>
    public const string DatastoreGroupType = "DrStorageDatastoreGroup";

    /// <summary>The type of machines.</summary>
    public const string MachineType = "VirtualMachine";

    /// <summary>The type of datastores.</summary>
    public const string DatastoreType = "Datastore";

    /// <summary>The type of hosts.</summary>
    public const string HostType = "HostSystem";

    /// <summary>The type of datacenters.</summary>
    public const string DatacenterType = "Datacenter";

    private const string ArrayPairType = "DrStorageReplicatedArrayPair";

    /// <summary>The type of what mappings of a kind are about.</summary>
    public static string TypeOf(MappingKind kind) => kind switch
    {
        MappingKind.Folder => "Folder",
        MappingKind.ResourcePool => "ResourcePool",
        MappingKind.StoragePolicy => "StoragePolicy",
        _ => "Network",
    };

    /// <summary>The id of something that Site Recovery Manager keeps.</summary>
    public string Kept(string type, string id) => AtSrm(type, id, scope.Here);

    /// <summary>The id of a protection group.</summary>
    public string Group(string id) => Kept(GroupType, id);

    /// <summary>The id of a recovery plan.</summary>
    public string Plan(string id) => Kept(PlanType, id);

    /// <summary>The id of a folder of groups or plans.</summary>
    public string Folder(string id) => Kept(FolderType, id);

    /// <summary>The id of the datastores that a datastore is replicated with.</summary>
    public string DatastoreGroup(string datastore) => Kept(DatastoreGroupType, datastore);

    /// <summary>The id of two arrays, of which one replicates to the other.</summary>
    public string ArrayPair((string From, string To) pair) => Kept(ArrayPairType, $"{pair.From}/{pair.To}");

    /// <summary>The id of a task that runs at a site.</summary>
    public string Task(string id, string site) => AtSrm(TaskType, id, SiteNamed(site));

    /// <summary>The id of something in the inventory of a site's vCenter.</summary>
    public string InVcenter(string type, string id, string site) => new DrId(type, id, scope.VcenterIdOf(SiteNamed(site))).ToString();

    /// <summary>The same, for what mappings of a kind are about.</summary>
    public string InVcenter(MappingKind kind, string id, string site) => InVcenter(TypeOf(kind), id, site);

    /// <summary>What an id of a type says, when one of the two sites has its server; otherwise null.</summary>
    public string? Read(string type, string? id) => DrId.Parse(id) is { } read && read.Type == type && SiteOf(read) is not null ? read.Value : null;

    /// <summary>The site whose server an id has; null when it is none of the two.</summary>
    public SrmSite? SiteOf(DrId id) => scope.SiteOfSrm(id.Server) ?? scope.SiteOfVcenter(id.Server);

    /// <summary>The site of a name.</summary>
    public SrmSite SiteNamed(string name) => scope.Sites.First(s => s.Name == name);

    private string AtSrm(string type, string id, SrmSite site) => new DrId(type, id, scope.SrmIdOf(site)).ToString();
}
