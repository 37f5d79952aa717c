package clients

import (
	"testing"

	sms "github.com/vmware/govmomi/sms/types"
)

// Copy the data of groups to their targets now, and watch the task that does it.

func TestSyncTwoGroups(t *testing.T) {
	c := begin(t)
	first, second := c.twoTargets()

	results := c.results(first.provider.sync("before-upgrade", first.id(), second.id()))

	equal(t, len(results), 2)
	for i, g := range []*group{first, second} {
		result := asResult[*sms.SyncReplicationGroupSuccessResult](t, results[i])
		equal(t, result.GroupId, g.id())
		equal(t, result.PitName, "before-upgrade")
		replicas := g.replicas("before-upgrade")
		equal(t, len(replicas), 1)
		equal(t, replicas[0].Id, *result.PitId)
		equal(t, replicas[0].TimeStamp, result.TimeStamp)
		g.mustBe("TARGET")
	}
}

// As everybody sees it: the task runs for about a second, and is polled until it has ended.
func TestSyncInRealTime(t *testing.T) {
	c := begin(t)
	first, second := c.twoTargets()
	sim.runClock(t, 1)

	task, err := first.provider.sync("timed", first.id(), second.id())
	must(t, err)
	info := c.task(task)

	equal(t, info.State, string(sms.SmsTaskStateSuccess))
	isTrue(t, info.CompletionTime.After(*info.StartTime), "it took no time")
	for _, result := range as[sms.ArrayOfGroupOperationResult](t, info.Result).GroupOperationResult {
		asResult[*sms.SyncReplicationGroupSuccessResult](t, result)
	}
}

// The clock stands still, so that the test sees every moment of the task.
func TestTaskFromBeginningToEnd(t *testing.T) {
	c := begin(t)
	target := c.target()
	sim.freezeClock(t)
	task, err := target.provider.sync("watched", target.id())
	must(t, err)

	info := c.taskInfo(task)
	equal(t, info.State, string(sms.SmsTaskStateRunning))
	equal(t, info.Task, task)
	equal(t, *info.Object, target.provider.ref)
	isTrue(t, info.CompletionTime == nil && info.Result == nil && info.Error == nil, "it has ended before it did")
	isTrue(t, c.taskResult(task) == nil, "a result before the end")
	equal(t, len(target.replicas("watched")), 0)

	sim.advanceClock(t, "400ms")
	info = c.taskInfo(task)
	isTrue(t, info.Progress > 0 && info.Progress < 100, "it does not get on")

	sim.advanceClock(t, "1h")
	info = c.taskInfo(task)
	equal(t, info.State, string(sms.SmsTaskStateSuccess))
	equal(t, info.Result, c.taskResult(task))
	equal(t, target.replicas("watched")[0].TimeStamp, *info.StartTime)
}

func TestSecondSyncMeanwhile(t *testing.T) {
	c := begin(t)
	target := c.target()
	sim.freezeClock(t)
	first, err := target.provider.sync("first", target.id())
	must(t, err)

	second, err := target.provider.sync("second", target.id())
	must(t, err)
	sim.advanceClock(t, "1h")

	results := c.results(second, nil)
	equal(t, errorOf[*sms.SyncOngoing](t, results[0]).Task, first)
	resultOf[*sms.SyncReplicationGroupSuccessResult](t, c.results(first, nil))
}

func TestLinkCutMeanwhile(t *testing.T) {
	c := begin(t)
	target := c.target()
	sim.freezeClock(t)
	task, err := target.provider.sync("watched", target.id())
	must(t, err)

	sim.setLink(t, target.domain(), target.sourceID().FaultDomainId.Id, false)
	sim.advanceClock(t, "1h")

	errorOf[*sms.PeerNotReachable](t, c.results(task, nil)[0])
	equal(t, len(target.replicas("watched")), 0)
}

func TestSyncGroupThatWasNeverCopied(t *testing.T) {
	c := begin(t)
	fresh := c.group("TARGET", func(g *group) bool { return g.replicaCount() == 0 })
	equal(t, len(c.sourceOf(fresh).source.Replica), 0)

	resultOf[*sms.SyncReplicationGroupSuccessResult](t, c.results(fresh.provider.sync("first", fresh.id())))

	equal(t, c.sourceOf(fresh).source.Replica[0].TargetGroupId, fresh.id())
}
