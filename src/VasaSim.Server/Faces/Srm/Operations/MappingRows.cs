using VasaSim.Core.Recovery.Model;
using VasaSim.Server.Faces.Srm.Handlers;
using VasaSim.Server.Faces.Srm.Wire;

namespace VasaSim.Server.Faces.Srm.Operations;

/// <summary>Inventory mappings and placeholder datastores.</summary>
internal static class MappingRows
{
    private const string Mappings = "/pairings/{pairing_id}/srms/{srm_id}/inventory-mappings";

    private static readonly SrmJson _json = SrmJson.Newest;

    /// <summary>The rows.</summary>
    public static IEnumerable<SrmOperation> All() =>
    [
        .. MappingHandlers.By(
            MappingKind.Folder,
            SrmRow.List("getFolderMappings", Mappings + "/folders", Contract.Error),
            SrmRow.Change("createFolderMapping", "POST", Mappings + "/folders", Contract.Error),
            SrmRow.Ask("getFolderMapping", Mappings + "/folders/{mapping_id}", Contract.Error),
            SrmRow.Change("deleteFolderMapping", "DELETE", Mappings + "/folders/{mapping_id}", Contract.Error)),
        .. MappingHandlers.By(
            MappingKind.Network,
            SrmRow.List("getNetworkMappings", Mappings + "/networks", Contract.Error),
            SrmRow.Change("createNetworkMapping", "POST", Mappings + "/networks", Contract.Error),
            SrmRow.Ask("getNetworkMapping", Mappings + "/networks/{mapping_id}", Contract.Error),
            SrmRow.Change("deleteNetworkMapping", "DELETE", Mappings + "/networks/{mapping_id}", Contract.Error)),
        SrmRow.Ask("getNetworkIpSubnetMapping", Mappings + "/networks/{mapping_id}/ip-subnet-mapping", Contract.Error),
        SrmRow.Change("updateNetworkIpSubnetMapping", "PUT", Mappings + "/networks/{mapping_id}/ip-subnet-mapping", Contract.Error),
        SrmRow.Change("removeNetworkIpSubnetMapping", "DELETE", Mappings + "/networks/{mapping_id}/ip-subnet-mapping", Contract.Error),
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
        .. MappingHandlers.By(
            MappingKind.ResourcePool,
            SrmRow.List("getResourceMappings", Mappings + "/resources", Contract.Error),
            SrmRow.Change("createResourceMapping", "POST", Mappings + "/resources", Contract.Error),
            SrmRow.Ask("getResourceMapping", Mappings + "/resources/{mapping_id}", Contract.Error),
            SrmRow.Change("deleteResourceMapping", "DELETE", Mappings + "/resources/{mapping_id}", Contract.Error)),
        .. MappingHandlers.By(
            MappingKind.StoragePolicy,
            SrmRow.List("getStoragePolicyMappings", Mappings + "/storage-policies", Contract.Error),
            SrmRow.Change("createStoragePolicyMapping", "POST", Mappings + "/storage-policies", Contract.Error),
            SrmRow.Ask("getStoragePolicyMapping", Mappings + "/storage-policies/{mapping_id}", Contract.Error),
            SrmRow.Change("deleteStoragePolicyMapping", "DELETE", Mappings + "/storage-policies/{mapping_id}", Contract.Error)),
        .. MappingHandlers.By(
            MappingKind.TestNetwork,
            SrmRow.List("getTestNetworkMappings", Mappings + "/test-networks", Contract.Error),
            SrmRow.Change("createTestNetworkMappings", "POST", Mappings + "/test-networks", Contract.Error),
            SrmRow.Ask("getTestNetworkMapping", Mappings + "/test-networks/{mapping_id}", Contract.Error),
            SrmRow.Change("deleteTestNetworkMapping", "DELETE", Mappings + "/test-networks/{mapping_id}", Contract.Error)),
    ];
}
