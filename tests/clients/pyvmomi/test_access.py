"""Who may call the Storage Monitoring Service: sessions and privileges."""

from pyVmomi import sms, vim

from case import SimTestCase
from client import Sms, results, wait

VIEW = "StorageViews.View"
CONFIGURE = "StorageViews.ConfigureService"


def service(stub):
    return sms.ServiceInstance("ServiceInstance", stub)


class SessionTest(SimTestCase):
    def test_without_a_session(self):
        with self.assertRaises(sms.fault.InvalidSession) as raised:
            service(self.vcenter.sms_stub()).QueryStorageManager()

        self.assertEqual(raised.exception.sessionCookie, "")

    def test_with_a_session_that_never_was(self):
        with self.assertRaises(sms.fault.InvalidSession) as raised:
            service(self.vcenter.sms_stub("no-such-session")).QueryStorageManager()

        self.assertEqual(raised.exception.sessionCookie, "no-such-session")

    def test_with_a_session_that_has_ended(self):
        provider = self.target().provider
        session_id = self.vcenter.session_id
        self.vcenter.disconnect()

        with self.assertRaises(sms.fault.InvalidSession) as raised:
            provider.QueryReplicationGroup()

        self.assertEqual(raised.exception.sessionCookie, session_id)

    def test_the_session_may_keep_its_quotes(self):
        stub = self.vcenter.sms_stub(f'"{self.vcenter.session_id}"')

        self.assertTrue(Sms(stub).providers())

    def test_a_cookie_alone_is_no_session(self):
        stub = self.vcenter.sms_stub()
        stub.cookie = self.vcenter.si._stub.cookie

        with self.assertRaises(sms.fault.InvalidSession):
            service(stub).QueryStorageManager()

    def test_the_session_manager_needs_no_session(self):
        manager = service(self.vcenter.sms_stub()).QuerySessionManager()

        self.assertIsInstance(manager, sms.auth.SessionManager)


class PrivilegeTest(SimTestCase):
    def assertLacks(self, privilege, call, *arguments):
        with self.assertRaises(vim.fault.NoPermission) as raised:
            call(*arguments)
        self.assertEqual(raised.exception.privilegeId, privilege)
        self.assertIsInstance(raised.exception.object, vim.Folder)

    def viewed_by(self, user, managed_object):
        """The object in the session of another user."""
        vcenter = self.login(user)
        return type(managed_object)(managed_object._moId, vcenter.sms_stub(vcenter.session_id))

    def test_a_viewer_sees_everything(self):
        groups = self.sms.groups()

        viewer = self.login("viewer@sim.local").sms()

        self.assertEqual(str(viewer.groups()), str(groups))

    def test_a_viewer_changes_nothing(self):
        target = self.target()
        provider = self.viewed_by("viewer@sim.local", target.provider)

        self.assertLacks(CONFIGURE, provider.SyncReplicationGroup, [target.id], "by-a-viewer")
        self.assertLacks(CONFIGURE, provider.PrepareFailoverReplicationGroup, [target.source_id])
        self.assertLacks(CONFIGURE, provider.ReverseReplicateGroup, [target.id])
        self.assertEqual(target.replicas("by-a-viewer"), [])

    def test_a_viewer_reads_the_tasks_of_others(self):
        target = self.target()
        task = target.provider.SyncReplicationGroup([target.id], "watched")

        watched = self.viewed_by("viewer@sim.local", task)

        [result] = results(watched)
        self.assertSucceeded(result)

    def test_who_configures_sees_nothing(self):
        target = self.target()
        provider = self.viewed_by("config@sim.local", target.provider)

        self.assertLacks(VIEW, provider.QueryReplicationGroup)
        task = provider.SyncReplicationGroup([target.id], "blind")
        self.assertLacks(VIEW, task.QueryInfo)
        self.assertLacks(VIEW, task.QueryResult)

        wait(sms.Task(task._moId, self.sms.stub))
        self.assertEqual(len(target.replicas("blind")), 1)

    def test_nobody_may_do_nothing(self):
        target = self.target()
        provider = self.viewed_by("nobody@sim.local", target.provider)

        self.assertLacks(VIEW, provider.QueryReplicationGroup)
        self.assertLacks(CONFIGURE, provider.SyncReplicationGroup, [target.id], "by-nobody")
