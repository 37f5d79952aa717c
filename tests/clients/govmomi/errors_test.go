package clients

import (
	"io"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/vmware/govmomi/sms/methods"
	sms "github.com/vmware/govmomi/sms/types"
	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"
)

// What goes wrong, and how the server says it: faults of the call, and faults of single groups.

func invalid(t *testing.T, property string, err error) {
	t.Helper()
	equal(t, faultOf[types.InvalidArgument](t, err).InvalidProperty, property)
}

func TestEmptyPitName(t *testing.T) {
	c := begin(t)
	target := c.target()

	_, err := target.provider.sync("", target.id())

	invalid(t, "pitName", err)
}

// govmomi sends an empty name for a missing one, so the element is taken out of the request here.
func TestMissingPitName(t *testing.T) {
	c := begin(t)
	target := c.target()
	unchanged := c.sms.Client.Transport
	c.sms.Client.Transport = without{regexp.MustCompile(`<pitName>.*?</pitName>`), unchanged}

	_, err := target.provider.sync("taken-out", target.id())

	c.sms.Client.Transport = unchanged
	invalid(t, "pitName", err)
	equal(t, len(target.replicas("taken-out")), 0)
}

// without takes what matches out of the requests.
type without struct {
	pattern *regexp.Regexp
	next    http.RoundTripper
}

func (w without) RoundTrip(request *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(request.Body)
	if err != nil {
		return nil, err
	}
	request = request.Clone(request.Context())
	request.Body = io.NopCloser(strings.NewReader(w.pattern.ReplaceAllString(string(body), "")))
	return w.next.RoundTrip(request)
}

func TestNoGroups(t *testing.T) {
	c := begin(t)
	p := c.target().provider

	_, err := p.sync("nothing")
	invalid(t, "groupId", err)
	_, err = p.prepare()
	invalid(t, "groupId", err)
	_, err = p.reverse()
	invalid(t, "groupId", err)
	_, err = p.testStop(false)
	invalid(t, "groupId", err)
	_, err = p.failover(planned())
	invalid(t, "failoverParam.replicationGroupsToFailover", err)
	_, err = p.testStart(planned())
	invalid(t, "testFailoverParam.replicationGroupsToFailover", err)
	_, err = p.promote(true)
	invalid(t, "promoteParam.replicationGroupsToPromote", err)
}

func TestObjectThatThereIsNot(t *testing.T) {
	c := begin(t)
	missing := types.ManagedObjectReference{Type: "VasaProvider", Value: "no-such-provider"}

	_, err := methods.QueryReplicationGroup(ctx, c.sms, &sms.QueryReplicationGroup{This: missing})

	equal(t, faultOf[types.ManagedObjectNotFound](t, err).Obj, missing)
}

func TestUnknownAndDuplicateGroups(t *testing.T) {
	c := begin(t)
	target := c.target()
	unknown := target.id()
	unknown.DeviceGroupId.Id = "no-such-group"

	results := c.results(target.provider.sync("mixed", target.id(), unknown, target.id(), target.sourceID()))

	asResult[*sms.SyncReplicationGroupSuccessResult](t, results[0])
	errorOf[*types.NotFound](t, results[1])
	equal(t, results[1].GetGroupOperationResult().GroupId, unknown)
	errorOf[*sms.DuplicateEntry](t, results[2])
	errorOf[*types.NotFound](t, results[3]) // It is another provider's.
	equal(t, len(results), 4)
	equal(t, len(target.replicas("mixed")), 1)
}

func TestWrongEnd(t *testing.T) {
	c := begin(t)
	target := c.target()
	source := c.sourceOf(target)

	for _, results := range [][]sms.BaseGroupOperationResult{
		c.results(source.provider.sync("wrong-end", source.id())),
		c.results(source.provider.failover(planned(source))),
		c.results(source.provider.testStart(planned(source))),
		c.results(target.provider.prepare(target.id())),
	} {
		errorOf[*sms.InvalidFunctionTarget](t, results[0])
	}
}

func TestWrongState(t *testing.T) {
	c := begin(t)
	target, inTest, left := c.target(), c.group("INTEST", anyGroup), c.group("REMOTE_FAILEDOVER", anyGroup)

	for _, wrong := range []struct {
		results          []sms.BaseGroupOperationResult
		current, desired string
	}{
		{c.results(inTest.provider.sync("wrong-state", inTest.id())), "INTEST", "TARGET"},
		{c.results(inTest.provider.failover(planned(inTest))), "INTEST", "TARGET"},
		{c.results(target.provider.reverse(target.id())), "TARGET", "FAILEDOVER"},
		{c.results(target.provider.promote(true, target.id())), "TARGET", "INTEST"},
		{c.results(left.provider.prepare(left.id())), "REMOTE_FAILEDOVER", "SOURCE"},
	} {
		fault := errorOf[*sms.InvalidReplicationState](t, wrong.results[0])
		equal(t, fault.CurrentState, wrong.current)
		equal(t, fault.DesiredState, []string{wrong.desired})
	}
}

func TestTooMany(t *testing.T) {
	c := begin(t)
	sources := c.groupsWhere("SOURCE", func(g *group) bool {
		return g.provider.info.MaxBatchSize > 0 && len(g.source.Replica) > 0
	})
	isTrue(t, len(sources) > 0, "the server has no provider with a maxBatchSize")
	p := sources[0].provider
	var ids []types.ReplicationGroupId
	for _, source := range sources {
		ids = append(ids, source.id())
	}
	for more := ids[0]; len(ids) <= int(p.info.MaxBatchSize); ids = append(ids, more) {
		more.DeviceGroupId.Id += "-more"
	}

	_, err := p.prepare(ids...)
	equal(t, faultOf[sms.TooMany](t, err).MaxBatchSize, p.info.MaxBatchSize)

	var results []sms.BaseGroupOperationResult
	for _, batch := range p.batches(ids) {
		results = append(results, c.results(p.prepare(batch...))...)
	}
	equal(t, len(results), len(ids))
	for i := range sources {
		asResult[*sms.GroupOperationResult](t, results[i])
	}

	queried, err := p.queryGroups(ids...)
	must(t, err)
	equal(t, errorOf[*sms.TooMany](t, queried[len(queried)-1]).MaxBatchSize, p.info.MaxBatchSize)
}

// A client of version 5.0 has heard neither of replication nor of what 6.5 added to a provider.
func TestOldVersion(t *testing.T) {
	c := begin(t)
	target := c.target()
	old := c.sms.WithHeader(ctx, soap.Header{Action: "urn:sms/5.0"})

	info, err := methods.QueryProviderInfo(old, c.sms, &sms.QueryProviderInfo{This: target.provider.ref})
	must(t, err)
	equal(t, as[*sms.VasaProviderInfo](t, info.Returnval).Type, "")
	isTrue(t, target.provider.info.Type != "", "the newest version has the type")
	_, err = methods.QueryReplicationGroup(old, c.sms, &sms.QueryReplicationGroup{This: target.provider.ref})
	faultOf[types.MethodNotFound](t, err)
}
