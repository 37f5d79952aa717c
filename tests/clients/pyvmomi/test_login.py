"""The vCenter side of a script: log in, look around in the inventory, log out."""

from pyVmomi import vim, vmodl

import sim
from case import SimTestCase


class LoginTest(SimTestCase):
    def setUp(self):
        super().setUp()
        self.si = self.vcenter.si

    def test_content_says_what_answers(self):
        about = self.si.content.about

        self.assertEqual(about.apiType, "VirtualCenter")
        self.assertRegex(about.apiVersion, r"^\d+\.\d+")
        self.assertEqual(self.si.RetrieveContent().about.instanceUuid, about.instanceUuid)

    def test_the_time_has_a_zone(self):
        self.assertIsNotNone(self.si.CurrentTime().tzinfo)

    def test_the_session_is_that_of_the_user(self):
        session = self.si.content.sessionManager.currentSession

        self.assertEqual(session.userName.lower(), "administrator@sim.local")

    def test_the_cookie_is_quoted(self):
        """Scripts cut the session out of the quotes; most do it as VCenter.session_id does."""
        cookie = self.si._stub.cookie

        self.assertRegex(cookie, r'^vmware_soap_session="[^"]+"')
        self.assertIn(self.vcenter.session_id, cookie)

    def test_a_wrong_password_is_refused(self):
        with self.assertRaises(vim.fault.InvalidLogin):
            self.login("administrator@sim.local", "wrong")

    def test_an_unknown_user_is_refused(self):
        with self.assertRaises(vim.fault.InvalidLogin):
            self.login("somebody@sim.local")

    def test_a_stub_that_logs_in_by_itself(self):
        """It asks for the current session first, which nobody has before the login, and goes on after a logout."""
        stub = self.vcenter.stub_that_logs_in("viewer@sim.local", sim.PASSWORD)
        manager = vim.ServiceInstance("ServiceInstance", stub).content.sessionManager

        first = manager.currentSession.key
        manager.Logout()

        self.assertTrue(vim.ServiceInstance("ServiceInstance", stub).content.rootFolder.childEntity)
        self.assertNotEqual(manager.currentSession.key, first)
        manager.Logout()

    def test_after_disconnect_the_session_is_over(self):
        self.vcenter.disconnect()

        with self.assertRaises(vim.fault.NotAuthenticated):
            self.si.content.rootFolder.childEntity


class InventoryTest(SimTestCase):
    def setUp(self):
        super().setUp()
        self.content = self.vcenter.si.content

    def collect(self, kind, *properties):
        """The properties of all objects of a kind, as scripts read them: a container view and a property collector."""
        collector = vmodl.query.PropertyCollector
        view = self.content.viewManager.CreateContainerView(self.content.rootFolder, [kind], True)
        try:
            spec = collector.FilterSpec(
                objectSet=[collector.ObjectSpec(
                    obj=view, skip=True,
                    selectSet=[collector.TraversalSpec(name="view", path="view", skip=False, type=type(view))])],
                propSet=[collector.PropertySpec(type=kind, pathSet=list(properties))])
            found = self.content.propertyCollector.RetrieveContents([spec])
        finally:
            view.Destroy()
        return {item.obj: {prop.name: prop.val for prop in item.propSet} for item in found}

    def test_machines_by_name(self):
        machines = self.collect(vim.VirtualMachine, "name", "datastore")

        names = [machine["name"] for machine in machines.values()]
        self.assertTrue(names)
        self.assertEqual(len(names), len(set(names)))
        for machine, properties in machines.items():
            self.assertEqual(machine.name, properties["name"])

    def test_a_view_lists_what_it_contains(self):
        view = self.content.viewManager.CreateContainerView(self.content.rootFolder, [vim.Datastore], True)

        self.assertEqual(
            {datastore._moId for datastore in view.view}, {datastore._moId for datastore in self.collect(vim.Datastore, "name")})

    def test_datastores_know_their_capacity(self):
        for properties in self.collect(vim.Datastore, "name", "summary.capacity", "summary.freeSpace").values():
            self.assertGreater(properties["summary.capacity"], properties["summary.freeSpace"])

    def test_datacenters_below_the_root_folder(self):
        datacenters = self.content.rootFolder.childEntity

        self.assertTrue(datacenters)
        for datacenter in datacenters:
            self.assertIsInstance(datacenter, vim.Datacenter)
            self.assertTrue(datacenter.datastore)

    def test_the_datastore_of_a_replica_is_in_the_inventory(self):
        names = {datastore._moId: properties["name"] for datastore, properties in self.collect(vim.Datastore, "name").items()}

        for device in self.target().info.devices:
            datastore = vim.Datastore(device.targetDatastore._moId, self.vcenter.si._stub)
            self.assertEqual(datastore.name, names[datastore._moId])
