"""The way of a recovery plan, while somebody watches its replication groups over SMS: test, cleanup, planned migration, reprotect; and the disaster."""

import unittest

import sim
from client import ApiError, Srm
from watcher import Watcher

USER = "administrator@sim.local"
LINKS = [("fd-a1", "fd-b1"), ("fd-a1", "fd-n1")]

SYNC, PREPARE, FAILOVER = "SyncReplicationGroup_Task", "PrepareFailoverReplicationGroup_Task", "FailoverReplicationGroup_Task"
TEST_START, TEST_STOP = "TestFailoverReplicationGroupStart_Task", "TestFailoverReplicationGroupStop_Task"
REVERSE = "ReverseReplicateGroup_Task"


class WalkTest(unittest.TestCase):
    def setUp(self):
        self.sim = sim.shared()
        self.sim.reset()
        self.srm = Srm(self.sim.srm_url, self.sim.ca_file)
        self.here = self.srm.login(USER, sim.PASSWORD)
        self.watch().end_tests()

    def target_of(self, info):
        """The other side of a replication group, which nobody tests or has recovered; or None."""
        source = {"faultDomain": info["fault_domain_id"], "id": info["device_group_id"]}
        targets = [g for g in self.sim.control("GET", "/_sim/v1/groups?state=TARGET")["groups"] if g["source"] == source]
        return next(((t["faultDomain"], t["id"]) for t in targets), None)

    def unprotected_group(self):
        """A replication group of this site with machines and no protection group. Nobody lists those: they are what is left of all."""
        taken = [
            g["replication_group_info"] for group in self.srm.list(self.srm.groups) if group["replication_type"] == "VVOL"
            for g in self.srm.list(f"{self.srm.groups}/{group['id']}/replication-groups")]
        domains = f"{self.srm.pairing}/srms/{self.here['local_srm_server']['id']}/replication-management/vvol/fault-domains"
        for domain in self.srm.list(domains):
            for group in self.srm.list(f"{domains}/{domain['id']}/replication-groups"):
                info = group["replication_group_info"]
                if group["vm_infos"] and not group["errors"] and info not in taken and self.target_of(info):
                    return info
        self.fail("All replication groups are protected.")

    def protect(self):
        """Makes a protection group and a plan over it; gives the plan's id, and the pair of replication groups, source first."""
        info = self.unprotected_group()
        group = self.srm.run("POST", self.srm.groups, {
            "name": "pg-walk", "replication_type": "VVOL", "protected_vc_guid": self.here["local_vc_server"]["id"],
            "vvol_spec": {"replication_groups": [info]}})
        self.assertEqual(self.srm.named(self.srm.groups, "pg-walk")["id"], group)
        # The machines are protected by tasks of their own, which go on when the group is made.
        for task in self.srm.list("/tasks"):
            self.srm.wait(task)
        machines = self.srm.list(f"{self.srm.groups}/{group}/vms")
        self.assertEqual([vm["protection_status_details"] for vm in machines], [{"status": "OK", "errors": None}] * len(machines))
        self.assertTrue(machines)
        plan = self.srm.run("POST", self.srm.plans, {
            "name": "plan-walk", "protected_vc_guid": self.here["local_vc_server"]["id"], "protection_groups": [group]})
        self.assertEqual(self.srm.named(self.srm.plans, "plan-walk")["id"], plan)
        self.assert_plan(self.srm, plan, "READY_STATE", "A", "B")

        source = (info["fault_domain_id"], info["device_group_id"])
        return plan, source, self.target_of(info)

    def watch(self, *groups):
        watcher = Watcher(self.sim.sms_url, self.sim.ca_file, USER, sim.PASSWORD, groups)
        watcher.look()
        return watcher

    def act(self, srm, plan, action, body, watcher):
        """Runs a plan to the end; gives the calls of SMS that it made, and forgets what the watcher saw before."""
        self.sim.control("DELETE", "/_sim/v1/journal")
        watcher.states = {group: seen[-1:] for group, seen in watcher.states.items()}
        srm.run("POST", f"{srm.plans}/{plan}/actions/{action}", body, watcher.look)
        calls = [c for c in self.sim.control("GET", "/_sim/v1/journal?limit=1000")["calls"] if c["operation"].endswith("_Task")]
        self.assertEqual([(c["face"], c["client"], c["user"], c["outcome"]) for c in calls], [("sms", "srm", USER, "ok")] * len(calls))
        return [(c["operation"], c["groups"]) for c in calls]

    def turned(self, srm, source, target):
        """The pair of replication groups after they were reversed, which gave them new ids in the same fault domains: source first."""
        group = srm.named(srm.groups, "pg-walk")["id"]
        (info,) = [g["replication_group_info"] for g in srm.list(f"{srm.groups}/{group}/replication-groups")]
        pair = (info["fault_domain_id"], info["device_group_id"]), self.target_of(info)
        self.assertEqual((pair[0][0], pair[1][0]), (target[0], source[0]))
        self.assertEqual(self.watch(*pair).states, {pair[0]: ["SOURCE"], pair[1]: ["TARGET"]})
        return pair

    def assert_plan(self, srm, plan, status, protected, recovery):
        info = srm.get(f"{srm.plans}/{plan}")
        self.assertEqual((info["status"], info["protected_site_name"], info["recovery_site_name"]), (status, protected, recovery))

    def test_test_migration_and_reprotect(self):
        with self.assertRaises(ApiError) as refused:
            self.srm.get(f"{self.srm.pairing}/remote-session")
        self.assertEqual(refused.exception.code, "dr.fault.RemoteSiteNotAuthenticated")
        self.srm.login_remote(USER, sim.PASSWORD)
        plan, source, target = self.protect()
        watcher = self.watch(source, target)
        from_, to = "/".join(source), "/".join(target)

        calls = self.act(self.srm, plan, "test", {"sync_data": True}, watcher)
        self.assertEqual(calls, [(SYNC, [to]), (TEST_START, [to])])
        self.assertEqual(watcher.states, {source: ["SOURCE"], target: ["TARGET", "INTEST"]})
        self.assert_plan(self.srm, plan, "TEST_COMPLETE", "A", "B")

        calls = self.act(self.srm, plan, "cleanup", {}, watcher)
        self.assertEqual(calls, [(TEST_STOP, [to])])
        self.assertEqual(watcher.states, {source: ["SOURCE"], target: ["INTEST", "TARGET"]})
        self.assert_plan(self.srm, plan, "READY_STATE", "A", "B")

        calls = self.act(self.srm, plan, "recovery", {"planned_failover": True}, watcher)
        self.assertEqual(calls, [(SYNC, [to]), (PREPARE, [from_]), (SYNC, [to]), (FAILOVER, [to])])
        self.assertEqual(watcher.states[target], ["TARGET", "FAILEDOVER"])
        self.assertEqual(watcher.states[source], ["SOURCE", "REMOTE_FAILEDOVER"])
        self.assert_plan(self.srm, plan, "RECOVERY_COMPLETE", "A", "B")

        calls = self.act(self.srm, plan, "reprotect", {"forced": False}, watcher)
        new_source, new_target = self.turned(self.srm, source, target)
        self.assertEqual(calls, [(REVERSE, [to]), (SYNC, ["/".join(new_target)])])
        self.assertEqual(watcher.states, {source: ["REMOTE_FAILEDOVER"], target: ["FAILEDOVER"]})
        self.assert_plan(self.srm, plan, "READY_STATE", "B", "A")

    def test_the_disaster(self):
        self.srm.login_remote(USER, sim.PASSWORD)
        plan, source, target = self.protect()
        watcher = self.watch(source, target)
        to = "/".join(target)

        for link in LINKS:
            self.sim.set_link(*link, False)
        there = Srm(self.sim.srm_peer_url, self.sim.ca_file)
        there.login(USER, sim.PASSWORD)
        with self.assertRaises(ApiError) as refused:
            there.login_remote(USER, sim.PASSWORD)
        self.assertEqual(refused.exception.code, "dr.fault.RemoteSiteNotReachable")
        same = there.named(there.plans, "plan-walk")["id"]
        with self.assertRaises(ApiError) as refused:
            self.srm.post(f"{self.srm.plans}/{plan}/actions/recovery", {"planned_failover": False})
        self.assertEqual(refused.exception.code, "dr.fault.RemoteSiteNotReachable")

        calls = self.act(there, same, "recovery", {"planned_failover": False}, watcher)
        self.assertEqual(calls, [(FAILOVER, [to])])
        self.assertEqual(watcher.states[target], ["TARGET", "FAILEDOVER"])
        self.assertEqual(watcher.states[source], ["SOURCE"])
        self.assert_plan(there, same, "DISASTER_RECOVERY_COMPLETE", "A", "B")
        self.assert_plan(self.srm, plan, "RECOVERY_STARTED", "A", "B")

        for link in LINKS:
            self.sim.set_link(*link, True)
        there.login_remote(USER, sim.PASSWORD)
        self.assert_plan(there, same, "RECOVERY_SPLIT_BRAIN", "A", "B")
        calls = self.act(there, same, "recovery", {"planned_failover": False}, watcher)
        self.assertEqual(calls, [])
        self.assert_plan(there, same, "RECOVERY_COMPLETE", "A", "B")
        calls = self.act(there, same, "reprotect", {}, watcher)
        self.assertEqual(calls, [(REVERSE, [to]), (SYNC, ["/".join(self.turned(there, source, target)[1])])])
        self.assert_plan(there, same, "READY_STATE", "B", "A")


if __name__ == "__main__":
    unittest.main()
