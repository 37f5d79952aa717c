package clients

import (
	"fmt"
	"testing"

	"github.com/vmware/govmomi/sms/methods"
	sms "github.com/vmware/govmomi/sms/types"
	"github.com/vmware/govmomi/vim25/types"
)

// group is a replication group at one site: a source or a target, never both.
type group struct {
	provider *provider
	source   *sms.SourceGroupInfo
	target   *sms.TargetGroupInfo
}

func newGroup(p *provider, result sms.BaseGroupOperationResult) *group {
	p.c.Helper()
	g := &group{provider: p}
	switch info := asResult[*sms.QueryReplicationGroupSuccessResult](p.c.T, result).RgInfo.(type) {
	case *sms.SourceGroupInfo:
		g.source = info
	case *sms.TargetGroupInfo:
		g.target = info
	default:
		p.c.Fatalf("a group of type %T", info)
	}
	return g
}

func (g *group) id() types.ReplicationGroupId {
	if g.source != nil {
		return g.source.GroupId
	}
	return g.target.GroupId
}

func (g *group) state() string {
	if g.source != nil {
		return g.source.State
	}
	return g.target.State
}

func (g *group) domain() string { return g.id().FaultDomainId.Id }

func (g *group) sourceID() types.ReplicationGroupId { return g.target.SourceInfo.SourceGroupId }

func (g *group) String() string {
	return fmt.Sprintf("%s/%s %s", g.domain(), g.id().DeviceGroupId.Id, g.state())
}

// refreshed is the group as it is now, asked of the same provider.
func (g *group) refreshed() *group {
	g.provider.c.Helper()
	results, err := g.provider.queryGroups(g.id())
	must(g.provider.c.T, err)
	return newGroup(g.provider, results[0])
}

func (g *group) mustBe(state string) {
	g.provider.c.Helper()
	if now := g.refreshed(); now.state() != state {
		g.provider.c.Fatalf("%s should be %s", now, state)
	}
}

// replicas are the point-in-time replicas with a name, a regular expression; the filter makes the answer one with details.
func (g *group) replicas(name string) []sms.PointInTimeReplicaInfo {
	g.provider.c.Helper()
	result := g.queryReplicas(&sms.QueryPointInTimeReplicaParam{PitName: name})
	return asResult[*sms.QueryPointInTimeReplicaSuccessResult](g.provider.c.T, result).ReplicaInfo
}

func (g *group) queryReplicas(param *sms.QueryPointInTimeReplicaParam) sms.BaseGroupOperationResult {
	g.provider.c.Helper()
	response, err := methods.QueryPointInTimeReplica(ctx, g.provider.c.sms, &sms.QueryPointInTimeReplica{
		This: g.provider.ref, GroupId: []types.ReplicationGroupId{g.id()}, QueryParam: param,
	})
	must(g.provider.c.T, err)
	return response.Returnval[0]
}

// replicaCount is the sum of the answer without a filter: how many replicas there are from when to when.
func (g *group) replicaCount() int {
	g.provider.c.Helper()
	count := 0
	summary := asResult[*sms.QueryPointInTimeReplicaSummaryResult](g.provider.c.T, g.queryReplicas(nil))
	for _, interval := range summary.IntervalResults {
		count += int(interval.Number)
	}
	return count
}

// groups are all groups of all providers that replicate, are well, and do not stand by for another.
func (c *client) groups() []*group {
	c.Helper()
	var all []*group
	for _, p := range c.providers() {
		if !p.replicates() || p.info.Status != string(sms.VasaProviderStatusOnline) {
			continue
		}
		results, err := p.queryGroups()
		if err != nil {
			faultOf[sms.InactiveProvider](c.T, err)
			continue
		}
		for _, result := range results {
			all = append(all, newGroup(p, result))
		}
	}
	return all
}

func (c *client) groupsWhere(state string, where func(*group) bool) []*group {
	c.Helper()
	var found []*group
	for _, g := range c.groups() {
		if g.state() == state && where(g) {
			found = append(found, g)
		}
	}
	return found
}

func (c *client) group(state string, where func(*group) bool) *group {
	c.Helper()
	found := c.groupsWhere(state, where)
	if len(found) == 0 {
		c.Fatalf("the server has no group that is %s and fits this test", state)
	}
	return found[0]
}

// find gives the group with an id as it is now.
func (c *client) find(id types.ReplicationGroupId) *group {
	c.Helper()
	for _, g := range c.groups() {
		if g.id() == id {
			return g
		}
	}
	c.Fatalf("there is no group %v", id)
	return nil
}

func (c *client) sourceOf(target *group) *group {
	c.Helper()
	return c.find(target.sourceID())
}

// ready is a target with vVols and replicas: it can be synced, tested and failed over.
func ready(g *group) bool {
	if g.target == nil || len(g.target.Devices) == 0 {
		return false
	}
	for _, device := range g.target.Devices {
		if _, ok := device.GetTargetGroupMemberInfo().SourceId.(*sms.VVolId); !ok {
			return false
		}
	}
	return g.replicaCount() > 0
}

func anyGroup(*group) bool { return true }

func (c *client) target() *group {
	c.Helper()
	return c.group("TARGET", ready)
}

// twoTargets are two such targets of one provider, of different sources.
func (c *client) twoTargets() (first, second *group) {
	c.Helper()
	targets := c.groupsWhere("TARGET", ready)
	for _, first := range targets {
		for _, second := range targets {
			if first.provider == second.provider && first.sourceID() != second.sourceID() {
				return first, second
			}
		}
	}
	c.Fatal("the server has no provider with two targets")
	return nil, nil
}

// recovered are the ids that a target's devices have here now.
func (g *group) recovered() []string {
	var ids []string
	for _, device := range g.target.Devices {
		if device, ok := device.(*sms.RecoveredTargetGroupMemberInfo); ok {
			ids = append(ids, as[*sms.VVolId](g.provider.c.T, device.RecoveredDeviceId).Id)
		}
	}
	return ids
}

func recoveredBy(t *testing.T, result *sms.FailoverSuccessResult) []string {
	t.Helper()
	var ids []string
	for _, device := range result.RecoveredDeviceInfo {
		ids = append(ids, as[*sms.VVolId](t, device.RecoveredDeviceId).Id)
	}
	return ids
}
