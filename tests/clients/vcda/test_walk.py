"""The way of a protected machine: start, six hours, sync, failover, reverse, fail back; over a good link, a bad one, and with a fault."""

import unittest

import sim
from client import ApiError, Service, TaskFailed

HOUR, MINUTE = 3_600_000, 60_000


class WalkTest(unittest.TestCase):
    def setUp(self):
        self.start_simulator("--clock", "frozen", "--tasks", "instant")

    def start_simulator(self, *options):
        self.sim = sim.Simulator("--start-time", "2025-01-15T12:00:00Z", *options)
        self.addCleanup(self.sim.stop)
        self.vcda = Service(self.sim.vcda_url, self.sim.ca_file)
        self.vcda.login(type="vcdCredentials", vcdUser="administrator@System", vcdPassword=sim.PASSWORD)
        (self.local,) = [s["site"] for s in self.vcda.get("/sites") if s["isLocal"]]
        (self.remote,) = [s["site"] for s in self.vcda.get("/sites") if not s["isLocal"]]
        self.vcda.extend(type="credentials", site=self.remote, vcdUsername="administrator@System", vcdPassword=sim.PASSWORD)

    def run_by_clock(self, task):
        """Lets simulated time pass until a task has ended; gives it."""
        for _ in range(1000):
            task = self.vcda.task(task["id"])
            if task["state"] != "RUNNING":
                return task
            self.sim.advance_clock("100ms")
        self.fail("The task does not end.")

    def protect(self, name="web01"):
        """Starts a protection of a machine with an RPO of 5 minutes that keeps three instances an hour apart."""
        (vm,) = [v for v in self.vcda.get("/inventory/vms", site=self.local)["items"] if v["name"] == name]
        vdc = self.vcda.get("/inventory/vdcs", site=self.remote)["items"][0]
        return self.run_by_clock(self.vcda.post("/vm-replications", {
            "source": {"type": "vm", "site": self.local, "vmId": vm["id"], "excludedDiskKeys": None},
            "destination": {"type": "vcloud", "site": self.remote, "vdc": vdc["id"], "storageProfile": "*"},
            "description": "walk", "rpo": 5, "dataConnectionType": "ENCRYPTED_COMPRESSED", "quiesced": False,
            "retentionPolicy": {"rules": [{"numberOfInstances": 3, "distance": 60}]}, "targetDiskType": "THIN",
            "initialSyncTime": 0, "isMigration": False}))["result"]

    def replication(self, replication):
        return self.vcda.get(f"/vm-replications/{replication['id']}")

    def instances(self, replication):
        """The times of the instances in minutes before the newest, oldest first."""
        listed = self.vcda.get(f"/vm-replications/{replication['id']}/instances")
        times = sorted(i["timestamp"] for i in listed)
        return [(times[-1] - t) // MINUTE for t in times]

    def until_synced(self, replication):
        for _ in range(100):
            if self.replication(replication)["destinationState"]["latestInstance"] is not None:
                return
            self.sim.advance_clock("1m")
        self.fail("The initial sync does not come to an end.")

    def failover(self, replication, **settings):
        return self.vcda.run("POST", f"/vm-replications/{replication['id']}/failover", {
            "type": "vcloud", "powerOn": True, "consolidate": False, "instanceId": None,
            "vmNetworkSettings": None, "vAppNetworkSettings": None, **settings})

    def there_and_back(self, replication):
        """Sync, failover, reverse, and home again."""
        before = self.replication(replication)["destinationState"]["latestInstance"]["sequenceNumber"]
        synced = self.vcda.run("POST", f"/vm-replications/{replication['id']}/sync")
        self.assertGreater(synced["destinationState"]["latestInstance"]["sequenceNumber"], before)

        recovered = self.failover(replication)
        recovery = recovered["destinationState"]["recoveryInfo"]
        self.assertEqual(recovery["recoveryState"], "COMPLETE")
        self.assertEqual(recovered["destination"]["recoveredVappId"], recovery["vAppId"])
        machines = {v["id"]: v for v in self.vcda.get("/inventory/vms", site=self.remote)["items"]}
        self.assertIn(recovery["vcdVmId"], machines)

        back = self.vcda.run("POST", f"/vm-replications/{replication['id']}/reverse")
        self.assertTrue(back["isReversed"])
        self.assertEqual((back["source"]["site"], back["destination"]["site"]), (self.remote, self.local))
        self.assertEqual(back["destinationState"]["recoveryInfo"]["recoveryState"], "NOT_STARTED")
        self.assertEqual(back["vmId"], recovery["vcdVmId"])
        self.until_synced(replication)

        home = self.failover(replication)
        self.assertEqual(home["destinationState"]["recoveryInfo"]["recoveryState"], "COMPLETE")
        again = self.vcda.run("POST", f"/vm-replications/{replication['id']}/reverse")
        self.assertFalse(again["isReversed"])
        self.assertEqual((again["source"]["site"], again["destination"]["site"]), (self.local, self.remote))

    def test_six_hours_and_there_and_back(self):
        replication = self.protect()
        self.assertTrue(replication["id"].startswith("C4-"))
        self.until_synced(replication)
        self.sim.advance_clock("6h")
        state = self.replication(replication)
        self.assertEqual(state["overallHealth"], "GREEN")
        self.assertEqual(state["dataConnectionState"], "OK")
        self.assertEqual(state["destinationState"]["currentRpoViolation"], 0)
        ages = self.instances(replication)
        self.assertLessEqual(len(ages), 4)
        self.assertGreaterEqual(len(ages), 3)
        spaced = [a - b for a, b in zip(ages, ages[1:])]
        self.assertTrue(all(d == 60 for d in spaced[:2]), ages)
        self.there_and_back(replication)

    def test_a_link_that_loses_half_the_time(self):
        replication = self.protect()
        self.until_synced(replication)
        for _ in range(6):
            self.sim.set_link(self.local, self.remote, False)
            self.sim.advance_clock("30m")
            state = self.replication(replication)
            self.assertEqual(state["dataConnectionState"], "ERROR")
            self.assertEqual(state["overallHealth"], "RED")
            self.assertGreaterEqual(state["destinationState"]["currentRpoViolation"], 20)
            self.sim.set_link(self.local, self.remote, True)
            self.sim.advance_clock("32m")
            state = self.replication(replication)
            self.assertEqual(state["dataConnectionState"], "OK")
            self.assertEqual(state["destinationState"]["currentRpoViolation"], 0)
        self.assertLessEqual(len(self.instances(replication)), 4)

        self.sim.set_link(self.local, self.remote, False)
        with self.assertRaises((TaskFailed, ApiError)):
            self.vcda.run("POST", f"/vm-replications/{replication['id']}/sync")
        self.sim.set_link(self.local, self.remote, True)
        self.there_and_back(replication)

    def test_a_failover_that_fails_at_60_percent(self):
        replication = self.protect()
        self.until_synced(replication)
        self.sim.control("POST", "/_sim/v1/rules", {
            "id": "no-space", "match": {"face": "vcda", "operation": "failoverVmReplication"}, "when": {"calls": 1},
            "do": {"task": {"failAt": 60, "with": {"type": "GeneralServerFailure", "message": "Out of space."}}}})
        task = self.vcda.post(f"/vm-replications/{replication['id']}/failover", {"type": "vcloud", "powerOn": True})
        task = self.run_by_clock(task)
        self.assertEqual((task["state"], task["progress"]), ("FAILED", 60))
        self.assertEqual(task["error"]["code"], "GeneralServerFailure")
        self.assertEqual(task["error"]["msg"], "Out of space.")
        self.assertIsNone(task["result"])
        state = self.replication(replication)
        self.assertEqual(state["destinationState"]["recoveryInfo"]["recoveryState"], "NOT_STARTED")
        (call,) = [c for c in self.sim.control("GET", "/_sim/v1/journal")["calls"] if c["operation"] == "failoverVmReplication"]
        self.assertEqual(call["rules"], ["no-space"])
        self.assertEqual(call["task"], task["id"])

        self.there_and_back(replication)

    def test_a_task_from_its_begin_to_its_end(self):
        self.start_simulator("--clock", "frozen")
        replication = self.protect()
        self.until_synced(replication)
        task = self.vcda.post(f"/vm-replications/{replication['id']}/sync")
        self.assertEqual(self.vcda.status, 202)
        self.assertEqual((task["state"], task["endTime"], task["result"], task["error"], task["warnings"]), ("RUNNING", -1, None, None, []))
        self.assertEqual(task["workflowInfo"], {
            "type": "sync", "resourceType": "vmReplication", "resourceId": replication["id"], "resourceName": "web01"})
        self.assertEqual(self.replication(replication)["dataConnectionState"], "SYNCING")
        self.sim.advance_clock("500ms")
        half = self.vcda.task(task["id"])
        self.assertEqual(half["state"], "RUNNING")
        self.assertTrue(0 < half["progress"] < 100, half["progress"])
        self.sim.advance_clock("1h")
        done = self.vcda.task(task["id"])
        self.assertEqual((done["state"], done["progress"], done["resultType"]), ("SUCCEEDED", 100, "SingleVmReplicationInfo"))
        self.assertEqual(done["result"]["destinationState"]["latestInstance"]["timestamp"], task["startTime"])
        self.assertGreater(done["endTime"], done["startTime"])
        self.assertEqual([t["id"] for t in self.vcda.get("/tasks", resourceId=replication["id"], state="SUCCEEDED", sort="startTime-")["items"]][0], task["id"])


if __name__ == "__main__":
    unittest.main()
