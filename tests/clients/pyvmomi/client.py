"""A client of vCenter and its Storage Monitoring Service, as a script would write it with pyVmomi."""

import ssl
import time
from urllib.parse import urlparse

from pyVim.connect import Disconnect, SmartConnect, VimSessionOrientedStub
from pyVmomi import SoapStubAdapter, VmomiSupport, sms, vim

NEWEST = "sms.version.version13"
TASK_TIMEOUT = 30

replication = sms.storage.replication


class VCenter:
    """A vCenter session, and the Storage Monitoring Service in the name of it."""

    def __init__(self, vim_url, sms_url, ca_file, user, password):
        self._sms_url = urlparse(sms_url)
        self._tls = ssl.create_default_context(cafile=ca_file)
        url = self._vim_url = urlparse(vim_url)
        self.si = SmartConnect(
            host=url.hostname, port=url.port, user=user, pwd=password, path=url.path, sslContext=self._tls)

    @property
    def session_id(self):
        """What the Set-Cookie header of the login has between the quotes."""
        return self.si._stub.cookie.split('"')[1]

    def disconnect(self):
        Disconnect(self.si)

    def stub_that_logs_in(self, user, password):
        """A connection to vCenter that logs in by itself, and again when its session has ended."""
        VmomiSupport.GetRequestContext().clear()
        stub = SoapStubAdapter(
            host=self._vim_url.hostname, port=self._vim_url.port, path=self._vim_url.path,
            version=self.si._stub.version, sslContext=self._tls)
        return VimSessionOrientedStub(stub, VimSessionOrientedStub.makeUserLoginMethod(user, password))

    def sms_stub(self, session_id=None, version=NEWEST):
        """A connection to SMS. The session goes into the SOAP header; SMS takes no cookie."""
        # pyVmomi keeps the headers of one stub for all later calls of the thread, also of stubs without any.
        VmomiSupport.GetRequestContext().clear()
        context = {} if session_id is None else {"vcSessionCookie": session_id}
        return SoapStubAdapter(
            host=self._sms_url.hostname, port=self._sms_url.port, path=self._sms_url.path,
            version=version, sslContext=self._tls, requestContext=context)

    def sms(self, version=NEWEST):
        return Sms(self.sms_stub(self.session_id, version))


class Sms:
    """The Storage Monitoring Service: providers, fault domains, groups."""

    def __init__(self, stub):
        self.stub = stub
        self.service = sms.ServiceInstance("ServiceInstance", stub)
        self.manager = self.service.QueryStorageManager()

    def providers(self):
        """Every provider with what it says of itself."""
        return [(provider, provider.QueryProviderInfo()) for provider in self.manager.QueryProvider()]

    def fault_domains(self):
        return self.manager.QueryFaultDomain()

    def active_providers(self):
        """The providers that manage a fault domain and can be asked for its groups."""
        active = {domain.provider._moId for domain in self.fault_domains() if domain.provider}
        return [provider for provider, info in self.providers()
                if provider._moId in active and info.status == "online"
                and "Replication" in info.supportedProviderProfile]

    def groups(self):
        """All replication groups of all providers that answer."""
        return [Group(provider, info) for provider in self.active_providers() for info in group_infos(provider)]

    def find(self, group_id):
        """The group with an id as it is now, or None."""
        return next((group for group in self.groups() if same(group.id, group_id)), None)


class Group:
    """A replication group at one site, as its provider describes it."""

    def __init__(self, provider, info):
        self.provider = provider
        self.info = info

    id = property(lambda self: self.info.groupId)
    state = property(lambda self: self.info.state)
    domain = property(lambda self: self.info.groupId.faultDomainId.id)
    is_source = property(lambda self: isinstance(self.info, replication.SourceGroupInfo))

    @property
    def source_id(self):
        """The group that a target gets its data from."""
        return self.info.sourceInfo.sourceGroupId

    def refreshed(self):
        """The group as it is now, asked of the same provider."""
        [result] = self.provider.QueryReplicationGroup([self.id])
        return Group(self.provider, result.rgInfo)

    def has_replicas(self):
        return any(interval.number for interval in self.replica_intervals())

    def replica_intervals(self):
        """How many replicas there are from when to when; that is the answer without a filter."""
        [result] = self.provider.QueryPointInTimeReplica([self.id])
        return result.intervalResults

    def replicas(self, name=".*"):
        """The point-in-time replicas with a name, oldest first; more than one answer holds are asked for in parts."""
        result = self._query_replicas(pitName=name)
        if isinstance(result, replication.QueryPointInTimeReplicaSuccessResult):
            return result.replicaInfo
        if not isinstance(result.error[0], sms.fault.TooMany):
            raise result.error[0]
        return [replica for interval in self.replica_intervals() for replica in self._query_replicas(
            pitName=name, replicaTimeQueryParam=replication.QueryPointInTimeReplicaParam.ReplicaQueryIntervalParam(
                fromDate=interval.fromDate, toDate=interval.toDate)).replicaInfo]

    def _query_replicas(self, **fields):
        [result] = self.provider.QueryPointInTimeReplica(
            [self.id], replication.QueryPointInTimeReplicaParam(**fields))
        return result

    def __repr__(self):
        return f"{self.domain}/{self.id.deviceGroupId.id} {self.state}"


def group_infos(provider):
    """All groups of a provider; one with many groups lists only ids, and wants to be asked for each."""
    results = provider.QueryReplicationGroup()
    if any(not isinstance(result, replication.QueryReplicationGroupSuccessResult) for result in results):
        size = batch_size(provider)
        ids = [result.groupId for result in results]
        results = [result for at in range(0, len(ids), size)
                   for result in provider.QueryReplicationGroup(ids[at:at + size])]
    return [result.rgInfo for result in results]


def batch_size(provider, default=50):
    size = provider.QueryProviderInfo().maxBatchSize
    return size if size and size > 0 else default


def key(group_id):
    return group_id.faultDomainId.id, group_id.deviceGroupId.id


def same(one, other):
    return key(one) == key(other)


def group_id(domain, device_group):
    return vim.vm.replication.ReplicationGroupId(
        faultDomainId=vim.vm.replication.FaultDomainId(id=domain),
        deviceGroupId=vim.vm.replication.DeviceGroupId(id=device_group))


def failover_param(groups, planned=True, check_only=False, replica=None, policies=(), kind=replication.FailoverParam):
    return kind(
        isPlanned=planned,
        checkOnly=check_only,
        replicationGroupsToFailover=[
            replication.FailoverParam.ReplicationGroupData(groupId=group.id, pitId=replica) for group in groups],
        policyAssociations=list(policies))


def test_param(groups, **options):
    return failover_param(groups, kind=replication.TestFailoverParam, **options)


def wait(task, timeout=TASK_TIMEOUT):
    """Polls a task until it has ended; gives its information, or raises what it failed with."""
    deadline = time.monotonic() + timeout
    while (info := task.QueryInfo()).state not in ("success", "error"):
        if time.monotonic() > deadline:
            raise TimeoutError(f"{info.key} is still {info.state} after {timeout} s")
        time.sleep(0.05)
    if info.state == "error":
        raise info.error
    return info


def results(task):
    """What became of each group of a task's call."""
    return wait(task).result
