"""What every test of this suite begins with: a fresh world, and a session in it."""

import unittest

import sim
from client import VCenter, key, replication, results


class SimTestCase(unittest.TestCase):
    def setUp(self):
        self.sim = sim.shared()
        self.sim.reset()
        self.vcenter = self.login("administrator@sim.local")
        self.sms = self.vcenter.sms()

    def login(self, user, password=sim.PASSWORD):
        vcenter = VCenter(self.sim.vim_url, self.sim.sms_url, self.sim.ca_file, user, password)
        self.addCleanup(vcenter.disconnect)
        return vcenter

    # Which group is which, the server says; no test knows an id beforehand.

    def groups(self, state, where=lambda group: True):
        return [group for group in self.sms.groups() if group.state == state and where(group)]

    def group(self, state, where=lambda group: True):
        found = self.groups(state, where)
        self.assertTrue(found, f"the server has no group that is {state} and fits this test")
        return found[0]

    def target(self, where=lambda group: True):
        """A target with vVols and replicas: it can be synced, tested and failed over."""
        return self.group("TARGET", lambda group: has_vvols(group) and group.has_replicas() and where(group))

    def two_targets(self):
        """Two such targets of one provider."""
        targets = self.groups("TARGET", lambda group: has_vvols(group) and group.has_replicas())
        for first in targets:
            for second in targets:
                if first.provider == second.provider and key(first.source_id) != key(second.source_id):
                    return first, second
        self.fail("the server has no provider with two targets")

    def source_of(self, target):
        return self.sms.find(target.source_id)

    def assertState(self, group, state):
        self.assertEqual(group.refreshed().state, state, group)

    def assertSucceeded(self, result, kind=replication.GroupOperationResult):
        self.assertNotIsInstance(result, replication.GroupErrorResult, getattr(result, "error", None))
        self.assertIsInstance(result, kind)

    def assertFailed(self, result, fault):
        """The group failed with a fault, which is given."""
        self.assertIsInstance(result, replication.GroupErrorResult)
        self.assertIsInstance(result.error[0], fault)
        return result.error[0]

    def run_one(self, task):
        """The result of a task over one group."""
        [result] = results(task)
        return result


def has_vvols(group):
    return not group.is_source and bool(group.info.devices) and all(
        isinstance(device.sourceId, replication.VVolId) for device in group.info.devices)


def devices(group):
    """The ids that a target's devices have at the source, as replica, and recovered."""
    return [(device.sourceId.id, device.replicaId.id, recovered_id(device)) for device in group.info.devices]


def recovered_id(device):
    recovered = getattr(device, "recoveredDeviceId", None)
    return recovered and recovered.id
