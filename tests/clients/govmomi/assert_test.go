package clients

import (
	"reflect"
	"testing"

	sms "github.com/vmware/govmomi/sms/types"
	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"
)

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func equal(t *testing.T, got, want interface{}) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("got %#v, want %#v", got, want)
	}
}

func isTrue(t *testing.T, condition bool, why string) {
	t.Helper()
	if !condition {
		t.Fatal(why)
	}
}

// as gives a value as the type it should have.
func as[V interface{}](t *testing.T, value interface{}) V {
	t.Helper()
	typed, ok := value.(V)
	if !ok {
		t.Fatalf("%T, want %T", value, typed)
	}
	return typed
}

// faultOf is the fault that a call ended with, as the type that the library has for it.
func faultOf[F interface{}](t *testing.T, err error) F {
	t.Helper()
	if err == nil || !soap.IsSoapFault(err) {
		t.Fatalf("no SOAP fault: %v", err)
	}
	fault, ok := soap.ToSoapFault(err).VimFault().(F)
	if !ok {
		t.Fatalf("fault %T (%v), want %T", soap.ToSoapFault(err).VimFault(), err, fault)
	}
	return fault
}

// resultOf is the only result, as its type; it is not an error.
func resultOf[R interface{}](t *testing.T, results []sms.BaseGroupOperationResult) R {
	t.Helper()
	if len(results) != 1 {
		t.Fatalf("%d results", len(results))
	}
	return asResult[R](t, results[0])
}

func asResult[R interface{}](t *testing.T, result sms.BaseGroupOperationResult) R {
	t.Helper()
	if failed, ok := result.(*sms.GroupErrorResult); ok {
		t.Fatalf("%v failed: %s", failed.GroupId, failed.Error[0].LocalizedMessage)
	}
	return as[R](t, result)
}

// errorOf is the first error of a group that failed, as its type.
func errorOf[F interface{}](t *testing.T, result sms.BaseGroupOperationResult) F {
	t.Helper()
	return faultIn[F](t, as[*sms.GroupErrorResult](t, result).Error)
}

func faultIn[F interface{}](t *testing.T, faults []types.LocalizedMethodFault) F {
	t.Helper()
	if len(faults) == 0 {
		t.Fatal("no fault")
	}
	fault, ok := faults[0].Fault.(F)
	if !ok {
		t.Fatalf("fault %T (%s), want %T", faults[0].Fault, faults[0].LocalizedMessage, fault)
	}
	if faults[0].LocalizedMessage == "" {
		t.Fatalf("%T without a message", fault)
	}
	return fault
}

func contains(texts []string, text string) bool {
	for _, t := range texts {
		if t == text {
			return true
		}
	}
	return false
}
