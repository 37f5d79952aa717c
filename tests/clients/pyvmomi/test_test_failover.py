"""Try a failover: start a test, look at its copies, stop it, or make it the real thing."""

from pyVmomi import sms, vim

from case import SimTestCase, devices, recovered_id
from client import failover_param, replication, results, test_param


def ids_of(result):
    return [device.recoveredDeviceId.id for device in result.recoveredDeviceInfo]


class TestFailoverTest(SimTestCase):
    def start(self, target, **options):
        return self.run_one(target.provider.TestFailoverReplicationGroupStart(test_param([target], **options)))

    def stop(self, target, force=False):
        return self.run_one(target.provider.TestFailoverReplicationGroupStop([target.id], force))

    def test_a_check_changes_nothing(self):
        target = self.target()
        before = str(target.info), str(target.replicas())

        result = self.start(target, check_only=True)

        self.assertSucceeded(result)
        self.assertNotIsInstance(result, replication.FailoverSuccessResult)
        self.assertEqual((str(target.refreshed().info), str(target.replicas())), before)

    def test_start_and_stop(self):
        target = self.target()

        started = self.start(target)

        self.assertSucceeded(started, replication.FailoverSuccessResult)
        self.assertEqual(started.newState, "INTEST")
        testing = target.refreshed()
        self.assertEqual(testing.state, "INTEST")
        self.assertEqual([recovered_id(device) for device in testing.info.devices], ids_of(started))
        self.assertState(self.source_of(target), "SOURCE")

        self.assertSucceeded(self.stop(target))
        self.assertState(target, "TARGET")
        self.assertEqual(devices(target.refreshed()), devices(target))

    def test_what_was_recovered(self):
        target = self.target()

        started = self.start(target)

        for device, recovered in zip(target.info.devices, started.recoveredDeviceInfo, strict=True):
            self.assertEqual(recovered.sourceDeviceId.id, device.sourceId.id)
            self.assertEqual(recovered.targetDeviceId.id, device.replicaId.id)
            self.assertEqual(recovered.datastore, device.targetDatastore)
            self.assertNotIn(recovered.recoveredDeviceId.id, (device.sourceId.id, device.replicaId.id))
            self.assertIsNone(recovered.error)

    def test_two_groups_at_once(self):
        first, second = self.two_targets()

        started = results(first.provider.TestFailoverReplicationGroupStart(test_param([first, second])))

        self.assertEqual([result.newState for result in started], ["INTEST", "INTEST"])
        stopped = results(first.provider.TestFailoverReplicationGroupStop([first.id, second.id], False))
        for group, result in zip((first, second), stopped, strict=True):
            self.assertSucceeded(result)
            self.assertState(group, "TARGET")

    def test_with_a_replica_of_ones_choice(self):
        target = self.target()
        chosen = target.replicas()[0].id

        self.assertEqual(self.start(target, replica=chosen).pitId.id, chosen.id)

    def test_each_test_has_copies_of_its_own(self):
        target = self.target()
        first = self.start(target)
        self.stop(target)

        second = self.start(target)

        self.assertFalse(set(ids_of(first)) & set(ids_of(second)))

    def test_start_again(self):
        target = self.target()
        first = self.start(target)

        again = self.start(target)

        self.assertSucceeded(again, replication.FailoverSuccessResult)
        self.assertIsInstance(again.warning[0], sms.fault.replication.AlreadyDone)
        self.assertEqual(ids_of(again), ids_of(first))

    def test_stop_again(self):
        target = self.target()

        again = self.stop(target)

        self.assertSucceeded(again)
        self.assertIsInstance(again.warning[0], sms.fault.replication.AlreadyDone)

    def test_copies_in_use_are_freed_by_force_only(self):
        testing = self.group("INTEST")

        error = self.assertFailed(self.stop(testing), sms.fault.ResourceInUse)
        copies = {recovered_id(device) for device in testing.info.devices}
        self.assertTrue(error.deviceIds)
        self.assertLessEqual({device.id for device in error.deviceIds}, copies)
        self.assertState(testing, "INTEST")

        self.assertSucceeded(self.stop(testing, force=True))
        self.assertState(testing, "TARGET")

    def test_force_where_there_is_none(self):
        """A replicator of whole machines cannot stop a test by force; it says so for the call."""
        machine = self.group("TARGET", lambda group: any(
            isinstance(device.sourceId, replication.VirtualMachineId) for device in group.info.devices))
        self.assertSucceeded(self.start(machine), replication.FailoverSuccessResult)

        with self.assertRaises(sms.fault.NotSupportedByProvider):
            self.stop(machine, force=True)

        self.assertSucceeded(self.stop(machine))
        self.assertState(machine, "TARGET")

    def test_of_what_was_just_copied(self):
        target = self.target()
        copied = self.run_one(target.provider.SyncReplicationGroup([target.id], "to-be-tested")).pitId

        self.assertEqual(self.start(target, replica=copied).pitId.id, copied.id)
        self.assertSucceeded(self.stop(target))

        [kept] = target.replicas("to-be-tested")
        self.assertEqual(kept.id.id, copied.id)

    def test_a_replica_that_there_is_not(self):
        target = self.target()

        result = self.start(target, replica=replication.PointInTimeReplicaId(id="no-such-replica"))

        self.assertFailed(result, vim.fault.NotFound)
        self.assertState(target, "TARGET")

    def test_a_group_without_replicas(self):
        fresh = self.group("TARGET", lambda group: not group.has_replicas())

        error = self.assertFailed(self.start(fresh), sms.fault.replication.NoValidReplica)

        self.assertIsNone(error.deviceId)

    def test_a_policy_that_cannot_be_set(self):
        """A test must not go on without it, a failover must."""
        target = self.target()
        device = target.info.devices[0]
        policy = replication.FailoverParam.PolicyAssociation(
            id=device.sourceId, policyId="", datastore=device.targetDatastore)

        self.assertFailed(self.start(target, policies=[policy]), sms.fault.InvalidProfile)

        result = self.run_one(target.provider.FailoverReplicationGroup(failover_param([target], policies=[policy])))
        self.assertSucceeded(result, replication.FailoverSuccessResult)
        self.assertIsInstance(result.warning[0], sms.fault.InvalidProfile)

    def test_with_the_link_cut(self):
        """An unplanned test does not ask the source; a planned one does."""
        target = self.target()
        self.sim.set_link(target.domain, target.source_id.faultDomainId.id, up=False)

        self.assertFailed(self.start(target, planned=True), sms.fault.replication.PeerNotReachable)
        self.assertSucceeded(self.start(target, planned=False), replication.FailoverSuccessResult)


class PromoteTest(SimTestCase):
    def started(self, promotable=True):
        target = self.target(lambda group: bool(group.info.isPromoteCapable) == promotable)
        started = self.run_one(target.provider.TestFailoverReplicationGroupStart(test_param([target])))
        self.assertSucceeded(started, replication.FailoverSuccessResult)
        return target.refreshed()

    def promote(self, target, planned=True):
        return self.run_one(target.provider.PromoteReplicationGroup(
            replication.PromoteParam(isPlanned=planned, replicationGroupsToPromote=[target.id])))

    def test_the_copies_stay_what_they_are(self):
        testing = self.started()

        promoted = self.promote(testing)

        self.assertSucceeded(promoted, replication.FailoverSuccessResult)
        self.assertEqual(promoted.newState, "FAILEDOVER")
        after = testing.refreshed()
        self.assertEqual(after.state, "FAILEDOVER")
        self.assertEqual(devices(after), devices(testing))
        self.assertEqual(ids_of(promoted), [recovered_id(device) for device in testing.info.devices])
        self.assertState(self.source_of(testing), "REMOTE_FAILEDOVER")

    def test_promote_again(self):
        testing = self.started()
        self.promote(testing)

        again = self.promote(testing)

        self.assertSucceeded(again)
        self.assertIsInstance(again.warning[0], sms.fault.replication.AlreadyDone)

    def test_a_group_that_cannot(self):
        testing = self.started(promotable=False)

        self.assertFailed(self.promote(testing), sms.fault.NotSupportedByProvider)
        self.assertState(testing, "INTEST")

    def test_with_the_link_cut(self):
        testing = self.started()
        source = self.source_of(testing)
        self.sim.set_link(testing.domain, source.domain, up=False)

        self.assertFailed(self.promote(testing, planned=True), sms.fault.replication.PeerNotReachable)
        self.assertSucceeded(self.promote(testing, planned=False), replication.FailoverSuccessResult)
        self.assertState(testing, "FAILEDOVER")
        self.assertState(source, "SOURCE")
