"""Providers come and go: registering as Ansible and the VCF SDK do it, certificates, a standby that takes over."""

import ssl
import tempfile
from datetime import datetime, timezone

from pyVmomi import sms, vim, vmodl

from case import SimTestCase
from client import group_infos, wait

fault = sms.fault


class LifeCycleTest(SimTestCase):
    def setUp(self):
        super().setUp()
        self.manager = self.sms.manager
        self.endpoints = {
            endpoint["id"]: endpoint for endpoint in self.sim.control("GET", "/_sim/v1/endpoints")["endpoints"]}
        # Which of them is good for what follows from what the simulator says of them.
        self.unregistered = [e for e in self.endpoints.values() if e["provider"] is None]
        self.good = next(e for e in self.unregistered if good(e))

    def change(self, endpoint, **changes):
        self.sim.control("PATCH", f"/_sim/v1/endpoints/{endpoint['id']}", changes)

    def register(self, endpoint, certificate=None, **fields):
        spec = dict(name="new array", description="by a test", username=endpoint["userName"], password="VasaSim!1",
                    url=endpoint["url"], certificate=certificate)
        return self.manager.RegisterProvider_Task(sms.provider.VasaProviderSpec(**{**spec, **fields}))

    def registered(self, endpoint):
        """Registers as clients do: without a certificate, and again with the one that the fault has."""
        with self.assertRaises(fault.CertificateNotTrusted) as untrusted:
            wait(self.register(endpoint))
        return wait(self.register(endpoint, untrusted.exception.certificate)).result

    def fails(self, kind, task):
        with self.assertRaises(kind) as failure:
            wait(task)
        return failure.exception

    def info(self, uid):
        return next((info for _, info in self.sms.providers() if info.uid == uid), None)

    def provider(self, where):
        return next((provider, info) for provider, info in self.sms.providers() if where(info))

    def test_register_list_and_unregister(self):
        before = {provider._moId for provider in self.manager.QueryProvider()}

        provider = self.registered(self.good)

        self.assertIsInstance(provider, sms.provider.VasaProvider)
        self.assertNotIn(provider._moId, before)
        info = provider.QueryProviderInfo()
        self.assertEqual((info.status, info.name, info.description), ("online", "new array", "by a test"))
        self.assertTrue(info.relatedStorageArray)
        self.assertIn(provider._moId, {p._moId for p in self.manager.QueryProvider()})
        arrays = {array.uuid for array in self.manager.QueryArray([info.uid])}
        self.assertEqual(arrays, {array.arrayId for array in info.relatedStorageArray})

        wait(self.manager.UnregisterProvider_Task(info.uid))

        self.assertEqual({p._moId for p in self.manager.QueryProvider()}, before)
        self.assertFalse(arrays & {array.uuid for array in self.manager.QueryArray()})
        with self.assertRaises(vmodl.fault.ManagedObjectNotFound):
            provider.QueryProviderInfo()

    def test_the_new_certificate_is_of_vcenters_authority(self):
        info = self.registered(self.good).QueryProviderInfo()

        self.assertEqual(info.certificateStatus, "valid")
        certificate = decode(info.certificate)
        self.assertIn((("commonName", "CA"),), certificate["issuer"])
        self.assertNotEqual(info.certificate, self.good["certificate"]["pem"])

    def test_the_certificate_to_trust_is_the_one_that_is_shown(self):
        shown = self.fails(fault.CertificateNotTrusted, self.register(self.good)).certificate

        self.assertEqual(shown, self.good["certificate"]["pem"])
        host = self.good["url"].split("/")[2].split(":")[0]
        self.assertEqual(decode(shown)["subjectAltName"], (("DNS", host),))
        self.fails(fault.CertificateNotTrusted, self.register(self.good, shown.replace("A", "B")))
        wait(self.register(self.good, shown.replace("\n", "\r\n")))

    def test_each_thing_that_can_be_wrong_with_a_certificate(self):
        wrong = [e for e in self.unregistered if e["reachable"] and (
            e["certificate"]["malformed"] or e["certificate"]["host"] not in e["url"] or not now_valid(e["certificate"]))]
        self.assertGreaterEqual(len(wrong), 4)

        for endpoint in wrong:
            failure = self.fails(fault.InvalidCertificate, self.register(endpoint, endpoint["certificate"]["pem"]))
            self.assertEqual(failure.certificate, endpoint["certificate"]["pem"], endpoint["id"])

    def test_nobody_answers(self):
        silent = next(e for e in self.unregistered if not e["reachable"])
        for url in [silent["url"], "https://nobody.sim.local/version.xml"]:
            failure = self.fails(fault.ProviderRegistrationFault, self.register(silent, url=url))
            self.assertIsInstance(failure.faultCause, fault.ProviderConnectionFailed)

    def test_an_authority_whose_root_is_missing(self):
        own = next(e for e in self.unregistered if e["certificate"]["issuer"] == "own")
        pem = own["certificate"]["pem"]
        self.fails(fault.CertificateNotImported, self.register(own, pem))

        self.change(own, caImported=True)

        info = wait(self.register(own)).result.QueryProviderInfo()
        self.assertEqual(info.certificate, pem)
        self.assertTrue(info.retainVasaProviderCertificate)

    def test_vcenters_authority_refuses(self):
        refused = next(e for e in self.unregistered if e["caFaultCode"] is not None)

        failure = self.fails(fault.CertificateAuthorityFault, self.register(refused, refused["certificate"]["pem"]))

        self.assertEqual(failure.faultCode, refused["caFaultCode"])

    def test_a_wrong_login(self):
        pem = self.good["certificate"]["pem"]
        self.fails(fault.IncorrectUsernamePassword, self.register(self.good, pem, password="wrong"))
        self.fails(fault.IncorrectUsernamePassword, self.register(self.good, pem, username="wrong"))

    def test_the_same_again(self):
        self.registered(self.good)
        self.assertEqual(self.fails(vim.fault.AlreadyExists, self.register(self.good)).name, "new array")

    def test_arguments_that_make_no_sense(self):
        self.fails(fault.InvalidUrl, self.register(self.good, url="ftp:/x"))
        for fields in [{"name": ""}, {"name": "n" * 276}, {"username": "u" * 256}, {"url": ""}]:
            with self.assertRaises(vmodl.fault.InvalidArgument):
                self.register(self.good, **fields)

    def test_unregistering_what_cannot_be(self):
        with self.assertRaises(vim.fault.NotFound):
            self.manager.UnregisterProvider_Task("no-such-uid")
        with self.assertRaises(vmodl.fault.InvalidArgument):
            self.manager.UnregisterProvider_Task("")
        _, offline = self.provider(lambda info: info.status == "offline")
        _, internal = self.provider(lambda info: info.category == "internal")
        for info in [offline, internal]:
            self.fails(fault.ProviderUnregistrationFault, self.manager.UnregisterProvider_Task(info.uid))

    def test_sync(self):
        provider = self.sms.active_providers()[0]
        before = provider.QueryProviderInfo().lastSyncTime

        wait(provider.VasaProviderSync_Task(None))

        self.assertGreater(provider.QueryProviderInfo().lastSyncTime, before)
        with self.assertRaises(vmodl.fault.InvalidArgument):
            provider.VasaProviderSync_Task("no-such-array")

    def test_a_sync_that_fails_and_the_next(self):
        provider = self.sms.active_providers()[0]
        endpoint = next(e for e in self.endpoints.values() if e["provider"] == provider._moId)
        self.change(endpoint, failSync=True)

        self.fails(fault.ProviderSyncFailed, provider.VasaProviderSync_Task(None))
        info = provider.QueryProviderInfo()
        self.assertEqual(info.status, "syncError")
        self.assertIsInstance(info.statusFault, fault.ProviderSyncFailed)

        self.change(endpoint, failSync=False)
        wait(provider.VasaProviderSync_Task(None))
        self.assertEqual(provider.QueryProviderInfo().status, "online")

    def test_a_second_sync_meanwhile(self):
        self.sim.freeze_clock()
        provider = self.sms.active_providers()[0]
        provider.VasaProviderSync_Task(None)

        with self.assertRaises(fault.SyncInProgress):
            provider.VasaProviderSync_Task(None)

    def test_a_certificate_that_runs_out_is_refreshed_in_time(self):
        provider, info = self.provider(lambda info: info.certificateStatus == "expirySoftLimitReached")
        certificate_alarms = sms.provider.AlarmFilter(alarmType="CertificateAlarm")
        self.assertTrue(provider.QueryActiveAlarm(certificate_alarms).storageAlarm)

        wait(provider.VasaProviderRefreshCertificate_Task())

        fresh = provider.QueryProviderInfo()
        self.assertEqual(fresh.certificateStatus, "valid")
        self.assertGreater(fresh.certificateExpiryDate, info.certificateExpiryDate)
        self.assertFalse(provider.QueryActiveAlarm(certificate_alarms).storageAlarm)

    def test_a_certificate_that_is_not_refreshed_in_time(self):
        provider, info = self.provider(lambda info: info.certificateStatus == "expirySoftLimitReached")
        self.sim.freeze_clock()

        self.sim.advance_clock("100d")
        self.assertEqual(provider.QueryProviderInfo().certificateStatus, "expiryHardLimitReached")
        self.sim.advance_clock("30d")

        gone = provider.QueryProviderInfo()
        self.assertEqual((gone.status, gone.certificateStatus), ("disconnected", "expired"))
        self.assertEqual(gone.statusFault.certificate, info.certificate)
        self.sim.run_clock(20)
        self.fails(fault.InvalidCertificate, provider.VasaProviderReconnect_Task())

    def test_a_provider_with_an_expired_certificate_starts_again(self):
        """As documented: unregister it, give it a new certificate, register it."""
        provider, info = self.provider(lambda info: info.status == "disconnected")
        endpoint = next(e for e in self.endpoints.values() if e["provider"] == provider._moId)
        wait(provider.VasaProviderRefreshCertificate_Task())
        self.assertEqual(provider.QueryProviderInfo().status, "disconnected")
        self.fails(fault.InvalidCertificate, provider.VasaProviderReconnect_Task())

        wait(self.manager.UnregisterProvider_Task(info.uid))
        self.change(endpoint, certificate={})
        again = self.registered(endpoint)

        self.assertEqual(again.QueryProviderInfo().status, "online")
        self.assertNotEqual(again._moId, provider._moId)

    def test_reconnect(self):
        provider = self.sms.active_providers()[0]
        self.sim.control("PATCH", f"/_sim/v1/providers/{provider._moId}", {"status": "disconnected"})
        self.assertIsInstance(provider.QueryProviderInfo().statusFault, fault.ProviderConnectionFailed)

        wait(provider.VasaProviderReconnect_Task())

        self.assertEqual(provider.QueryProviderInfo().status, "online")

    def test_revocation_unregisters(self):
        provider, info = self.provider(lambda info: info.status == "online" and info.category == "external")

        wait(provider.VasaProviderRevokeCertificate_Task())

        self.assertIsNone(self.info(info.uid))
        endpoint = next(e for e in self.endpoints.values() if e["provider"] == provider._moId)
        self.fails(fault.InvalidCertificate, self.register(endpoint))

    def test_roots_and_revocation_lists(self):
        uids = [info.uid for _, info in self.sms.providers() if info.status == "online"]
        wait(self.manager.SmsRefreshCACertificatesAndCRLs_Task(uids))

        failed = self.fails(fault.CertificateRefreshFailed, self.manager.SmsRefreshCACertificatesAndCRLs_Task(None))

        self.assertEqual(
            set(failed.providerId), {info.uid for _, info in self.sms.providers() if info.status != "online"})
        with self.assertRaises(vim.fault.NotFound):
            self.manager.SmsRefreshCACertificatesAndCRLs_Task(uids + ["no-such-uid"])

    def test_a_standby_takes_over(self):
        active, standby = self.pair()
        domains = [domain.id for domain in self.sms.fault_domains() if domain.provider == active]
        groups = {info.groupId.deviceGroupId.id for info in group_infos(active)}
        with self.assertRaises(fault.InactiveProvider) as refused:
            standby.QueryReplicationGroup()
        self.assertEqual([mapping.activeProvider for mapping in refused.exception.mapping], [active])
        endpoint = next(e for e in self.endpoints.values() if e["provider"] == active._moId)

        self.sim.freeze_clock()
        self.change(endpoint, reachable=False)
        with self.assertRaises(fault.ProviderUnavailable):
            active.QueryReplicationGroup()
        self.sim.advance_clock("1m")

        self.assertEqual(active.QueryProviderInfo().status, "offline")
        self.assertEqual({info.groupId.deviceGroupId.id for info in group_infos(standby)}, groups)
        self.assertEqual([d.id for d in self.sms.fault_domains() if d.provider == standby], domains)

        self.change(endpoint, reachable=True)
        self.sim.advance_clock("1m")
        self.assertEqual(active.QueryProviderInfo().status, "online")
        with self.assertRaises(fault.InactiveProvider):
            standby.QueryReplicationGroup()

    def test_a_standby_is_all_that_is_left(self):
        active, standby = self.pair()
        groups = len(group_infos(active))

        wait(self.manager.UnregisterProvider_Task(active.QueryProviderInfo().uid))

        self.assertEqual(len(group_infos(standby)), groups)

    def pair(self):
        """The active provider and the standby of one failover group."""
        members = [(p, i) for p, i in self.sms.providers() if i.failoverGroupId]
        members.sort(key=lambda member: -member[1].priority)
        return members[0][0], members[1][0]


def good(endpoint):
    certificate = endpoint["certificate"]
    return (endpoint["reachable"] and certificate["issuer"] == "self" and not certificate["malformed"]
            and certificate["host"] in endpoint["url"] and now_valid(certificate) and endpoint["caFaultCode"] is None)


def now_valid(certificate):
    """Whether it is; the worlds of these tests begin now."""

    now = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S")
    return certificate["notBefore"] <= now < certificate["notAfter"]


def decode(pem):
    """What OpenSSL reads in a certificate."""
    with tempfile.NamedTemporaryFile("w", suffix=".pem") as file:
        file.write(pem)
        file.flush()
        return ssl._ssl._test_decode_cert(file.name)
