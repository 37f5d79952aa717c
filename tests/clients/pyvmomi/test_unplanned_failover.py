"""A disaster: the link is cut, the recovery site goes on alone, and later both find together again."""

from pyVmomi import sms

from case import SimTestCase
from client import failover_param, group_id, key, replication, results

PEER_NOT_REACHABLE = sms.fault.replication.PeerNotReachable


class UnplannedFailoverTest(SimTestCase):
    def setUp(self):
        super().setUp()
        self.group = self.target()
        self.source = self.source_of(self.group)
        self.provider = self.group.provider
        self.set_link(up=False)

    def set_link(self, up):
        self.sim.set_link(self.source.domain, self.group.domain, up)

    def fail_over(self, planned, **options):
        return self.run_one(self.provider.FailoverReplicationGroup(failover_param([self.group], planned, **options)))

    def test_from_the_cut_to_the_repair(self):
        newest = self.group.replicas()[-1].id

        self.assertFailed(self.fail_over(planned=True), PEER_NOT_REACHABLE)
        self.assertState(self.group, "TARGET")

        failed_over = self.fail_over(planned=False, replica=newest)
        self.assertSucceeded(failed_over, replication.FailoverSuccessResult)
        self.assertEqual(failed_over.pitId.id, newest.id)
        self.assertState(self.group, "FAILEDOVER")
        self.assertState(self.source, "SOURCE")

        self.assertFailed(self.run_one(self.provider.ReverseReplicateGroup([self.group.id])), PEER_NOT_REACHABLE)
        self.assertState(self.group, "FAILEDOVER")

        self.set_link(up=True)
        self.assertState(self.source, "REMOTE_FAILEDOVER")

        reversed_ = self.run_one(self.provider.ReverseReplicateGroup([self.group.id]))
        self.assertSucceeded(reversed_, replication.ReverseReplicationSuccessResult)
        after = self.sms.find(group_id(self.group.domain, reversed_.newGroupId.id))
        self.assertEqual(after.state, "SOURCE")
        self.assertIn(self.source.domain, [group.domain for group in self.groups("TARGET") if key(group.source_id) == key(after.id)])

    def test_the_target_is_readable_all_the_time(self):
        self.assertState(self.group, "TARGET")
        self.assertTrue(self.group.replicas())

    def test_sync_needs_the_source(self):
        result = self.run_one(self.provider.SyncReplicationGroup([self.group.id], "cut-off"))

        self.assertFailed(result, PEER_NOT_REACHABLE)
        self.assertEqual(self.group.replicas("cut-off"), [])

    def test_prepare_needs_the_target(self):
        result = self.run_one(self.source.provider.PrepareFailoverReplicationGroup([self.source.id]))

        self.assertFailed(result, PEER_NOT_REACHABLE)

    def test_a_check_tells_it_beforehand(self):
        self.assertFailed(self.fail_over(planned=True, check_only=True), PEER_NOT_REACHABLE)
        self.assertSucceeded(self.fail_over(planned=False, check_only=True))
        self.assertState(self.group, "TARGET")

    def test_other_links_still_work(self):
        others = [group for group in self.groups("TARGET") if group.has_replicas()
                  and {group.domain, group.source_id.faultDomainId.id} != {self.group.domain, self.source.domain}]
        self.assertTrue(others)

        for other in others:
            [result] = results(other.provider.SyncReplicationGroup([other.id], "elsewhere"))
            self.assertSucceeded(result, replication.SyncReplicationGroupSuccessResult)
