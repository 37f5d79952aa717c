"""The JSON flow: log in, look around, sync, poll, read the result, and what goes wrong on the way."""

import unittest
import urllib.request

import sim
from client import SESSION, Fault, VCenter, group_id, key, ref

MANAGER = ref("SmsStorageManager", "storageManager")


class ViJsonTest(unittest.TestCase):
    def setUp(self):
        self.sim = sim.shared()
        self.sim.reset()
        self.vcenter = VCenter(self.sim.sms_url, self.sim.ca_file)
        self.vcenter.login("administrator@sim.local", sim.PASSWORD)

    def fails(self, kind, call, *args, **arguments):
        with self.assertRaises(Fault) as failure:
            call(*args, **arguments)
        self.assertEqual(failure.exception.type, kind, failure.exception)
        self.assertTrue(failure.exception.fault["faultstring"])
        self.assertTrue(failure.exception.fault["faultMessage"][0]["message"])
        return failure.exception

    def active(self):
        """The providers that manage a fault domain and answer, with their groups."""
        domains = self.vcenter.sms(MANAGER, "QueryFaultDomain")
        for provider in {d["provider"]["value"] for d in domains}:
            reference = ref("VasaProvider", provider)
            if self.vcenter.sms(reference, "QueryProviderInfo")["status"] == "online":
                yield reference, self.vcenter.sms(reference, "QueryReplicationGroup")

    def targets(self):
        return [(provider, entry["groupId"], entry["rgInfo"]) for provider, entries in self.active() for entry in entries
                if entry["rgInfo"]["state"] == "TARGET" and entry["rgInfo"].get("devices")]

    # Sessions

    def test_login_and_logout(self):
        fresh = VCenter(self.sim.sms_url, self.sim.ca_file)
        session = fresh.login("viewer@sim.local", sim.PASSWORD)
        self.assertEqual(session["_typeName"], "UserSession")
        self.assertIsNone(fresh.headers["Set-Cookie"])
        self.assertEqual(fresh.get("SessionManager", "SessionManager", "currentSession")["key"], session["key"])

        self.assertIsNone(fresh.vim("SessionManager", "SessionManager", "Logout"))
        self.assertEqual(fresh.status, 204)
        self.assertEqual(self.fails("NotAuthenticated", fresh.sms, MANAGER, "QueryProvider").status, 500)

    def test_a_wrong_login(self):
        fresh = VCenter(self.sim.sms_url, self.sim.ca_file)
        self.fails("InvalidLogin", fresh.login, "administrator@sim.local", "wrong")

    def test_the_release_is_agreed_on(self):
        hello = "/api/vcenter/system?action=hello"
        answer = self.vcenter.request("POST", hello, {"api_releases": ["9.1.0.0", "8.0.3.0", "8.0.2.0"]})
        self.assertEqual(answer, {"api_release": "8.0.3.0"})
        with self.assertRaises(Fault) as refused:
            self.vcenter.request("POST", hello, {"releases": []})
        self.assertEqual(refused.exception.status, 400)

    def test_a_release_that_is_not_served(self):
        self.vcenter.release = "7.0.0.0"
        self.assertEqual(self.fails("NotFound", self.vcenter.sms, MANAGER, "QueryProvider").status, 404)

    def test_another_user_may_do_less(self):
        provider, group, _ = self.targets()[0]
        viewer = VCenter(self.sim.sms_url, self.sim.ca_file)
        viewer.login("viewer@sim.local", sim.PASSWORD)
        self.assertTrue(viewer.sms(MANAGER, "QueryProvider"))
        refused = self.fails("NoPermission", viewer.sms, provider, "SyncReplicationGroup_Task", groupId=[group], pitName="x")
        self.assertEqual(refused.fault["privilegeId"], "StorageViews.ConfigureService")

    # The flow

    def test_sync_poll_and_result(self):
        provider, group, _ = self.targets()[0]

        task = self.vcenter.sms(provider, "SyncReplicationGroup_Task", groupId=[group], pitName="by-json")
        self.assertEqual((task["_typeName"], task["type"]), ("ManagedObjectReference", "SmsTask"))
        running = self.vcenter.sms(task, "QuerySmsTaskInfo")
        self.assertEqual(running["task"], task)
        info = self.vcenter.wait(task)

        self.assertEqual(info["state"], "success")
        result = self.vcenter.sms(task, "QuerySmsTaskResult")
        self.assertEqual(result, info["result"])
        self.assertEqual(result["_typeName"], "ArrayOfGroupOperationResult")
        [synced] = result["_value"]
        self.assertEqual(synced["_typeName"], "SyncReplicationGroupSuccessResult")
        self.assertEqual(synced["pitName"], "by-json")
        [replicas] = self.vcenter.sms(
            provider, "QueryPointInTimeReplica", groupId=[group], queryParam={"pitName": "by-json", "preferDetails": True})
        self.assertEqual([replica["pitName"] for replica in replicas["replicaInfo"]], ["by-json"])

    def test_test_failover_there_and_back(self):
        provider, group, _ = self.targets()[0]
        param = {
            "_typeName": "TestFailoverParam", "isPlanned": True, "checkOnly": False,
            "replicationGroupsToFailover": [{"groupId": group}]}

        info = self.vcenter.wait(self.vcenter.sms(provider, "TestFailoverReplicationGroupStart_Task", testFailoverParam=param))

        [recovered] = info["result"]["_value"]
        self.assertEqual(recovered["_typeName"], "FailoverSuccessResult")
        self.assertTrue(recovered["recoveredDeviceInfo"])
        [entry] = self.vcenter.sms(provider, "QueryReplicationGroup", groupId=[group])
        self.assertEqual(entry["rgInfo"]["state"], "INTEST")
        self.vcenter.wait(self.vcenter.sms(provider, "TestFailoverReplicationGroupStop_Task", groupId=[group], force=False))
        [entry] = self.vcenter.sms(provider, "QueryReplicationGroup", groupId=[group])
        self.assertEqual(entry["rgInfo"]["state"], "TARGET")

    def test_register_a_provider(self):
        endpoint = next(e for e in self.sim.control("GET", "/_sim/v1/endpoints")["endpoints"] if e["id"] == "array-f1")
        spec = {"_typeName": "VasaProviderSpec", "name": "by JSON", "username": "vasa", "password": "VasaSim!1", "url": endpoint["url"]}

        info = self.vcenter.wait(self.vcenter.sms(MANAGER, "RegisterProvider_Task", providerSpec=spec))
        self.assertEqual((info["state"], info["error"]["_typeName"]), ("error", "CertificateNotTrusted"))
        spec["certificate"] = info["error"]["certificate"]
        info = self.vcenter.wait(self.vcenter.sms(MANAGER, "RegisterProvider_Task", providerSpec=spec))

        self.assertEqual(info["result"]["type"], "VasaProvider")
        provider = self.vcenter.sms(info["result"], "QueryProviderInfo")
        self.assertEqual((provider["_typeName"], provider["status"]), ("VasaProviderInfo", "online"))
        self.assertTrue(self.vcenter.sms(MANAGER, "QueryArray", providerId=[provider["uid"]]))

    def test_alarms_in_pages(self):
        found, marker = [], None
        provider = max((p for p, _ in self.active()), key=lambda p: len(self.vcenter.sms(p, "QueryActiveAlarm").get("storageAlarm", [])))
        while True:
            page = self.vcenter.sms(provider, "QueryActiveAlarm", alarmFilter={} if marker is None else {"pageMarker": marker})
            found += [alarm["alarmId"] for alarm in page["storageAlarm"]]
            marker = page.get("pageMarker")
            if marker is None:
                break
        self.assertGreater(len(found), 100)
        self.assertEqual(found, sorted(set(found)))

    def test_properties(self):
        content = self.vcenter.get("ServiceInstance", "ServiceInstance", "content")
        self.assertEqual(content["about"]["apiVersion"], self.vcenter.release)
        self.assertEqual(content["rootFolder"]["_typeName"], "ManagedObjectReference")
        self.assertIsNone(self.vcenter.get("SessionManager", "SessionManager", "message"))
        self.fails("InvalidProperty", self.vcenter.get, "ServiceInstance", "ServiceInstance", "nothing")

    # What clients send besides, and what goes wrong

    def test_what_other_clients_send_too(self):
        """govmomi names type and object in the body, and sends no content type."""
        provider, group, _ = self.targets()[0]
        task = self.vcenter.sms(
            provider, "SyncReplicationGroup_Task", _typeName="SyncReplicationGroup_Task", _this=provider,
            groupId=[{"_typeName": "ReplicationGroupId", **group}], pitName="besides", more={"of": ["it"]})
        self.assertEqual(self.vcenter.wait(task)["state"], "success")

    def test_the_other_address(self):
        provider, _, _ = self.targets()[0]
        path = f"/sdk/sms/{self.vcenter.release}/SmsProvider/{provider['value']}/QueryProviderInfo"
        self.assertEqual(self.vcenter.request("POST", path, b""), self.vcenter.sms(provider, "QueryProviderInfo"))

    def test_faults_of_the_call(self):
        provider, group, _ = self.targets()[0]
        self.assertEqual(self.fails(
            "InvalidArgument", self.vcenter.sms, provider, "SyncReplicationGroup_Task", groupId=[group]).fault["invalidProperty"], "pitName")
        self.assertEqual(self.fails(
            "InvalidArgument", self.vcenter.sms, provider, "SyncReplicationGroup_Task", groupId=[{}], pitName="x",
        ).fault["invalidProperty"], "groupId[0].faultDomainId")
        self.fails("ManagedObjectNotFound", self.vcenter.sms, ref("VasaProvider", "none"), "QueryProviderInfo")
        self.fails("MethodNotFound", self.vcenter.sms, provider, "NoSuchMethod")
        self.fails("NotFound", self.vcenter.sms, MANAGER, "QueryArray", providerId=["none"])
        path = f"/sdk/vim25/{self.vcenter.release}/sms/VasaProvider/{provider['value']}/QueryReplicationGroup"
        self.fails("InvalidRequest", self.vcenter.request, "POST", path, b'{"groupId":[')

    def test_faults_of_a_group(self):
        provider, group, _ = self.targets()[0]
        [missing, twice] = self.vcenter.sms(
            provider, "QueryReplicationGroup", groupId=[group_id(key(group)[0], "none"), group_id(key(group)[0], "none")])
        self.assertEqual([entry["_typeName"] for entry in (missing, twice)], ["GroupErrorResult"] * 2)
        self.assertEqual([entry["error"][0]["_typeName"] for entry in (missing, twice)], ["NotFound", "DuplicateEntry"])
        self.assertTrue(missing["error"][0]["faultMessage"][0]["message"])

    def test_the_standby_names_the_active_one(self):
        infos = [(p, self.vcenter.sms(p, "QueryProviderInfo")) for p in self.vcenter.sms(MANAGER, "QueryProvider")]
        standby = min((m for m in infos if m[1].get("failoverGroupId")), key=lambda m: m[1]["priority"])[0]
        refused = self.fails("InactiveProvider", self.vcenter.sms, standby, "QueryReplicationGroup")
        self.assertNotEqual(refused.fault["mapping"][0]["activeProvider"], standby)

    def test_wrong_verbs(self):
        path = f"/sdk/vim25/{self.vcenter.release}/sms/SmsStorageManager/storageManager/QueryProvider"
        for verb in ("GET", "PUT", "DELETE"):
            with self.assertRaises(Exception) as refused:
                self.vcenter.request(verb, path)
            self.assertEqual((refused.exception.code, self.vcenter.headers["Allow"]), (405, "POST"))

    # One session, both protocols

    def test_the_session_serves_soap_too(self):
        body = ('<Envelope><Header><vcSessionCookie>%s</vcSessionCookie></Header><Body><QueryProvider>'
                '<_this type="SmsStorageManager">storageManager</_this></QueryProvider></Body></Envelope>' % self.vcenter.session)
        request = urllib.request.Request(self.sim.sms_url, body.encode(), {"Content-Type": "text/xml"})
        with urllib.request.urlopen(request, timeout=30, context=self.vcenter._tls) as response:
            text = response.read().decode()
        self.assertEqual(text.count("<returnval"), len(self.vcenter.sms(MANAGER, "QueryProvider")))
        self.assertNotIn(SESSION, response.headers)

    def test_the_description(self):
        document = self.vcenter.request("GET", f"/sdk/vim25/{self.vcenter.release}/openapi.json")
        self.assertTrue(document["openapi"].startswith("3."))
        self.assertIn("/sms/VasaProvider/{moId}/SyncReplicationGroup_Task", document["paths"])
