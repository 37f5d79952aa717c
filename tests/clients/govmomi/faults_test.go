package clients

import (
	"encoding/json"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/vmware/govmomi/sms/methods"
	sms "github.com/vmware/govmomi/sms/types"
	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"
)

// Every fault in every shape, as rules make it: it arrives as the library's own type, with the members that the rule gave.

// faultCase is a case of faults.json, which a test of the server keeps true to what it answers.
type faultCase struct {
	Name, Type, Shape, Operation string
	Rule                         json.RawMessage
	Expected                     map[string]interface{}
}

type faultTable struct {
	Calls map[string]struct {
		Target    struct{ Type, Value string }
		Arguments json.RawMessage
	}
	Cases []faultCase
}

// beginCatalogue gives a test the simulator that the catalogue was taken from: the same calls get the same answers.
func beginCatalogue(t *testing.T) (*client, *faultTable) {
	t.Helper()
	text, err := os.ReadFile("../faults.json")
	must(t, err)
	table := &faultTable{}
	must(t, json.Unmarshal(text, table))
	own, err := startSimulator("--clock", "frozen", "--start-time", "2025-01-15T12:00:00Z", "--tasks", "instant")
	must(t, err)
	shared := sim
	sim = own
	t.Cleanup(func() {
		sim = shared
		must(t, own.stop())
	})
	return login(t, "administrator@sim.local"), table
}

// eachFault runs a check for the cases of a shape; it is given what the case's call answers.
func eachFault(t *testing.T, shape string, check func(*client, faultCase, interface{}, error)) {
	c, table := beginCatalogue(t)
	played := 0
	for _, play := range table.Cases {
		if play.Shape != shape {
			continue
		}
		played++
		sim.control(t, "POST", "/_sim/v1/state/reset", nil)
		sim.control(t, "PUT", "/_sim/v1/rules", map[string]interface{}{"version": 1, "rules": []json.RawMessage{play.Rule}})
		call := table.Calls[play.Operation]
		target := types.ManagedObjectReference{Type: call.Target.Type, Value: call.Target.Value}
		t.Run(play.Name, func(t *testing.T) {
			inner := *c
			inner.T = t
			answer, err := inner.callByName(play.Operation, target, call.Arguments)
			check(&inner, play, answer, err)
		})
	}
	isTrue(t, played > 0, "the catalogue has no "+shape)
}

func TestFaultsOfTheCall(t *testing.T) {
	eachFault(t, "soapFault", func(c *client, play faultCase, _ interface{}, err error) {
		isTrue(c.T, err != nil && soap.IsSoapFault(err), "no SOAP fault")
		isFault(c.T, soap.ToSoapFault(err).VimFault(), play)
	})
}

func TestFaultsOfTheTask(t *testing.T) {
	eachFault(t, "taskError", func(c *client, play faultCase, answer interface{}, err error) {
		must(c.T, err)
		info := c.task(as[types.ManagedObjectReference](c.T, answer))
		equal(c.T, info.State, string(sms.SmsTaskStateError))
		isFault(c.T, info.Error.Fault, play)
	})
}

func TestFaultsOfGroups(t *testing.T) {
	eachFault(t, "groupError", func(c *client, play faultCase, answer interface{}, err error) {
		failed := as[*sms.GroupErrorResult](c.T, c.onlyResult(answer, err))
		equal(c.T, len(failed.Error), 1)
		isFault(c.T, failed.Error[0].Fault, play)
	})
}

func TestFaultsAsWarnings(t *testing.T) {
	eachFault(t, "warning", func(c *client, play faultCase, answer interface{}, err error) {
		synced := as[*sms.SyncReplicationGroupSuccessResult](c.T, c.onlyResult(answer, err))
		equal(c.T, len(synced.Warning), 1)
		isFault(c.T, synced.Warning[0].Fault, play)
	})
}

func TestSummaryInsteadOfReplicas(t *testing.T) {
	eachFault(t, "summary", func(c *client, _ faultCase, answer interface{}, err error) {
		summary := as[*sms.QueryPointInTimeReplicaSummaryResult](c.T, c.onlyResult(answer, err))
		isTrue(c.T, summary.IntervalResults[0].Number > 0, "the summary has no replicas")
	})
}

// onlyResult is what became of the only group of a query or of a task.
func (c *client) onlyResult(answer interface{}, err error) sms.BaseGroupOperationResult {
	c.Helper()
	must(c.T, err)
	found, isQuery := answer.([]sms.BaseGroupOperationResult)
	if !isQuery {
		found = c.results(as[types.ManagedObjectReference](c.T, answer), nil)
	}
	equal(c.T, len(found), 1)
	return found[0]
}

// callByName calls a method with its arguments as JSON.
func (c *client) callByName(operation string, this types.ManagedObjectReference, arguments []byte) (interface{}, error) {
	c.Helper()
	read := func(into interface{}) { must(c.T, json.Unmarshal(arguments, into)) }
	switch operation {
	case "SyncReplicationGroup_Task":
		request := &sms.SyncReplicationGroup_Task{This: this}
		read(request)
		response, err := methods.SyncReplicationGroup_Task(ctx, c.sms, request)
		return answerOf(response, err)
	case "TestFailoverReplicationGroupStop_Task":
		request := &sms.TestFailoverReplicationGroupStop_Task{This: this}
		read(request)
		response, err := methods.TestFailoverReplicationGroupStop_Task(ctx, c.sms, request)
		return answerOf(response, err)
	case "QueryReplicationGroup":
		request := &sms.QueryReplicationGroup{This: this}
		read(request)
		response, err := methods.QueryReplicationGroup(ctx, c.sms, request)
		return answerOf(response, err)
	case "QueryReplicationGroupInfo":
		request := &sms.QueryReplicationGroupInfo{This: this}
		read(request)
		response, err := methods.QueryReplicationGroupInfo(ctx, c.sms, request)
		return answerOf(response, err)
	case "QueryPointInTimeReplica":
		request := &sms.QueryPointInTimeReplica{This: this}
		read(request)
		response, err := methods.QueryPointInTimeReplica(ctx, c.sms, request)
		return answerOf(response, err)
	case "RegisterProvider_Task":
		spec := struct{ ProviderSpec sms.VasaProviderSpec }{}
		read(&spec)
		response, err := methods.RegisterProvider_Task(ctx, c.sms, &sms.RegisterProvider_Task{This: this, ProviderSpec: &spec.ProviderSpec})
		return answerOf(response, err)
	case "UnregisterProvider_Task":
		request := &sms.UnregisterProvider_Task{This: this}
		read(request)
		response, err := methods.UnregisterProvider_Task(ctx, c.sms, request)
		return answerOf(response, err)
	case "VasaProviderReconnect_Task":
		response, err := methods.VasaProviderReconnect_Task(ctx, c.sms, &sms.VasaProviderReconnect_Task{This: this})
		return answerOf(response, err)
	case "VasaProviderSync_Task":
		response, err := methods.VasaProviderSync_Task(ctx, c.sms, &sms.VasaProviderSync_Task{This: this})
		return answerOf(response, err)
	case "VasaProviderRefreshCertificate_Task":
		response, err := methods.VasaProviderRefreshCertificate_Task(ctx, c.sms, &sms.VasaProviderRefreshCertificate_Task{This: this})
		return answerOf(response, err)
	case "VasaProviderRevokeCertificate_Task":
		response, err := methods.VasaProviderRevokeCertificate_Task(ctx, c.sms, &sms.VasaProviderRevokeCertificate_Task{This: this})
		return answerOf(response, err)
	}
	c.Fatalf("this client has no %s", operation)
	return nil, nil
}

func answerOf(response interface{}, err error) (interface{}, error) {
	if err != nil {
		return nil, err
	}
	return reflect.ValueOf(response).Elem().FieldByName("Returnval").Interface(), nil
}

func isFault(t *testing.T, fault interface{}, play faultCase) {
	t.Helper()
	equal(t, reflect.Indirect(reflect.ValueOf(fault)).Type().Name(), play.Type)
	text, err := json.Marshal(fault)
	must(t, err)
	var members map[string]interface{}
	must(t, json.Unmarshal(text, &members))
	equal(t, said(members), said(play.Expected))
}

// said is what a value says in the names of the API, without what every fault has and without what is empty: the library
// cannot tell that from what is not there.
func said(value interface{}) interface{} {
	switch v := value.(type) {
	case map[string]interface{}:
		found := make(map[string]interface{})
		for name, member := range v {
			name = strings.ToLower(name[:1]) + name[1:]
			if m := said(member); m != nil && name != "_typeName" && name != "faultCause" && name != "faultMessage" {
				found[name] = m
			}
		}
		return found
	case []interface{}:
		var found []interface{}
		for _, item := range v {
			found = append(found, said(item))
		}
		if found == nil {
			return nil
		}
		return found
	case nil:
		return nil
	}
	if reflect.ValueOf(value).IsZero() {
		return nil
	}
	return value
}
