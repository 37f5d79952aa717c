"""Copy the data of groups to their targets now, and watch the task that does it."""

from pyVmomi import sms

from case import SimTestCase
from client import key, replication, results, wait


class SyncTest(SimTestCase):
    def test_two_groups(self):
        first, second = self.two_targets()

        info = wait(first.provider.SyncReplicationGroup([first.id, second.id], "before-upgrade"))

        self.assertEqual([key(result.groupId) for result in info.result], [key(first.id), key(second.id)])
        for group, result in zip((first, second), info.result):
            self.assertSucceeded(result, replication.SyncReplicationGroupSuccessResult)
            self.assertEqual(result.pitName, "before-upgrade")
            [replica] = group.replicas("before-upgrade")
            self.assertEqual(replica.id.id, result.pitId.id)
            self.assertEqual(replica.timeStamp, result.timeStamp)
            self.assertEqual(group.replicas()[-1].id.id, replica.id.id)
            self.assertState(group, "TARGET")

    def test_in_real_time(self):
        """As everybody sees it: the task runs for about a second, and is polled until it has ended."""
        first, second = self.two_targets()
        self.sim.run_clock(1)

        info = wait(first.provider.SyncReplicationGroup([first.id, second.id], "timed"))

        self.assertGreater(info.completionTime, info.startTime)
        for result in info.result:
            self.assertSucceeded(result, replication.SyncReplicationGroupSuccessResult)

    def test_every_sync_makes_a_replica_of_its_own(self):
        target = self.target()

        ids = [self.run_one(target.provider.SyncReplicationGroup([target.id], "again")).pitId.id for _ in range(3)]

        self.assertEqual([replica.id.id for replica in target.replicas("again")], ids)

    def test_a_group_without_devices(self):
        empty = self.group("TARGET", lambda group: not group.info.devices)

        result = self.run_one(empty.provider.SyncReplicationGroup([empty.id], "nothing"))

        self.assertSucceeded(result, replication.SyncReplicationGroupSuccessResult)
        self.assertEqual(len(empty.replicas("nothing")), 1)

    def test_a_group_that_was_never_copied(self):
        fresh = self.group("TARGET", lambda group: not group.has_replicas())
        self.assertEqual(self.source_of(fresh).info.replica, [])

        result = self.run_one(fresh.provider.SyncReplicationGroup([fresh.id], "first"))

        self.assertSucceeded(result, replication.SyncReplicationGroupSuccessResult)
        [replica] = self.source_of(fresh).info.replica
        self.assertEqual(key(replica.targetGroupId), key(fresh.id))


class TaskTest(SimTestCase):
    """A task from its beginning to its end. The clock stands still, so that the test sees every moment of it."""

    def setUp(self):
        super().setUp()
        self.group = self.target()
        self.provider = self.group.provider
        self.sim.freeze_clock()
        self.task = self.provider.SyncReplicationGroup([self.group.id], "watched")

    def test_while_it_runs(self):
        info = self.task.QueryInfo()

        self.assertEqual(info.state, "running")
        self.assertEqual(info.task, self.task)
        self.assertEqual(info.object, self.provider)
        self.assertIsNotNone(info.startTime)
        self.assertIsNone(info.completionTime)
        self.assertIsNone(info.result)
        self.assertIsNone(info.error)
        self.assertIsNone(self.task.QueryResult())
        self.assertEqual(self.group.replicas("watched"), [])

    def test_it_gets_on(self):
        self.sim.advance_clock("400ms")

        info = self.task.QueryInfo()

        self.assertEqual(info.state, "running")
        self.assertGreater(info.progress, 0)
        self.assertLess(info.progress, 100)

    def test_when_it_has_ended(self):
        self.sim.advance_clock("1h")

        info = self.task.QueryInfo()

        self.assertEqual(info.state, "success")
        self.assertIsNone(info.progress)
        self.assertGreater(info.completionTime, info.startTime)
        [replica] = self.group.replicas("watched")
        self.assertEqual(replica.timeStamp, info.startTime)

    def test_its_result_can_be_read_in_two_ways(self):
        self.sim.advance_clock("1h")

        self.assertEqual(str(self.task.QueryResult()), str(self.task.QueryInfo().result))

    def test_a_second_sync_meanwhile(self):
        second = self.provider.SyncReplicationGroup([self.group.id], "meanwhile")
        self.sim.advance_clock("1h")

        [result] = results(second)

        error = self.assertFailed(result, sms.fault.replication.SyncOngoing)
        self.assertEqual(error.task, self.task)
        self.assertSucceeded(results(self.task)[0])
        self.assertEqual(self.group.replicas("meanwhile"), [])

    def test_a_link_cut_meanwhile(self):
        self.sim.set_link(self.group.domain, self.group.source_id.faultDomainId.id, up=False)
        self.sim.advance_clock("1h")

        [result] = results(self.task)

        self.assertFailed(result, sms.fault.replication.PeerNotReachable)
        self.assertEqual(self.group.replicas("watched"), [])
