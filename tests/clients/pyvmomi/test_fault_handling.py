"""What a client does about faults that rules make: batches that a provider takes, and an answer that was lost."""

import unittest

from pyVmomi import sms

import fault_cases
import sim
from client import VCenter, failover_param, key, replication, results


def in_batches(call, ids):
    """What became of each group. A provider that finds them too many says how many it takes; one, if it does not say."""
    done, size = [], len(ids)
    while ids:
        try:
            done += results(call(ids[:size]))
        except sms.fault.TooMany as refused:
            if size == 1:
                raise
            size = max(1, refused.maxBatchSize or 1)
        else:
            ids = ids[size:]
    return done


def in_spite_of_lost_answers(call, tries=3):
    """Calls again when the connection broke; what was done already is told by a warning."""
    while True:
        try:
            return results(call())
        except ConnectionError:
            tries -= 1
            if not tries:
                raise


class FaultHandlingTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sim = fault_cases.simulator()
        cls.addClassCleanup(cls.sim.stop)
        vcenter = VCenter(cls.sim.vim_url, cls.sim.sms_url, cls.sim.ca_file, "administrator@sim.local", sim.PASSWORD)
        cls.addClassCleanup(vcenter.disconnect)
        cls.sms = vcenter.sms()

    def setUp(self):
        fault_cases.put_rules(self.sim)
        self.provider, self.groups = self.six_groups()
        self.ids = [group.id for group in self.groups]

    def six_groups(self):
        """Six groups of one provider that takes as many as it gets, targets first."""
        for provider in self.sms.active_providers():
            groups = sorted((group for group in self.sms.groups() if group.provider == provider), key=lambda g: g.state != "TARGET")
            if len(groups) >= 6 and not provider.QueryProviderInfo().maxBatchSize:
                return provider, groups[:6]
        self.fail("the server has no provider with six groups")

    def sync(self, ids):
        return self.provider.SyncReplicationGroup(ids, "six")

    def journal(self, operation):
        """The calls since the rules were put in force: groups, rules, outcome."""
        calls = self.sim.control("GET", f"/_sim/v1/journal?operation={operation}")["calls"]
        return [(len(call["groups"]), call["rules"], call["outcome"]) for call in calls]

    def begin(self, *rules):
        fault_cases.put_rules(self.sim, *rules)
        self.sim.control("DELETE", "/_sim/v1/journal")

    def assertAllDone(self, found):
        """Each group has its result in the order of the call, the same as from a provider that takes all at once."""
        self.begin()
        wanted = results(self.sync(self.ids))
        self.assertEqual([key(result.groupId) for result in found], [key(group) for group in self.ids])
        self.assertEqual([type(result) for result in found], [type(result) for result in wanted])
        self.assertIn(replication.SyncReplicationGroupSuccessResult, map(type, found))

    def test_as_many_as_the_provider_says(self):
        self.begin({"id": "four", "match": {"operation": "Sync*"}, "do": {"batchLimit": {"enforced": 4, "reported": 4}}})

        done = in_batches(self.sync, self.ids)

        self.assertEqual(self.journal("SyncReplicationGroup_Task"), [(6, ["four"], "TooMany"), (4, [], "ok"), (2, [], "ok")])
        self.assertAllDone(done)

    def test_one_by_one_when_it_does_not_say(self):
        for rule in ({"do": {"batchLimit": {"enforced": 1}}},
                     {"do": {"batchLimit": {"enforced": 1, "reported": 0}}},
                     {"do": {"fault": "TooMany"}, "match": {"operation": "SyncReplicationGroup_Task", "groups": {"over": 1}}}):
            with self.subTest(rule):
                self.begin({"id": "one", "match": {"operation": "Sync*"}, **rule})

                done = in_batches(self.sync, self.ids)

                self.assertEqual(self.journal("SyncReplicationGroup_Task"), [(6, ["one"], "TooMany")] + [(1, [], "ok")] * 6)
                self.assertAllDone(done)

    def test_committed_and_the_answer_lost(self):
        target = next(group for group in self.groups if group.state == "TARGET" and group.has_replicas())
        self.begin({"id": "lost-answer", "match": {"operation": "FailoverReplicationGroup_Task"}, "when": {"calls": "1"},
                    "at": "afterCommit", "do": {"connection": "reset"}})

        [result] = in_spite_of_lost_answers(lambda: self.provider.FailoverReplicationGroup(failover_param([target])))

        self.assertIsInstance(result, replication.FailoverSuccessResult)
        [warning] = result.warning
        self.assertIsInstance(warning, sms.fault.replication.AlreadyDone)
        self.assertEqual(target.refreshed().state, "FAILEDOVER")
        self.assertEqual(
            self.journal("FailoverReplicationGroup_Task"), [(1, ["lost-answer"], "noAnswer"), (1, [], "ok")])
        # Every call under the rule has what it decided, also the one that it let pass.
        numbers = [call["number"] for call in self.sim.control("GET", "/_sim/v1/journal?operation=Failover*")["calls"]]
        decisions = [self.sim.control("GET", f"/_sim/v1/journal/{number}")["decisions"] for number in numbers]
        self.assertEqual(
            [(d["rule"], d["nth"], d["fired"]) for [d] in decisions], [("lost-answer", 1, True), ("lost-answer", 2, False)])
