package clients

import (
	"testing"

	"github.com/vmware/govmomi/sms/methods"
	sms "github.com/vmware/govmomi/sms/types"
	"github.com/vmware/govmomi/vim25/types"
)

// What a storage administrator's tool reads: arrays and their parts, containers, pools, what datastores stand on.

func (c *client) arrays(providers ...string) []sms.StorageArray {
	c.Helper()
	response, err := methods.QueryArray(ctx, c.sms, &sms.QueryArray{This: c.manager, ProviderId: providers})
	must(c.T, err)
	return response.Returnval
}

func (c *client) luns(array string) []sms.StorageLun {
	c.Helper()
	response, err := methods.QueryLunAssociatedWithArray(
		ctx, c.sms, &sms.QueryLunAssociatedWithArray{This: c.manager, ArrayId: array})
	must(c.T, err)
	return response.Returnval
}

func TestArraysAndTheirParts(t *testing.T) {
	c := begin(t)
	var ports int

	isTrue(t, len(c.arrays()) > 0, "no arrays")
	for _, array := range c.arrays() {
		processors, err := methods.QueryProcessorAssociatedWithArray(
			ctx, c.sms, &sms.QueryProcessorAssociatedWithArray{This: c.manager, ArrayId: array.Uuid})
		must(t, err)
		isTrue(t, len(processors.Returnval) > 0, "an array without a processor")
		ofArray, err := methods.QueryPortAssociatedWithArray(
			ctx, c.sms, &sms.QueryPortAssociatedWithArray{This: c.manager, ArrayId: array.Uuid})
		must(t, err)
		ofProcessors := 0
		for _, processor := range processors.Returnval {
			found, err := methods.QueryPortAssociatedWithProcessor(ctx, c.sms, &sms.QueryPortAssociatedWithProcessor{
				This: c.manager, ProcessorId: processor.Uuid, ArrayId: array.Uuid})
			must(t, err)
			ofProcessors += len(found.Returnval)
		}
		equal(t, ofProcessors, len(ofArray.Returnval))
		ports += ofProcessors
	}
	isTrue(t, ports > 0, "no ports")
}

func TestPortsSayWhatTheyAre(t *testing.T) {
	c := begin(t)
	kinds := make(map[string]bool)

	for _, array := range c.arrays() {
		response, err := methods.QueryPortAssociatedWithArray(
			ctx, c.sms, &sms.QueryPortAssociatedWithArray{This: c.manager, ArrayId: array.Uuid})
		must(t, err)
		for _, port := range response.Returnval {
			switch typed := port.(type) {
			case *sms.FcStoragePort:
				isTrue(t, typed.PortWwn != "", "a port without a name")
				kinds["fc"] = true
			case *sms.FcoeStoragePort:
				isTrue(t, typed.PortWwn != "", "a port without a name")
				kinds["fcoe"] = true
			case *sms.IscsiStoragePort:
				isTrue(t, typed.Identifier != "", "a port without a name")
				kinds["iscsi"] = true
			}
		}
	}

	isTrue(t, kinds["fc"] && kinds["fcoe"] && kinds["iscsi"], "the server has not every kind of port")
}

func TestLunsAndTheirDatastores(t *testing.T) {
	c := begin(t)
	var backed int

	for _, array := range c.arrays() {
		for _, lun := range c.luns(array.Uuid) {
			owner, err := methods.QueryArrayAssociatedWithLun(ctx, c.sms, &sms.QueryArrayAssociatedWithLun{
				This: c.manager, CanonicalName: lun.VSphereLunIdentifier})
			must(t, err)
			equal(t, owner.Returnval.Uuid, array.Uuid)
			hosts, err := methods.QueryHostAssociatedWithLun(ctx, c.sms, &sms.QueryHostAssociatedWithLun{
				This: c.manager, Scsi3Id: lun.Uuid, ArrayId: array.Uuid})
			must(t, err)
			datastore, err := methods.QueryVmfsDatastoreAssociatedWithLun(ctx, c.sms, &sms.QueryVmfsDatastoreAssociatedWithLun{
				This: c.manager, Scsi3Id: lun.Uuid, ArrayId: array.Uuid})
			must(t, err)
			if datastore.Returnval != nil {
				equal(t, datastore.Returnval.Type, "Datastore")
				isTrue(t, len(hosts.Returnval) > 0, "a datastore that no host sees")
				backed++
			}
		}
	}

	isTrue(t, backed > 0, "no datastore stands on a LUN")
}

func TestContainersAndTheirProviders(t *testing.T) {
	c := begin(t)

	response, err := methods.QueryStorageContainer(ctx, c.sms, &sms.QueryStorageContainer{This: c.manager})
	must(t, err)

	known := make(map[string]bool)
	for _, info := range response.Returnval.ProviderInfo {
		known[info.GetSmsProviderInfo().Uid] = true
	}
	isTrue(t, len(response.Returnval.StorageContainer) > 0, "no containers")
	for _, container := range response.Returnval.StorageContainer {
		isTrue(t, len(container.ProviderId) > 0, "a container without a provider")
		for _, uid := range container.ProviderId {
			isTrue(t, known[uid], "a container names a provider that the answer does not describe")
		}
	}
}

func TestWhatTheInventoryDoesNotHave(t *testing.T) {
	c := begin(t)

	_, err := methods.QueryArray(ctx, c.sms, &sms.QueryArray{This: c.manager, ProviderId: []string{"none"}})
	faultOf[types.NotFound](t, err)
	_, err = methods.QueryLunAssociatedWithArray(
		ctx, c.sms, &sms.QueryLunAssociatedWithArray{This: c.manager, ArrayId: "none"})
	faultOf[types.NotFound](t, err)
	_, err = methods.QueryDatastoreCapability(ctx, c.sms, &sms.QueryDatastoreCapability{
		This: c.manager, Datastore: types.ManagedObjectReference{Type: "Datastore", Value: "none"}})
	faultOf[types.NotFound](t, err)
}
