using VasaSim.Core.Model;
using VasaSim.Vmodl;
using VasaSim.Vmodl.Vim;

namespace VasaSim.Server.Faces.Vim.Inventory;

/// <summary>A datastore.</summary>
internal sealed class DatastoreObject(Datastore datastore, SitePlaces? places)
    : EntityObject(ReferenceTo(datastore.Id), datastore.Name, places?.DatastoreFolder.Reference)
{
    private const string UrlScheme = "ds://";

    public static ManagedObjectReference ReferenceTo(string id) => new("Datastore", id);

    protected override object? ReadOwn(string property, InventoryTree inventory) => property switch
    {
        "summary" => Summary(),
        "host" => datastore.Hosts.Where(inventory.HasHost).Select(Mount).ToArray(),
        "vm" => References(inventory.MachinesIn(datastore)),
        _ => throw Unknown(property),
    };

    private DatastoreSummary Summary() => new()
    {
        Datastore = Reference,
        Name = Name,
        Url = datastore.Url,
        Capacity = datastore.Capacity,
        FreeSpace = datastore.FreeSpace,
        Accessible = true,
        MultipleHostAccess = datastore.Hosts.Count > 1,
        Type = datastore.Type,
        MaintenanceMode = "normal",
    };

    private DatastoreHostMount Mount(string host) => new()
    {
        Key = HostObject.ReferenceTo(host),
        MountInfo = new HostMountInfo
        {
            Path = datastore.Url.StartsWith(UrlScheme, StringComparison.Ordinal) ? datastore.Url[UrlScheme.Length..].TrimEnd('/') : null,
            AccessMode = "readWrite",
            Mounted = true,
            Accessible = true,
        },
    };
}
