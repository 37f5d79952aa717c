"""What public clients send, in their order and with their oddities, and what they insist on in the answers."""

import os
import subprocess
import tempfile
import unittest

import sim
from client import Service

ADMINISTRATOR = {"type": "vcdCredentials", "vcdUser": "administrator@System", "vcdPassword": sim.PASSWORD}


class ClientTest(unittest.TestCase):
    def setUp(self):
        self.sim = sim.shared()
        self.sim.reset()
        self.vcda = Service(self.sim.vcda_url, self.sim.ca_file, accept="application/json")

    def test_a_shell_script_that_greps_for_the_token(self):
        """It logs in with curl, looks for the header by its case, and cuts the token out by blanks."""
        with tempfile.TemporaryDirectory() as place:
            headers, answer = os.path.join(place, "headers"), os.path.join(place, "answer")
            script = f"""
                set -e
                curl -s --cacert "$CA" -D {headers} -o /dev/null "$HOST/sessions" -H 'Content-Type: application/json' \\
                  -d '{{"type": "localUser", "localUser": "root", "localPassword": "{sim.PASSWORD}"}}'
                token=$(grep X-VCAV-Auth {headers} | cut -d ' ' -f2 | tr -d '\\r')
                test ${{#token}} -eq 28
                curl -s --cacert "$CA" -f -H "X-VCAV-Auth: $token" "$HOST//vapp-replications" > {answer}
                curl -s --cacert "$CA" -f -X DELETE -H "X-VCAV-Auth: $token" "$HOST/sessions"
                test $(curl -s --cacert "$CA" -o /dev/null -w '%{{http_code}}' -H "X-VCAV-Auth: $token" "$HOST/sessions") = 401
            """
            subprocess.run(["bash", "-c", script], check=True, env={**os.environ, "CA": self.sim.ca_file, "HOST": self.sim.vcda_url})
            with open(answer) as content:
                self.assertIn('"C4VAPP-', content.read())

    def test_a_typed_client_that_logs_in_before_every_call(self):
        for path in ("/sites", "/vm-replications", "/tasks"):
            self.vcda.session = None
            self.vcda.login(type="localUser", localUser="root", localPassword=sim.PASSWORD)
            self.vcda.get(path)
            self.assertEqual(self.vcda.status, 200)

    def test_a_client_that_sends_the_content_type_of_the_login_as_accept(self):
        self.vcda.login(**ADMINISTRATOR)
        self.vcda.accept = dict(self.vcda.headers)["Content-Type"]
        self.vcda.get("/vm-replications")
        self.vcda.accept = "application/vnd.vmware.h4-v3+json;charset=UTF-8"
        self.vcda.get("/vm-replications")
        self.assertEqual(dict(self.vcda.headers)["Content-Type"], self.vcda.accept)

    def test_a_report_that_logs_in_with_a_cookie_and_pages(self):
        self.vcda.login(type="vcdCookie", vcdCookie="administrator@System")
        self.assertIn("ADMINISTRATORS", self.vcda.get("/sessions")["roles"])
        (remote,) = [s["site"] for s in self.vcda.get("/sites") if not s["isLocal"]]
        extended = self.vcda.extend(type="cookie", site=remote, cookie="administrator@System")
        self.assertIn(remote, [a["site"] for a in extended["authenticatedSites"]])
        self.vcda.get("/vc-sites")
        self.vcda.get("/diagnostics/health")
        orgs = self.vcda.get("/inventory/orgs", site=remote, offset=0, limit=100)
        self.assertTrue(all(o["name"] for o in orgs["items"]))
        offset, seen = 0, []
        while True:
            page = self.vcda.get("/vapp-replications", offset=offset, limit=100)
            seen += page["items"]
            offset += 100
            if offset >= page["total"]:
                break
        for vapp in seen:
            for replication in vapp["vmReplications"]:
                self.assertIsInstance(replication["destinationState"]["currentRpoViolation"], int)
                self.assertIsInstance(self.vcda.get(f"/vm-replications/{replication['id']}/instances"), list)
        self.vcda.request("DELETE", "/sessions")

    def test_the_community_module_from_login_to_removal(self):
        """Every call with a content type, an operation id and no versioned accept; bodies with members that belong elsewhere."""
        headers = {"operationID": "Powershell__6a0c1d1e-8d1b-4f4e-9d7c-1b6e0f2d9a11"}
        def call(method, path, body=None, **query):
            return self.vcda.request(method, path, body, headers=headers, **query)

        def watch(task):
            """Ends at any state but RUNNING; reads the task once more."""
            while task["state"] == "RUNNING":
                self.assertTrue(0 <= task["progress"] <= 100)
                task = call("GET", f"/tasks/{task['id']}")
            self.assertEqual(task["state"], "SUCCEEDED", task["error"])
            return call("GET", f"/tasks/{task['id']}")

        self.vcda.login(**ADMINISTRATOR)
        about = call("GET", "/diagnostics/about")
        self.assertEqual(about["serviceType"], "Cloud")
        self.assertGreater(about["buildVersion"], "3.5")
        (local,) = [s["site"] for s in call("GET", "/sites") if s["isLocal"]]
        (remote,) = [s["site"] for s in call("GET", "/sites") if not s["isLocal"]]
        self.vcda.extend(type="credentials", site=remote, vcdUsername="administrator@System", vcdPassword=sim.PASSWORD)
        replication = call("GET", "/vm-replications", offset=0, limit=100, sourceSiteType="vcloud")["items"][0]
        path = f"/vm-replications/{replication['id']}"
        (found,) = call("GET", "/vm-replications", ids=replication["id"], offset=0, limit=100, sourceSiteType="vcloud")["items"]
        self.assertEqual(found["id"], replication["id"])
        instance = call("GET", f"{path}/instances")[-1]
        networks = call("GET", f"{path}/network-settings")
        for kind in ("failoverSettings", "failoverTestSettings"):
            self.assertEqual(set(networks[kind]) & {"vAppNetworkSettings", "vmNetworkSettings"}, {"vAppNetworkSettings", "vmNetworkSettings"})

        settings = dict(replication["settings"], description="changed", rpo=10)
        self.assertEqual(watch(call("PATCH", path, settings, site=replication["source"]["site"]))["result"]["settings"]["rpo"], 10)
        for operation in ("sync", "pause", "resume"):
            watch(call("POST", f"{path}/{operation}"))
        recover = {"type": "vcloud", "consolidate": False, "powerOn": True, "preconfiguredNetwork": True, "snapshotOptions": "DO_NOTHING",
                   "exposePITsAsSnapshots": True, "instanceMap": None, "sync": False, "vAppNetworkSettings": None, "vmNetworkSettings": None}
        self.assertEqual(self.state(watch(call("POST", f"{path}/failover-test", {**recover, "instanceId": instance["key"]}))["result"]), "TEST")
        self.assertEqual(self.state(watch(call("DELETE", f"{path}/failover-test"))["result"]), "NOT_STARTED")
        self.assertEqual(self.state(watch(call("POST", f"{path}/failover", recover))["result"]), "COMPLETE")
        watch(call("POST", f"{path}/reverse"))
        self.assertEqual(self.state(watch(call("POST", f"{path}/migrate", recover))["result"]), "COMPLETE")
        tasks = call("GET", "/tasks", operationID=headers["operationID"], resourceType="vmReplication,vappReplication", limit=100)
        self.assertGreaterEqual(tasks["total"], 8)
        self.assertEqual(tasks["total"], len(tasks["items"]))

        parent = call("GET", f"/vapp-replications/{replication['vappReplicationId']}")
        self.assertEqual([c["id"] for c in parent["vmReplications"]], [replication["id"]])
        watch(call("DELETE", f"/vapp-replications/{parent['id']}"))
        self.assertEqual(call("GET", "/vm-replications", ids=replication["id"])["total"], 0)
        call("DELETE", "/sessions")

    @staticmethod
    def state(replication):
        return replication["destinationState"]["recoveryInfo"]["recoveryState"]


if __name__ == "__main__":
    unittest.main()
