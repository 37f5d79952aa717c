"""Older callers get what their version knows. pyVmomi fails on every member that its own types lack."""

from pyVmomi import vmodl

from case import SimTestCase
from client import group_infos, replication

SMS_5_0 = "sms.version.version5"
SMS_6_5 = "sms.version.version11"
SMS_6_7 = "sms.version.version12"


class VersionTest(SimTestCase):
    def provider_infos(self, version):
        return [info for _, info in self.vcenter.sms(version).providers()]

    def test_nothing_is_sent_that_the_library_does_not_know(self):
        self.assertTrue(self.sms.service.QueryAboutInfo().apiVersion)
        for domain in self.sms.fault_domains():
            self.assertIsInstance(domain, replication.FaultDomainInfo)
        for group in self.sms.groups():
            self.assertTrue(group.state)
            if not group.is_source:
                self.assertIsNotNone(group.replicas())

    def test_providers_say_more_from_6_5_on(self):
        for old, new in zip(self.provider_infos(SMS_5_0), self.provider_infos(SMS_6_5)):
            self.assertEqual(old.uid, new.uid)
            self.assertIsNone(old.type)
            self.assertIsNone(old.maxBatchSize)
            self.assertIsNotNone(new.type)

    def test_providers_have_a_category_from_6_7_on(self):
        for old, new in zip(self.provider_infos(SMS_6_5), self.provider_infos(SMS_6_7)):
            self.assertIsNone(old.category)
            self.assertIn(new.category, ["internal", "external"])

    def test_a_method_newer_than_the_caller_is_unknown(self):
        """pyVmomi itself refuses such a call, so the version is changed on the wire only."""
        target = self.target()
        stub = self.sms.stub
        stub.versionId = '"urn:sms/5.0"'

        with self.assertRaises(vmodl.fault.MethodNotFound):
            target.provider.QueryReplicationGroup()

    def test_groups_are_the_same_for_all_versions_that_know_them(self):
        def known(version):
            client = self.vcenter.sms(version)
            return [str(info) for provider in client.active_providers() for info in group_infos(provider)]

        self.assertEqual(known(SMS_6_5), known(SMS_6_7))
