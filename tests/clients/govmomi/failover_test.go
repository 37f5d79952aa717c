package clients

import (
	"strings"
	"testing"

	sms "github.com/vmware/govmomi/sms/types"
	"github.com/vmware/govmomi/vim25/types"
)

// A planned migration and the way back: sync, prepare, fail over, reverse. And a disaster, in which the link is cut.

func (g *group) failOver(param sms.FailoverParam) *sms.FailoverSuccessResult {
	g.provider.c.Helper()
	return resultOf[*sms.FailoverSuccessResult](g.provider.c.T, g.provider.c.results(g.provider.failover(param)))
}

// reverse makes a source of the group and gives it as it is then; its id may be another than before.
func (g *group) reverse() *group {
	c := g.provider.c
	c.Helper()
	result := resultOf[*sms.ReverseReplicationSuccessResult](c.T, c.results(g.provider.reverse(g.id())))
	return c.find(types.ReplicationGroupId{FaultDomainId: g.id().FaultDomainId, DeviceGroupId: result.NewGroupId})
}

// targetOf is where a source replicates to in a fault domain.
func (c *client) targetOf(source *group, domain string) *group {
	c.Helper()
	return c.group("TARGET", func(g *group) bool { return g.sourceID() == source.id() && g.domain() == domain })
}

func TestFromSyncToReverse(t *testing.T) {
	c := begin(t)
	target := c.target()
	source := c.sourceOf(target)
	resultOf[*sms.SyncReplicationGroupSuccessResult](t, c.results(target.provider.sync("powered-off", target.id())))

	resultOf[*sms.GroupOperationResult](t, c.results(source.provider.prepare(source.id())))
	source.mustBe("SOURCE")

	failedOver := target.failOver(planned(target))
	equal(t, failedOver.NewState, "FAILEDOVER")
	equal(t, target.refreshed().recovered(), recoveredBy(t, failedOver))
	for i, recovered := range failedOver.RecoveredDeviceInfo {
		device := target.target.Devices[i].GetTargetGroupMemberInfo()
		equal(t, recovered.SourceDeviceId, device.SourceId)
		equal(t, *recovered.TargetDeviceId, device.ReplicaId)
		equal(t, recovered.Datastore, device.TargetDatastore)
	}
	target.mustBe("FAILEDOVER")
	source.mustBe("REMOTE_FAILEDOVER")

	after := target.reverse()
	equal(t, after.state(), "SOURCE")
	equal(t, c.targetOf(after, source.domain()).state(), "TARGET")
}

func TestThereAndBackAgain(t *testing.T) {
	c := begin(t)
	target := c.target()
	source := c.sourceOf(target)
	target.failOver(planned(target))
	away := target.reverse()
	home := c.targetOf(away, source.domain())

	errorOf[*sms.NoValidReplica](t, c.results(home.provider.failover(planned(home)))[0])
	resultOf[*sms.SyncReplicationGroupSuccessResult](t, c.results(home.provider.sync("failback", home.id())))
	resultOf[*sms.GroupOperationResult](t, c.results(away.provider.prepare(away.id())))
	home.failOver(planned(home))
	again := home.reverse()

	equal(t, again.state(), "SOURCE")
	equal(t, again.domain(), source.domain())
	equal(t, len(again.source.MemberInfo), len(source.source.MemberInfo))
}

func TestReplicaMadeBefore(t *testing.T) {
	c := begin(t)
	target := c.target()

	failedOver := target.failOver(planned(target))

	isTrue(t, failedOver.PitId == nil, "no replica was chosen")
	for _, replica := range target.replicas(".*") {
		if replica.Id == *failedOver.PitIdBeforeFailover {
			return
		}
	}
	t.Fatal("the replica made before the failover is not there")
}

func TestReplicaOfOnesChoice(t *testing.T) {
	c := begin(t)
	target := c.target()
	replicas := target.replicas(".*")
	first, last := replicas[0].Id, replicas[len(replicas)-1].Id

	equal(t, *target.failOver(withReplica(planned(target), first)).PitId, first)

	other := c.results(target.provider.failover(withReplica(planned(target), last)))
	equal(t, errorOf[*sms.InvalidReplicationState](t, other[0]).CurrentState, "FAILEDOVER")
}

func TestCheckOfAFailover(t *testing.T) {
	c := begin(t)
	target := c.target()

	resultOf[*sms.GroupOperationResult](t, c.results(target.provider.failover(checkOnly(planned(target)))))

	equal(t, target.refreshed().target, target.target)
}

func TestMachineWithItsDisks(t *testing.T) {
	c := begin(t)
	target := c.group("TARGET", func(g *group) bool {
		for _, device := range g.target.Devices {
			if _, ok := device.GetTargetGroupMemberInfo().SourceId.(sms.BaseVirtualMachineId); ok {
				return true
			}
		}
		return false
	})

	machines := 0
	for _, device := range target.failOver(planned(target)).RecoveredDeviceInfo {
		if machine, ok := device.RecoveredDeviceId.(*sms.VirtualMachineFilePath); ok {
			isTrue(t, strings.HasSuffix(machine.VmxPath, ".vmx"), machine.VmxPath)
			isTrue(t, len(device.RecoveredDiskInfo) > 0, "a machine without disks")
			machines++
		}
	}
	isTrue(t, machines > 0, "no machine was recovered")
}

func TestDoneAlready(t *testing.T) {
	c := begin(t)
	first, second := c.twoTargets()
	source := c.sourceOf(first)
	resultOf[*sms.GroupOperationResult](t, c.results(source.provider.prepare(source.id())))
	prepared := resultOf[*sms.GroupOperationResult](t, c.results(source.provider.prepare(source.id())))
	faultIn[*sms.AlreadyDone](t, prepared.Warning)
	before := first.failOver(planned(first))

	results := c.results(first.provider.failover(planned(first, second)))

	done := asResult[*sms.FailoverSuccessResult](t, results[0])
	faultIn[*sms.AlreadyDone](t, done.Warning)
	equal(t, done.RecoveredDeviceInfo, before.RecoveredDeviceInfo)
	equal(t, len(asResult[*sms.FailoverSuccessResult](t, results[1]).Warning), 0)
}

func TestDisaster(t *testing.T) {
	c := begin(t)
	target := c.target()
	source := c.sourceOf(target)
	replicas := target.replicas(".*")
	newest := replicas[len(replicas)-1].Id
	sim.setLink(t, source.domain(), target.domain(), false)

	errorOf[*sms.PeerNotReachable](t, c.results(target.provider.failover(planned(target)))[0])
	errorOf[*sms.PeerNotReachable](t, c.results(target.provider.sync("cut-off", target.id()))[0])
	errorOf[*sms.PeerNotReachable](t, c.results(source.provider.prepare(source.id()))[0])
	target.mustBe("TARGET")

	equal(t, *target.failOver(withReplica(unplanned(target), newest)).PitId, newest)
	target.mustBe("FAILEDOVER")
	source.mustBe("SOURCE")
	errorOf[*sms.PeerNotReachable](t, c.results(target.provider.reverse(target.id()))[0])

	sim.setLink(t, source.domain(), target.domain(), true)
	source.mustBe("REMOTE_FAILEDOVER")

	after := target.reverse()
	equal(t, after.state(), "SOURCE")
	c.targetOf(after, source.domain())
}
