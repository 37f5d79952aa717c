using System.Globalization;
using VasaSim.Core.Model;
using VasaSim.Vmodl;

namespace VasaSim.Server.Faces.Vim.Inventory;

/// <summary>
/// What a site has by itself: a datacenter with its four folders, and a cluster. Their ids follow from the site's
/// position in the lab: the first site's are 2 to 7, the next one's 12 to 17.
/// </summary>
internal sealed class SitePlaces
{
    public SitePlaces(Site site)
    {
        Site = site;
        int number = 2 + (10 * site.Ordinal);
        DatacenterReference = Make("Datacenter", "datacenter-", number);
        ClusterReference = Make("ClusterComputeResource", "domain-c", number + 5);
        VmFolder = Folder("group-v", number + 1, "vm", ["Folder", "VirtualMachine", "VirtualApp"], i => i.MachinesOf(this));
        HostFolder = Folder("group-h", number + 2, "host", ["Folder", "ComputeResource"], _ => [Cluster!]);
        DatastoreFolder = Folder("group-s", number + 3, "datastore", ["Folder", "Datastore", "StoragePod"], i => i.DatastoresOf(this));
        NetworkFolder = Folder("group-n", number + 4, "network", ["Folder", "Network", "DistributedVirtualSwitch"], _ => []);
        Datacenter = new DatacenterObject(this);
        Cluster = new ClusterObject(this);
    }

    public Site Site { get; }

    public ManagedObjectReference DatacenterReference { get; }

    public ManagedObjectReference ClusterReference { get; }

    public DatacenterObject Datacenter { get; }

    public ClusterObject Cluster { get; }

    public FolderObject VmFolder { get; }

    public FolderObject HostFolder { get; }

    public FolderObject DatastoreFolder { get; }

    public FolderObject NetworkFolder { get; }

    public IReadOnlyList<FolderObject> Folders => [VmFolder, HostFolder, DatastoreFolder, NetworkFolder];

    private FolderObject Folder(
        string prefix, int number, string name, string[] childTypes, Func<InventoryTree, IEnumerable<EntityObject>> children) =>
        new(Make("Folder", prefix, number), name, DatacenterReference, childTypes, children);

    private static ManagedObjectReference Make(string type, string prefix, int number) =>
        new(type, prefix + number.ToString(CultureInfo.InvariantCulture));
}
