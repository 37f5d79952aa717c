"""A planned migration and the way back: sync, prepare, fail over, reverse."""

from pyVmomi import sms

from case import SimTestCase, devices
from client import failover_param, group_id, key, replication, results


class PlannedFailoverTest(SimTestCase):
    def sync(self, target, name):
        return self.run_one(target.provider.SyncReplicationGroup([target.id], name))

    def prepare(self, source):
        return self.run_one(source.provider.PrepareFailoverReplicationGroup([source.id]))

    def fail_over(self, target, **options):
        return self.run_one(target.provider.FailoverReplicationGroup(failover_param([target], **options)))

    def reverse(self, target):
        return self.run_one(target.provider.ReverseReplicateGroup([target.id]))

    def new_source(self, target, reversed_):
        """The group that a reverse made a source of; its id may be another than before."""
        self.assertSucceeded(reversed_, replication.ReverseReplicationSuccessResult)
        return self.sms.find(group_id(target.domain, reversed_.newGroupId.id))

    def test_from_sync_to_reverse(self):
        target = self.target()
        source = self.source_of(target)
        self.assertSucceeded(self.sync(target, "powered-off"), replication.SyncReplicationGroupSuccessResult)

        self.assertSucceeded(self.prepare(source))
        self.assertState(source, "SOURCE")

        failed_over = self.fail_over(target)
        self.assertSucceeded(failed_over, replication.FailoverSuccessResult)
        self.assertEqual(failed_over.newState, "FAILEDOVER")
        self.assertState(target, "FAILEDOVER")
        self.assertState(source, "REMOTE_FAILEDOVER")

        after = self.new_source(target, self.reverse(target))
        self.assertEqual(after.state, "SOURCE")
        [back] = [replica.targetGroupId for replica in after.info.replica if replica.targetGroupId.faultDomainId.id == source.domain]
        new_target = self.sms.find(back)
        self.assertEqual(new_target.state, "TARGET")
        self.assertEqual(key(new_target.source_id), key(after.id))

    def test_there_and_back_again(self):
        target = self.target()
        source = self.source_of(target)
        self.fail_over(target)
        away = self.new_source(target, self.reverse(target))
        home = next(group for group in self.groups("TARGET") if key(group.source_id) == key(away.id) and group.domain == source.domain)

        self.assertFailed(self.fail_over(home), sms.fault.replication.NoValidReplica)
        self.assertSucceeded(self.sync(home, "failback"), replication.SyncReplicationGroupSuccessResult)
        self.assertSucceeded(self.prepare(away))
        self.assertSucceeded(self.fail_over(home), replication.FailoverSuccessResult)
        again = self.new_source(home, self.reverse(home))

        self.assertEqual((again.state, again.domain), ("SOURCE", source.domain))
        self.assertEqual(len(again.info.memberInfo), len(source.info.memberInfo))

    def test_a_group_that_waits_for_its_reverse(self):
        target = self.group("FAILEDOVER")

        after = self.new_source(target, self.reverse(target))

        self.assertEqual(after.state, "SOURCE")

    def test_what_was_recovered(self):
        target = self.target()

        failed_over = self.fail_over(target)

        for device, recovered in zip(target.info.devices, failed_over.recoveredDeviceInfo, strict=True):
            self.assertEqual(recovered.sourceDeviceId.id, device.sourceId.id)
            self.assertEqual(recovered.targetDeviceId.id, device.replicaId.id)
            self.assertEqual(recovered.datastore, device.targetDatastore)
        self.assertEqual(
            [recovered for _, _, recovered in devices(target.refreshed())],
            [recovered.recoveredDeviceId.id for recovered in failed_over.recoveredDeviceInfo])

    def test_a_machine_is_recovered_with_its_disks(self):
        """A replicator of whole machines tells where the machine's file and its disks are."""
        target = self.group("TARGET", lambda group: any(
            isinstance(device.sourceId, replication.VirtualMachineId) for device in group.info.devices))

        failed_over = self.fail_over(target)

        machines = [device for device in failed_over.recoveredDeviceInfo
                    if isinstance(device.recoveredDeviceId, replication.VirtualMachineFilePath)]
        self.assertTrue(machines)
        for machine in machines:
            self.assertTrue(machine.recoveredDeviceId.vmxPath.endswith(".vmx"))
            self.assertTrue(machine.recoveredDiskInfo)
            for disk in machine.recoveredDiskInfo:
                self.assertGreater(disk.deviceKey, 0)
                self.assertTrue(disk.diskPath.endswith(".vmdk"))

    def test_the_replica_made_before(self):
        target = self.target()
        before = {replica.id.id for replica in target.replicas()}

        failed_over = self.fail_over(target)

        self.assertIsNone(failed_over.pitId)
        safety = failed_over.pitIdBeforeFailover.id
        self.assertNotIn(safety, before)
        self.assertIn(safety, [replica.id.id for replica in target.replicas()])

    def test_with_a_replica_of_ones_choice(self):
        target = self.target()
        first, *_, last = target.replicas()

        self.assertEqual(self.fail_over(target, replica=first.id).pitId.id, first.id.id)

        error = self.assertFailed(self.fail_over(target, replica=last.id), sms.fault.replication.InvalidReplicationState)
        self.assertEqual(error.currentState, "FAILEDOVER")

    def test_a_check_changes_nothing(self):
        target = self.target()
        before = str(target.info), str(target.replicas())

        result = self.fail_over(target, check_only=True)

        self.assertSucceeded(result)
        self.assertNotIsInstance(result, replication.FailoverSuccessResult)
        self.assertEqual((str(target.refreshed().info), str(target.replicas())), before)
        self.assertState(self.source_of(target), "SOURCE")

    def test_prepare_again(self):
        source = self.source_of(self.target())
        self.assertEqual(self.prepare(source).warning, [])

        again = self.prepare(source)

        self.assertSucceeded(again)
        self.assertIsInstance(again.warning[0], sms.fault.replication.AlreadyDone)

    def test_prepare_without_a_target(self):
        source = self.group("SOURCE", lambda group: not group.info.replica)

        self.assertFailed(self.prepare(source), sms.fault.replication.NoReplicationTarget)

    def test_fail_over_again(self):
        target = self.target()
        first = self.fail_over(target)

        again = self.fail_over(target)

        self.assertSucceeded(again, replication.FailoverSuccessResult)
        self.assertIsInstance(again.warning[0], sms.fault.replication.AlreadyDone)
        self.assertEqual(str(again.recoveredDeviceInfo), str(first.recoveredDeviceInfo))

    def test_a_group_that_failed_is_retried_with_those_that_did_not(self):
        """What is done already answers with a warning, so a client may send the whole plan again."""
        first, second = self.two_targets()
        self.fail_over(first)

        done, new = results(first.provider.FailoverReplicationGroup(failover_param([first, second])))

        self.assertIsInstance(done.warning[0], sms.fault.replication.AlreadyDone)
        self.assertSucceeded(new, replication.FailoverSuccessResult)
        self.assertEqual(new.warning, [])
        self.assertState(second, "FAILEDOVER")
