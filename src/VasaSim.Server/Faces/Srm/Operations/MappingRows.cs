using VasaSim.Core.Recovery.Model;
using VasaSim.Server.Faces.Srm.Handlers;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Operations;

/// <summary>Inventory mappings and placeholder datastores.</summary>
internal static class MappingRows
{
    private const string Mappings = "/pairings/{pairing_id}/srms/{srm_id}/inventory-mappings";
    private const string IpSubnets = Mappings + "/networks/{mapping_id}/ip-subnet-mapping";

    private static readonly SrmJson _json = SrmJson.Newest;

    /// <summary>The rows.</summary>
    public static IEnumerable<SrmOperation> All() =>
    [
        .. Kind(MappingKind.Folder, "Folder", "folders", "createFolderMapping"),
        .. Kind(MappingKind.Network, "Network", "networks", "createNetworkMapping"),
        SrmRow.Ask("getNetworkIpSubnetMapping", IpSubnets, Contract.Error).By(IPMappingHandlers.Show, _json.IPMapping),
        SrmRow.Change("updateNetworkIpSubnetMapping", "PUT", IpSubnets, Contract.Error).Taking(_json.IPMapping).By(IPMappingHandlers.Update),
        SrmRow.Change("removeNetworkIpSubnetMapping", "DELETE", IpSubnets, Contract.Error).By(IPMappingHandlers.Remove),
        SrmRow.List("getPlaceholderDatastores", Mappings + "/placeholder-datastores", Contract.Addressed)
            .By(PlaceholderHandlers.List, _json.DrListPlaceholderDatastoreInfo),
        SrmRow.Begin("createPlaceholderDatastores", "POST", Mappings + "/placeholder-datastores", Contract.Error)
            .Taking(_json.AddPlaceholderDatastoreSpec).By(PlaceholderHandlers.Add, _json.TaskInfo),
        SrmRow.Begin("querySuitableDatastores", "POST", Mappings + "/placeholder-datastores/actions/query-suitable-datastores", Contract.Error)
            .By(PlaceholderHandlers.FindSuitable, _json.TaskInfo),
        SrmRow.Ask("getPlaceholderDatastore", Mappings + "/placeholder-datastores/{datastore_id}", Contract.Addressed)
            .By(PlaceholderHandlers.Show, _json.PlaceholderDatastoreInfo),
        SrmRow.Begin("deletePlaceholderDatastore", "DELETE", Mappings + "/placeholder-datastores/{datastore_id}", Contract.Error)
            .By(PlaceholderHandlers.Remove, _json.TaskInfo),
        .. Kind(MappingKind.ResourcePool, "Resource", "resources", "createResourceMapping"),
        .. Kind(MappingKind.StoragePolicy, "StoragePolicy", "storage-policies", "createStoragePolicyMapping"),
        .. Kind(MappingKind.TestNetwork, "TestNetwork", "test-networks", "createTestNetworkMappings"),
    ];

    // The published names follow one pattern, but for one that is made.
    private static IEnumerable<SrmOperation> Kind(MappingKind kind, string name, string path, string create) => MappingHandlers.By(
        kind,
        SrmRow.List($"get{name}Mappings", $"{Mappings}/{path}", Contract.Error),
        SrmRow.Change(create, "POST", $"{Mappings}/{path}", Contract.Error),
        SrmRow.Ask($"get{name}Mapping", $"{Mappings}/{path}/{{mapping_id}}", Contract.Error),
        SrmRow.Change($"delete{name}Mapping", "DELETE", $"{Mappings}/{path}/{{mapping_id}}", Contract.Error));
}
