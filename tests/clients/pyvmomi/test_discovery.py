"""What a recovery tool reads before it does anything: providers, fault domains, peers, groups, replicas."""

from datetime import timedelta

from pyVmomi import sms, vim, vmodl

from case import SimTestCase, has_vvols
from client import group_infos, key, replication


def domain_id(text):
    return vim.vm.replication.FaultDomainId(id=text)


class DiscoveryTest(SimTestCase):
    def test_providers_are_told_apart_by_uid(self):
        infos = [info for _, info in self.sms.providers()]

        self.assertEqual(len({info.uid for info in infos}), len(infos))
        for info in infos:
            self.assertIsInstance(info, sms.provider.VasaProviderInfo)
            self.assertTrue(info.name)
            self.assertTrue(info.url.startswith("https://"))

    def test_a_provider_that_is_not_well_says_why(self):
        infos = [info for _, info in self.sms.providers()]

        for info in infos:
            self.assertEqual(info.statusFault is None, info.status in ("online", "connected"), info.name)
        self.assertTrue(any(info.statusFault for info in infos))

    def test_fault_domains_of_one_provider(self):
        uids = {provider._moId: info.uid for provider, info in self.sms.providers()}
        domains = self.sms.fault_domains()
        self.assertTrue(domains)

        for uid in {uids[domain.provider._moId] for domain in domains}:
            filtered = self.sms.manager.QueryFaultDomain(sms.FaultDomainFilter(providerId=uid))
            self.assertEqual(
                {domain.id for domain in filtered}, {domain.id for domain in domains if uids[domain.provider._moId] == uid})

    def test_every_group_is_in_a_fault_domain_of_its_provider(self):
        providers = {domain.id: domain.provider for domain in self.sms.fault_domains()}

        groups = self.sms.groups()

        self.assertTrue(groups)
        for group in groups:
            self.assertEqual(group.provider, providers[group.domain])

    def test_both_ends_of_a_pair_know_each_other(self):
        groups = {key(group.id): group for group in self.sms.groups()}
        targets = [group for group in groups.values() if not group.is_source]
        self.assertTrue(targets)

        for target in targets:
            source = groups[key(target.source_id)]
            self.assertTrue(source.is_source)
            if target.has_replicas():
                self.assertIn(key(target.id), [key(replica.targetGroupId) for replica in source.info.replica])
            self.assertIn((source.state, target.state), [
                ("SOURCE", "TARGET"), ("SOURCE", "INTEST"), ("REMOTE_FAILEDOVER", "FAILEDOVER")])

    def test_both_ends_of_a_pair_have_the_same_devices(self):
        target = self.target()
        source = self.source_of(target)

        members = {member.deviceId.id: [(copy.domainId.id, copy.deviceId.id) for copy in member.targetId]
                   for member in source.info.memberInfo}

        self.assertEqual(len(members), len(target.info.devices))
        for device in target.info.devices:
            self.assertIn((target.domain, device.replicaId.id), members[device.sourceId.id])

    def test_peers_are_where_the_targets_are(self):
        for provider in self.sms.active_providers():
            peers = {peer.sourceDomain.id: {domain.id for domain in peer.targetDomain}
                     for peer in provider.QueryReplicationPeer()}
            for info in group_infos(provider):
                for replica in getattr(info, "replica", []):
                    self.assertIn(replica.targetGroupId.faultDomainId.id, peers[info.groupId.faultDomainId.id])

    def test_a_domain_that_only_receives_has_no_peers(self):
        groups = self.sms.groups()
        sending = {group.domain for group in groups if group.is_source}
        target = next(group for group in groups if group.domain not in sending)

        [peer] = target.provider.QueryReplicationPeer([domain_id(target.domain)])

        self.assertEqual(peer.targetDomain, [])
        self.assertIsInstance(peer.error[0], sms.fault.replication.NoReplicationTarget)

    def test_a_peer_asked_for_twice(self):
        source = self.source_of(self.target())

        first, second = source.provider.QueryReplicationPeer([domain_id(source.domain)] * 2)

        self.assertTrue(first.targetDomain)
        self.assertIsInstance(second.error[0], sms.fault.DuplicateEntry)

    def test_groups_of_several_providers_in_one_call(self):
        groups = self.sms.groups()
        self.assertGreater(len({group.provider._moId for group in groups}), 1)

        found = self.sms.manager.QueryReplicationGroupInfo(
            sms.ReplicationGroupFilter(groupId=[group.id for group in groups]))

        self.assertEqual([key(result.rgInfo.groupId) for result in found], [key(group.id) for group in groups])

    def test_a_standby_provider_names_the_active_one(self):
        active = {domain.provider._moId: domain.id for domain in self.sms.fault_domains()}
        standby = next(
            provider for provider, info in self.sms.providers()
            if info.failoverGroupId and info.status == "online" and provider._moId not in active)

        with self.assertRaises(sms.fault.InactiveProvider) as raised:
            standby.QueryReplicationGroup()

        for mapping in raised.exception.mapping:
            self.assertIn(active[mapping.activeProvider._moId], [domain.id for domain in mapping.faultDomainId])

    def test_a_provider_that_is_offline(self):
        offline = next(
            provider for provider, info in self.sms.providers()
            if info.status in ("offline", "disconnected") and "Replication" in info.supportedProviderProfile)

        with self.assertRaises(sms.fault.ProviderUnavailable):
            offline.QueryReplicationGroup()

    def test_a_provider_without_replication(self):
        without = next(
            provider for provider, info in self.sms.providers() if "Replication" not in info.supportedProviderProfile)

        with self.assertRaises(vmodl.fault.NotImplemented):
            without.QueryReplicationGroup()


class ReplicaTest(SimTestCase):
    def setUp(self):
        super().setUp()
        self.many = max(self.groups("TARGET", has_vvols), key=lambda group: len(group.replicas()))
        self.all = self.many.replicas()

    def query(self, **fields):
        [result] = self.many.provider.QueryPointInTimeReplica(
            [self.many.id], replication.QueryPointInTimeReplicaParam(**fields))
        self.assertSucceeded(result, replication.QueryPointInTimeReplicaSuccessResult)
        return [replica.id.id for replica in result.replicaInfo]

    def between(self, **fields):
        return self.query(
            replicaTimeQueryParam=replication.QueryPointInTimeReplicaParam.ReplicaQueryIntervalParam(**fields))

    def ids(self, where):
        return [replica.id.id for replica in self.all if where(replica)]

    def test_replicas_come_in_the_order_of_time(self):
        times = [replica.timeStamp for replica in self.all]

        self.assertGreater(len(times), 3)
        self.assertEqual(times, sorted(times))
        self.assertEqual(len({replica.id.id for replica in self.all}), len(self.all))

    def test_without_a_filter_there_is_a_summary(self):
        [result] = self.many.provider.QueryPointInTimeReplica([self.many.id])

        self.assertSucceeded(result, replication.QueryPointInTimeReplicaSummaryResult)
        intervals = result.intervalResults
        self.assertEqual(sum(interval.number for interval in intervals), len(self.all))
        for replica in self.all:
            self.assertTrue(any(interval.fromDate <= replica.timeStamp < interval.toDate for interval in intervals))

    def test_more_replicas_than_one_answer_holds(self):
        """A group with one every few seconds: its summary says for which times to ask one by one."""
        most = max(self.groups("TARGET"), key=lambda group: sum(part.number for part in group.replica_intervals()))
        [result] = most.provider.QueryPointInTimeReplica(
            [most.id], replication.QueryPointInTimeReplicaParam(pitName=".*"))
        self.assertFailed(result, sms.fault.TooMany)

        replicas = most.replicas()

        self.assertGreater(len(most.replica_intervals()), 1)
        self.assertEqual(len(replicas), sum(interval.number for interval in most.replica_intervals()))
        self.assertEqual(len({replica.id.id for replica in replicas}), len(replicas))

    def test_from_a_time_to_another(self):
        begin, end = self.all[1].timeStamp, self.all[3].timeStamp

        self.assertEqual(
            self.between(fromDate=begin, toDate=end), self.ids(lambda replica: begin <= replica.timeStamp < end))

    def test_the_first_ones_from_a_time(self):
        begin = self.all[1].timeStamp

        self.assertEqual(
            self.between(fromDate=begin, number=2), self.ids(lambda replica: replica.timeStamp >= begin)[:2])

    def test_the_last_ones_before_a_time(self):
        end = self.all[-1].timeStamp

        self.assertEqual(self.between(toDate=end, number=2), self.ids(lambda replica: replica.timeStamp < end)[-2:])

    def test_by_name(self):
        name = self.all[0].pitName

        self.assertEqual(self.query(pitName=name), self.ids(lambda replica: replica.pitName == name))
        self.assertEqual(self.query(pitName=name[:-1]), [], "a pattern matches whole names only")

    def test_by_tag(self):
        tag = self.all[-1].tags[0]

        self.assertEqual(self.query(tags=[tag]), self.ids(lambda replica: tag in replica.tags))

    def test_a_bad_pattern(self):
        with self.assertRaises(vmodl.fault.InvalidArgument):
            self.query(pitName="[")

    def test_all_three_of_an_interval(self):
        begin = self.all[0].timeStamp

        with self.assertRaises(vmodl.fault.InvalidArgument):
            self.between(fromDate=begin, toDate=begin + timedelta(hours=1), number=1)

    def test_no_groups(self):
        with self.assertRaises(vmodl.fault.InvalidArgument):
            self.many.provider.QueryPointInTimeReplica()

    def test_a_source_has_no_replicas(self):
        source = self.source_of(self.many)

        [result] = source.provider.QueryPointInTimeReplica([source.id])

        error = self.assertFailed(result, sms.fault.QueryExecutionFault)
        self.assertIsInstance(error.faultCause, sms.fault.replication.InvalidFunctionTarget)
