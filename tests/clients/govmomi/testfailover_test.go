package clients

import (
	"testing"

	sms "github.com/vmware/govmomi/sms/types"
	"github.com/vmware/govmomi/vim25/types"
)

// Try a failover: start a test, look at its copies, stop it, or make it the real thing.

func (g *group) startTest() *sms.FailoverSuccessResult {
	g.provider.c.Helper()
	return resultOf[*sms.FailoverSuccessResult](g.provider.c.T, g.provider.c.results(g.provider.testStart(planned(g))))
}

func TestStartAndStop(t *testing.T) {
	c := begin(t)
	target := c.target()

	started := target.startTest()

	equal(t, started.NewState, "INTEST")
	equal(t, target.refreshed().recovered(), recoveredBy(t, started))
	target.mustBe("INTEST")
	c.sourceOf(target).mustBe("SOURCE")
	for i, recovered := range started.RecoveredDeviceInfo {
		device := target.target.Devices[i].GetTargetGroupMemberInfo()
		equal(t, recovered.SourceDeviceId, device.SourceId)
		equal(t, *recovered.TargetDeviceId, device.ReplicaId)
		equal(t, recovered.Datastore, device.TargetDatastore)
	}

	resultOf[*sms.GroupOperationResult](t, c.results(target.provider.testStop(false, target.id())))

	target.mustBe("TARGET")
	equal(t, len(target.refreshed().recovered()), 0)
	equal(t, target.refreshed().target, target.target)
}

func TestStartOfTwoGroups(t *testing.T) {
	c := begin(t)
	first, second := c.twoTargets()

	for _, result := range c.results(first.provider.testStart(planned(first, second))) {
		equal(t, asResult[*sms.FailoverSuccessResult](t, result).NewState, "INTEST")
	}
	stopped := c.results(first.provider.testStop(false, first.id(), second.id()))

	equal(t, len(stopped), 2)
	first.mustBe("TARGET")
	second.mustBe("TARGET")
}

func TestCheckOfATest(t *testing.T) {
	c := begin(t)
	target := c.target()

	resultOf[*sms.GroupOperationResult](t, c.results(target.provider.testStart(checkOnly(planned(target)))))

	equal(t, target.refreshed().target, target.target)
}

func TestEachTestHasCopiesOfItsOwn(t *testing.T) {
	c := begin(t)
	target := c.target()
	first := recoveredBy(t, target.startTest())
	c.results(target.provider.testStop(false, target.id()))

	for _, id := range recoveredBy(t, target.startTest()) {
		isTrue(t, !contains(first, id), "an id of the test before: "+id)
	}
}

func TestStartAndStopAgain(t *testing.T) {
	c := begin(t)
	target := c.target()
	first := target.startTest()

	again := target.startTest()
	faultIn[*sms.AlreadyDone](t, again.Warning)
	equal(t, recoveredBy(t, again), recoveredBy(t, first))

	c.results(target.provider.testStop(false, target.id()))
	stopped := resultOf[*sms.GroupOperationResult](t, c.results(target.provider.testStop(false, target.id())))
	faultIn[*sms.AlreadyDone](t, stopped.Warning)
}

func TestCopiesInUse(t *testing.T) {
	c := begin(t)
	inTest := c.group("INTEST", anyGroup)

	fault := errorOf[*sms.SmsResourceInUse](t, c.results(inTest.provider.testStop(false, inTest.id()))[0])
	for _, device := range fault.DeviceIds {
		isTrue(t, contains(inTest.recovered(), as[*sms.VVolId](t, device).Id), "not a copy of this test")
	}
	isTrue(t, len(fault.DeviceIds) > 0, "no devices in use")
	inTest.mustBe("INTEST")

	resultOf[*sms.GroupOperationResult](t, c.results(inTest.provider.testStop(true, inTest.id())))
	inTest.mustBe("TARGET")
}

func TestReplicasThatThereAreNot(t *testing.T) {
	c := begin(t)
	target := c.target()
	fresh := c.group("TARGET", func(g *group) bool { return g.replicaCount() == 0 })

	unknown := withReplica(planned(target), sms.PointInTimeReplicaId{Id: "no-such-replica"})
	errorOf[*types.NotFound](t, c.results(target.provider.testStart(unknown))[0])
	fault := errorOf[*sms.NoValidReplica](t, c.results(fresh.provider.testStart(planned(fresh)))[0])

	isTrue(t, fault.DeviceId == nil, "no device in particular")
}

func TestPolicyThatCannotBeSet(t *testing.T) {
	c := begin(t)
	target := c.target()
	device := target.target.Devices[0].GetTargetGroupMemberInfo()
	param := planned(target)
	param.PolicyAssociations = []sms.PolicyAssociation{{Id: device.SourceId, PolicyId: "", Datastore: device.TargetDatastore}}

	errorOf[*sms.InvalidProfile](t, c.results(target.provider.testStart(param))[0])
	failedOver := resultOf[*sms.FailoverSuccessResult](t, c.results(target.provider.failover(param)))
	faultIn[*sms.InvalidProfile](t, failedOver.Warning)
}

func promotable(can bool) func(*group) bool {
	return func(g *group) bool {
		return ready(g) && can == (g.target.IsPromoteCapable != nil && *g.target.IsPromoteCapable)
	}
}

func TestPromote(t *testing.T) {
	c := begin(t)
	target := c.group("TARGET", promotable(true))
	started := target.startTest()

	promoted := resultOf[*sms.FailoverSuccessResult](t, c.results(target.provider.promote(true, target.id())))

	equal(t, promoted.NewState, "FAILEDOVER")
	equal(t, recoveredBy(t, promoted), recoveredBy(t, started))
	equal(t, target.refreshed().recovered(), recoveredBy(t, started))
	target.mustBe("FAILEDOVER")
	c.sourceOf(target).mustBe("REMOTE_FAILEDOVER")

	again := resultOf[*sms.FailoverSuccessResult](t, c.results(target.provider.promote(true, target.id())))
	faultIn[*sms.AlreadyDone](t, again.Warning)
}

func TestPromoteOfAGroupThatCannot(t *testing.T) {
	c := begin(t)
	target := c.group("TARGET", promotable(false))
	target.startTest()

	errorOf[*sms.NotSupportedByProvider](t, c.results(target.provider.promote(true, target.id()))[0])

	target.mustBe("INTEST")
}

func TestPromoteWithTheLinkCut(t *testing.T) {
	c := begin(t)
	target := c.group("TARGET", promotable(true))
	source := c.sourceOf(target)
	target.startTest()
	sim.setLink(t, target.domain(), source.domain(), false)

	errorOf[*sms.PeerNotReachable](t, c.results(target.provider.promote(true, target.id()))[0])
	resultOf[*sms.FailoverSuccessResult](t, c.results(target.provider.promote(false, target.id())))

	target.mustBe("FAILEDOVER")
	source.mustBe("SOURCE")
}
