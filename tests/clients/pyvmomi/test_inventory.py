"""What a storage administrator's tool reads: arrays and their parts, containers, pools, what datastores stand on."""

from pyVmomi import sms, vim, vmodl

from case import SimTestCase


class InventoryTest(SimTestCase):
    def setUp(self):
        super().setUp()
        self.manager = self.sms.manager
        self.arrays = self.manager.QueryArray()

    def datastores(self):
        content = self.vcenter.si.RetrieveContent()
        view = content.viewManager.CreateContainerView(content.rootFolder, [vim.Datastore], True)
        self.addCleanup(view.Destroy)
        return {datastore.name: datastore for datastore in view.view}

    def luns(self):
        return [(array, lun) for array in self.arrays for lun in self.manager.QueryLunAssociatedWithArray(array.uuid)]

    def test_every_array_has_a_provider_that_manages_it(self):
        related = {array.arrayId for _, info in self.sms.providers() for array in info.relatedStorageArray or []}

        self.assertTrue(self.arrays)
        self.assertLessEqual({array.uuid for array in self.arrays}, related)
        for array in self.arrays:
            self.assertTrue(array.name and array.vendorId and array.modelId, array)

    def test_arrays_of_one_provider(self):
        for provider, info in self.sms.providers():
            related = {array.arrayId for array in info.relatedStorageArray or []}

            found = self.manager.QueryArray([info.uid])

            self.assertLessEqual({array.uuid for array in found}, related, info.name)

    def test_arrays_of_a_provider_that_does_not_exist(self):
        with self.assertRaises(vim.fault.NotFound):
            self.manager.QueryArray(["no-such-provider"])

    def test_ports_of_an_array_are_those_of_its_processors(self):
        for array in self.arrays:
            ports = {port.uuid for port in self.manager.QueryPortAssociatedWithArray(array.uuid)}
            processors = self.manager.QueryProcessorAssociatedWithArray(array.uuid)
            self.assertTrue(processors, array.name)

            by_processor = [port.uuid for processor in processors
                            for port in self.manager.QueryPortAssociatedWithProcessor(processor.uuid, array.uuid)]

            self.assertEqual(ports, set(by_processor), array.name)
            self.assertEqual(len(ports), len(by_processor), array.name)

    def test_a_lun_is_found_by_its_port_and_by_its_name(self):
        luns = self.luns()
        self.assertTrue(luns)

        for array, lun in luns:
            found = self.manager.QueryArrayAssociatedWithLun(lun.vSphereLunIdentifier)
            self.assertEqual(found.uuid, array.uuid)
            port = self.manager.QueryPortAssociatedWithLun(lun.uuid, array.uuid)
            behind = self.manager.QueryLunAssociatedWithPort(port.uuid, array.uuid)
            self.assertIn(lun.uuid, [other.uuid for other in behind])

    def test_thin_luns_that_run_full_say_so(self):
        for _, lun in self.luns():
            used = lun.usedSpaceInMB / lun.capacityInMB
            self.assertLessEqual(used, 1, lun.uuid)
            if not lun.lunThinProvisioned or used < 0.5:
                self.assertEqual(lun.thinProvisioningStatus, "GREEN", lun.uuid)
        self.assertIn("RED", [lun.thinProvisioningStatus for _, lun in self.luns()])

    def test_a_datastore_and_its_hosts_are_found_by_the_lun(self):
        named = {datastore._moId: name for name, datastore in self.datastores().items()}
        backed = 0
        for array, lun in self.luns():
            hosts = self.manager.QueryHostAssociatedWithLun(lun.uuid, array.uuid)
            self.assertEqual(len(hosts), len({host._moId for host in hosts}))
            datastore = self.manager.QueryVmfsDatastoreAssociatedWithLun(lun.uuid, array.uuid)
            if datastore is not None:
                self.assertIn(datastore._moId, named)
                self.assertTrue(hosts)
                backed += 1
        self.assertGreater(backed, 0)

    def test_a_datastore_is_found_by_the_file_system(self):
        systems = [(array, system) for array in self.arrays
                   for system in self.manager.QueryFileSystemAssociatedWithArray(array.uuid)]
        found = [self.manager.QueryNfsDatastoreAssociatedWithFileSystem(system.uuid, array.uuid) for array, system in systems]

        self.assertTrue([datastore for datastore in found if datastore])
        self.assertIn(None, found)
        for _, system in systems:
            self.assertTrue(system.info[0].fileServerName and system.info[0].fileSystemPath)

    def test_what_does_not_exist_is_not_found(self):
        array = self.arrays[0].uuid
        for call in [
                lambda: self.manager.QueryProcessorAssociatedWithArray("none"),
                lambda: self.manager.QueryPortAssociatedWithArray("none"),
                lambda: self.manager.QueryPortAssociatedWithProcessor("none", array),
                lambda: self.manager.QueryPortAssociatedWithLun("none", array),
                lambda: self.manager.QueryLunAssociatedWithPort("none", array),
                lambda: self.manager.QueryLunAssociatedWithArray("none"),
                lambda: self.manager.QueryArrayAssociatedWithLun("none"),
                lambda: self.manager.QueryHostAssociatedWithLun("none", array),
                lambda: self.manager.QueryFileSystemAssociatedWithArray("none"),
                lambda: self.manager.QueryNfsDatastoreAssociatedWithFileSystem("none", array),
                lambda: self.manager.QueryVmfsDatastoreAssociatedWithLun("none", array)]:
            with self.assertRaises(vim.fault.NotFound):
                call()

    def test_a_vvol_datastore_is_made_of_a_container(self):
        """As Ansible's vmware module does: the provider by its name, then the container that it serves."""
        result = self.manager.QueryStorageContainer()

        names = {info.uid: info.name for info in result.providerInfo}
        self.assertTrue(result.storageContainer)
        for container in result.storageContainer:
            self.assertTrue(container.providerId, container.name)
            for uid in container.providerId:
                self.assertIn(uid, names)

    def test_one_container(self):
        wanted = self.manager.QueryStorageContainer().storageContainer[-1]
        spec = sms.storage.StorageContainerSpec(containerId=[wanted.uuid])

        [found] = self.manager.QueryStorageContainer(spec).storageContainer

        self.assertEqual(found.name, wanted.name)
        with self.assertRaises(vim.fault.NotFound):
            self.manager.QueryStorageContainer(sms.storage.StorageContainerSpec(containerId=["none"]))

    def test_datastores_on_one_pool_are_told_together(self):
        datastores = [d for d in self.datastores().values() if d.summary.type in ("VMFS", "NFS")]
        self.assertTrue(datastores)

        mappings = self.manager.QueryDatastoreBackingPoolMapping(datastores)

        told = [datastore._moId for mapping in mappings for datastore in mapping.datastore]
        self.assertEqual(len(told), len(set(told)))
        self.assertLessEqual(set(told), {datastore._moId for datastore in datastores})
        self.assertTrue([mapping for mapping in mappings if len(mapping.datastore) > 1])

    def test_pools_of_everything_and_of_one_lun(self):
        pools = {pool.uuid for pool in self.manager.QueryAssociatedBackingStoragePool()}
        self.assertTrue(pools)

        found = 0
        for _, lun in self.luns():
            mine = self.manager.QueryAssociatedBackingStoragePool(lun.uuid, "StorageLun")
            self.assertLessEqual({pool.uuid for pool in mine}, pools)
            found += len(mine)
        self.assertGreater(found, 0)
        with self.assertRaises(vmodl.fault.InvalidArgument):
            self.manager.QueryAssociatedBackingStoragePool("a-lun", None)

    def test_storage_drs_asks_which_moves_are_worth_it(self):
        datastores = self.datastores()
        block = [d for d in datastores.values() if d.summary.type == "VMFS"]

        result = self.manager.QueryDrsMigrationCapabilityForPerformanceEx(block)

        def pairs(found):
            return {(pair.datastore1._moId, pair.datastore2._moId) for pair in found or []}

        recommended, other = pairs(result.recommendedDatastorePair), pairs(result.nonRecommendedDatastorePair)
        self.assertTrue(recommended)
        self.assertFalse(recommended & other)
        for source, destination in recommended:
            self.assertTrue(self.manager.QueryDrsMigrationCapabilityForPerformance(
                vim.Datastore(source), vim.Datastore(destination)))

    def test_capability_of_a_datastore(self):
        described = []
        for datastore in self.datastores().values():
            if datastore.summary.type not in ("VMFS", "NFS"):
                continue
            capability = self.manager.QueryDatastoreCapability(datastore)
            if capability is not None:
                described.append(capability.name)
        self.assertTrue(described)
        with self.assertRaises(vim.fault.NotFound):
            self.manager.QueryDatastoreCapability(vim.Datastore("datastore-999"))
