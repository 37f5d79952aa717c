package clients

import (
	"testing"

	"github.com/vmware/govmomi/sms/methods"
	sms "github.com/vmware/govmomi/sms/types"
	"github.com/vmware/govmomi/vim25/types"
)

// What a recovery tool reads before it does anything: providers, fault domains, peers, groups, replicas.

func TestProviders(t *testing.T) {
	c := begin(t)

	uids := make(map[string]bool)
	for _, p := range c.providers() {
		equal(t, p.ref.Type, "VasaProvider")
		uids[p.info.Uid] = true
		well := p.info.Status == "online" || p.info.Status == "connected"
		equal(t, p.info.StatusFault == nil, well)
	}
	equal(t, len(uids), len(c.providers()))
}

func TestProvidersThatDoNotAnswer(t *testing.T) {
	c := begin(t)
	var standby, offline, without int

	for _, p := range c.providers() {
		_, err := p.queryGroups()
		switch {
		case !p.replicates():
			faultOf[types.NotImplemented](t, err)
			without++
		case p.info.Status != "online":
			faultOf[sms.ProviderUnavailable](t, err)
			offline++
		case err != nil:
			for _, mapping := range faultOf[sms.InactiveProvider](t, err).Mapping {
				isTrue(t, mapping.ActiveProvider != p.ref, "it names itself")
				isTrue(t, len(mapping.FaultDomainId) > 0, "an active provider without a fault domain")
			}
			standby++
		}
	}

	isTrue(t, standby > 0 && offline > 0 && without > 0, "the server has no such providers")
}

func TestFaultDomainsAndPeers(t *testing.T) {
	c := begin(t)
	response, err := methods.QueryFaultDomain(ctx, c.sms, &sms.QueryFaultDomain{This: c.manager})
	must(t, err)
	domains := make(map[string]bool)
	for _, domain := range response.Returnval {
		domains[domain.Id] = true
	}

	peers := make(map[string]map[string]bool)
	for _, g := range c.groups() {
		isTrue(t, domains[g.domain()], g.domain()+" is no fault domain")
		if _, known := peers[g.domain()]; known || g.source == nil {
			continue
		}
		peers[g.domain()] = g.provider.peersOf(g.domain())
	}
	for _, g := range c.groups() {
		if g.target != nil {
			isTrue(t, peers[g.sourceID().FaultDomainId.Id][g.domain()], "replicates to what is no peer")
		}
	}
}

func (p *provider) peersOf(domain string) map[string]bool {
	p.c.Helper()
	response, err := methods.QueryReplicationPeer(ctx, p.c.sms, &sms.QueryReplicationPeer{
		This: p.ref, FaultDomainId: []types.FaultDomainId{{Id: domain}},
	})
	must(p.c.T, err)
	found := make(map[string]bool)
	for _, peer := range response.Returnval[0].TargetDomain {
		found[peer.Id] = true
	}
	return found
}

func TestBothEndsOfAPair(t *testing.T) {
	c := begin(t)
	groups := make(map[types.ReplicationGroupId]*group)
	for _, g := range c.groups() {
		groups[g.id()] = g
	}

	for _, target := range groups {
		if target.target == nil {
			continue
		}
		source := groups[target.sourceID()]
		isTrue(t, source != nil && source.source != nil, "a target without a source")
		switch target.state() {
		case "TARGET", "INTEST":
			equal(t, source.state(), "SOURCE")
		default:
			equal(t, target.state(), "FAILEDOVER")
			equal(t, source.state(), "REMOTE_FAILEDOVER")
		}
	}
}

func TestGroupsOfSeveralProviders(t *testing.T) {
	c := begin(t)
	var ids []types.ReplicationGroupId
	for _, g := range c.groups() {
		ids = append(ids, g.id())
	}

	response, err := methods.QueryReplicationGroupInfo(ctx, c.sms, &sms.QueryReplicationGroupInfo{
		This: c.manager, RgFilter: sms.ReplicationGroupFilter{GroupId: ids},
	})
	must(t, err)

	for i, result := range response.Returnval {
		found := asResult[*sms.QueryReplicationGroupSuccessResult](t, result)
		equal(t, found.RgInfo.GetGroupInfo().GroupId, ids[i])
	}
	equal(t, len(response.Returnval), len(ids))
}

func TestReplicas(t *testing.T) {
	c := begin(t)
	many := c.group("TARGET", func(g *group) bool { return ready(g) && g.replicaCount() > 3 })

	all := many.replicas(".*")

	equal(t, len(all), many.replicaCount())
	for i := 1; i < len(all); i++ {
		isTrue(t, all[i].TimeStamp.After(all[i-1].TimeStamp), "replicas come in the order of time")
	}
	between := many.queryReplicas(&sms.QueryPointInTimeReplicaParam{ReplicaTimeQueryParam: &sms.ReplicaQueryIntervalParam{
		FromDate: &all[1].TimeStamp, ToDate: &all[3].TimeStamp,
	}})
	equal(t, asResult[*sms.QueryPointInTimeReplicaSuccessResult](t, between).ReplicaInfo, all[1:3])
	last := many.queryReplicas(&sms.QueryPointInTimeReplicaParam{ReplicaTimeQueryParam: &sms.ReplicaQueryIntervalParam{
		ToDate: &all[3].TimeStamp, Number: 2,
	}})
	equal(t, asResult[*sms.QueryPointInTimeReplicaSuccessResult](t, last).ReplicaInfo, all[1:3])
}

func TestAllReplicasInDetail(t *testing.T) {
	c := begin(t)
	target := c.target()
	details := true

	result := target.queryReplicas(&sms.QueryPointInTimeReplicaParam{PreferDetails: &details})

	equal(t, asResult[*sms.QueryPointInTimeReplicaSuccessResult](t, result).ReplicaInfo, target.replicas(".*"))
}

func TestReplicasOfASource(t *testing.T) {
	c := begin(t)

	result := c.sourceOf(c.target()).queryReplicas(nil)

	fault := errorOf[*sms.QueryExecutionFault](t, result)
	faultIn[*sms.InvalidFunctionTarget](t, []types.LocalizedMethodFault{*fault.FaultCause})
}
