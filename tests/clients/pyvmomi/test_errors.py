"""What goes wrong, and how the server says it: faults of the call, and faults of single groups."""

import re

from pyVmomi import sms, vim, vmodl

from case import SimTestCase
from client import batch_size, failover_param, group_id, key, replication, results, test_param

INVALID_STATE = sms.fault.replication.InvalidReplicationState
WRONG_END = sms.fault.replication.InvalidFunctionTarget


class ArgumentTest(SimTestCase):
    """A call that is wrong in itself fails as a whole; there is no task."""

    def setUp(self):
        super().setUp()
        self.group = self.target()
        self.provider = self.group.provider

    def assertInvalid(self, name, call, *arguments):
        with self.assertRaises(vmodl.fault.InvalidArgument) as raised:
            call(*arguments)
        self.assertEqual(raised.exception.invalidProperty, name)

    def without(self, element):
        """Takes an element out of the requests; pyVmomi itself refuses to send a call without it."""
        pattern = f"<{element}[ >].*?</{element}>".encode()
        return self.sms.stub.requestModifier(lambda request: re.sub(pattern, b"", request))

    def test_missing_pit_name(self):
        with self.without("pitName"):
            self.assertInvalid("pitName", self.provider.SyncReplicationGroup, [self.group.id], "taken-out")

        self.assertEqual(self.group.replicas("taken-out"), [])

    def test_empty_pit_name(self):
        self.assertInvalid("pitName", self.provider.SyncReplicationGroup, [self.group.id], "")

    def test_missing_force(self):
        with self.without("force"):
            self.assertInvalid("force", self.provider.TestFailoverReplicationGroupStop, [self.group.id], False)

    def test_missing_is_planned(self):
        with self.without("isPlanned"):
            self.assertInvalid(
                "failoverParam.isPlanned", self.provider.FailoverReplicationGroup, failover_param([self.group]))

    def test_no_groups(self):
        self.assertInvalid("groupId", self.provider.SyncReplicationGroup, [], "nothing")
        self.assertInvalid("groupId", self.provider.PrepareFailoverReplicationGroup, [])
        self.assertInvalid("groupId", self.provider.ReverseReplicateGroup, [])
        self.assertInvalid("groupId", self.provider.TestFailoverReplicationGroupStop, [], False)
        self.assertInvalid(
            "failoverParam.replicationGroupsToFailover", self.provider.FailoverReplicationGroup, failover_param([]))
        self.assertInvalid(
            "testFailoverParam.replicationGroupsToFailover", self.provider.TestFailoverReplicationGroupStart, test_param([]))
        self.assertInvalid(
            "promoteParam.replicationGroupsToPromote", self.provider.PromoteReplicationGroup,
            replication.PromoteParam(isPlanned=True))

    def test_an_object_that_there_is_not(self):
        for missing in (sms.provider.VasaProvider("no-such-provider", self.sms.stub).QueryReplicationGroup,
                        sms.Task("no-such-task", self.sms.stub).QueryInfo):
            with self.assertRaises(vmodl.fault.ManagedObjectNotFound) as raised:
                missing()
            self.assertTrue(raised.exception.obj._moId.startswith("no-such-"))


class GroupTest(SimTestCase):
    """Groups succeed and fail one by one; a task whose groups all failed has succeeded itself."""

    def sync(self, provider, *ids):
        return results(provider.SyncReplicationGroup(list(ids), "error-paths"))

    def test_an_unknown_group(self):
        target = self.target()
        unknown = group_id(target.domain, "no-such-group")

        good, bad = self.sync(target.provider, target.id, unknown)

        self.assertSucceeded(good)
        self.assertFailed(bad, vim.fault.NotFound)
        self.assertEqual(key(bad.groupId), key(unknown))

    def test_a_group_of_another_provider(self):
        target = self.target()

        [result] = self.sync(target.provider, self.source_of(target).id)
        self.assertFailed(result, vim.fault.NotFound)
        [result] = target.provider.QueryReplicationGroup([target.source_id])
        self.assertFailed(result, vim.fault.NotFound)

    def test_a_group_given_twice(self):
        target = self.target()

        first, second = self.sync(target.provider, target.id, target.id)

        self.assertSucceeded(first)
        self.assertFailed(second, sms.fault.DuplicateEntry)
        self.assertEqual(len(target.replicas("error-paths")), 1)

    def test_the_wrong_end(self):
        target = self.target()
        source = self.source_of(target)

        [result] = self.sync(source.provider, source.id)
        self.assertFailed(result, WRONG_END)
        self.assertFailed(self.run_one(source.provider.FailoverReplicationGroup(failover_param([source]))), WRONG_END)
        self.assertFailed(self.run_one(source.provider.TestFailoverReplicationGroupStart(test_param([source]))), WRONG_END)
        self.assertFailed(self.run_one(target.provider.PrepareFailoverReplicationGroup([target.id])), WRONG_END)

    def assertWrongState(self, result, current, *desired):
        error = self.assertFailed(result, INVALID_STATE)
        self.assertEqual((error.currentState, tuple(error.desiredState)), (current, desired))

    def test_the_wrong_state(self):
        target, testing = self.target(), self.group("INTEST")

        self.assertWrongState(self.sync(testing.provider, testing.id)[0], "INTEST", "TARGET")
        self.assertWrongState(
            self.run_one(testing.provider.FailoverReplicationGroup(failover_param([testing]))), "INTEST", "TARGET")
        self.assertWrongState(
            self.run_one(target.provider.ReverseReplicateGroup([target.id])), "TARGET", "FAILEDOVER")
        self.assertWrongState(self.run_one(target.provider.PromoteReplicationGroup(
            replication.PromoteParam(isPlanned=True, replicationGroupsToPromote=[target.id]))), "TARGET", "INTEST")

    def test_a_source_that_was_failed_over(self):
        left = self.group("REMOTE_FAILEDOVER")

        self.assertWrongState(
            self.run_one(left.provider.PrepareFailoverReplicationGroup([left.id])), "REMOTE_FAILEDOVER", "SOURCE")
        self.assertFailed(self.run_one(left.provider.ReverseReplicateGroup([left.id])), WRONG_END)


class BatchTest(SimTestCase):
    """A provider takes only so many groups at once."""

    def setUp(self):
        super().setUp()
        limited = [(provider, info.maxBatchSize) for provider, info in self.sms.providers()
                   if provider in self.sms.active_providers() and info.maxBatchSize]
        self.assertTrue(limited, "the server has no provider with a maxBatchSize")
        self.provider, self.limit = limited[0]
        self.sources = self.groups("SOURCE", lambda group: group.provider == self.provider and group.info.replica)
        self.ids = [group.id for group in self.sources]
        while len(self.ids) <= self.limit:
            self.ids.append(group_id(self.sources[0].domain, f"more-{len(self.ids)}"))

    def test_too_many_for_a_task(self):
        with self.assertRaises(sms.fault.TooMany) as raised:
            self.provider.PrepareFailoverReplicationGroup(self.ids)

        self.assertEqual(raised.exception.maxBatchSize, self.limit)

    def test_in_batches_it_works(self):
        size = batch_size(self.provider)
        found = []
        for at in range(0, len(self.ids), size):
            found += results(self.provider.PrepareFailoverReplicationGroup(self.ids[at:at + size]))

        self.assertEqual([key(result.groupId) for result in found], [key(id_) for id_ in self.ids])
        for result in found[:len(self.sources)]:
            self.assertSucceeded(result)

    def test_too_many_for_a_query(self):
        found = self.provider.QueryReplicationGroup(self.ids)

        self.assertEqual(len(found), len(self.ids))
        for result in found[self.limit:]:
            self.assertEqual(self.assertFailed(result, sms.fault.TooMany).maxBatchSize, self.limit)
