package clients

import (
	"context"
	"net/url"
	"testing"
	"time"

	"github.com/vmware/govmomi"
	"github.com/vmware/govmomi/session"
	"github.com/vmware/govmomi/sms/methods"
	sms "github.com/vmware/govmomi/sms/types"
	"github.com/vmware/govmomi/vim25"
	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"
)

const taskTimeout = 30 * time.Second

var (
	ctx             = context.Background()
	serviceInstance = types.ManagedObjectReference{Type: "SmsServiceInstance", Value: "ServiceInstance"}
)

// client is a vCenter session, and the Storage Monitoring Service in the name of it.
type client struct {
	*testing.T
	vim     *govmomi.Client
	sms     *soap.Client
	manager types.ManagedObjectReference
}

// begin gives a test a fresh world, and the administrator's session in it.
func begin(t *testing.T) *client {
	t.Helper()
	sim.reset(t)
	c := login(t, "administrator@sim.local")
	c.manager = c.queryStorageManager()
	return c
}

func login(t *testing.T, user string) *client {
	t.Helper()
	soapClient := soap.NewClient(vimURL(t, nil), false)
	must(t, soapClient.SetRootCAs(sim.caFile))
	vimClient, err := vim25.NewClient(ctx, soapClient)
	must(t, err)
	vim := &govmomi.Client{Client: vimClient, SessionManager: session.NewManager(vimClient)}
	must(t, vim.Login(ctx, url.UserPassword(user, password)))
	t.Cleanup(func() { _ = vim.Logout(ctx) })
	return &client{T: t, vim: vim, sms: smsClient(t, vim)}
}

// smsClient connects to SMS; the session that the login's cookie names goes into the SOAP header.
func smsClient(t *testing.T, vim *govmomi.Client) *soap.Client {
	t.Helper()
	u, err := url.Parse(sim.smsURL)
	must(t, err)
	return vim.Client.NewServiceClient(u.Path, "sms")
}

func vimURL(t *testing.T, user *url.Userinfo) *url.URL {
	t.Helper()
	u, err := url.Parse(sim.smsURL)
	must(t, err)
	u.Path, u.User = "/sdk", user
	return u
}

func (c *client) queryStorageManager() types.ManagedObjectReference {
	c.Helper()
	response, err := methods.QueryStorageManager(ctx, c.sms, &sms.QueryStorageManager{This: serviceInstance})
	must(c.T, err)
	return response.Returnval
}

// provider is a VASA provider with what it says of itself.
type provider struct {
	c    *client
	ref  types.ManagedObjectReference
	info *sms.VasaProviderInfo
}

func (c *client) providers() []*provider {
	c.Helper()
	response, err := methods.QueryProvider(ctx, c.sms, &sms.QueryProvider{This: c.manager})
	must(c.T, err)
	var all []*provider
	for _, ref := range response.Returnval {
		info, err := methods.QueryProviderInfo(ctx, c.sms, &sms.QueryProviderInfo{This: ref})
		must(c.T, err)
		all = append(all, &provider{c, ref, as[*sms.VasaProviderInfo](c.T, info.Returnval)})
	}
	return all
}

func (p *provider) replicates() bool {
	return contains(p.info.SupportedProviderProfile, string(sms.ProviderProfileReplication))
}

// queryGroups asks for groups; for all of the provider when there is no id.
func (p *provider) queryGroups(ids ...types.ReplicationGroupId) ([]sms.BaseGroupOperationResult, error) {
	response, err := methods.QueryReplicationGroup(ctx, p.c.sms, &sms.QueryReplicationGroup{This: p.ref, GroupId: ids})
	if err != nil {
		return nil, err
	}
	return response.Returnval, nil
}

// batches splits ids as the provider wants to have them.
func (p *provider) batches(ids []types.ReplicationGroupId) [][]types.ReplicationGroupId {
	size := int(p.info.MaxBatchSize)
	if size <= 0 {
		size = 50
	}
	var all [][]types.ReplicationGroupId
	for len(ids) > size {
		all, ids = append(all, ids[:size]), ids[size:]
	}
	return append(all, ids)
}

// task polls a task until it has ended.
func (c *client) task(ref types.ManagedObjectReference) *sms.SmsTaskInfo {
	c.Helper()
	for deadline := time.Now().Add(taskTimeout); ; time.Sleep(50 * time.Millisecond) {
		info := c.taskInfo(ref)
		switch sms.SmsTaskState(info.State) {
		case sms.SmsTaskStateSuccess, sms.SmsTaskStateError:
			return info
		}
		if time.Now().After(deadline) {
			c.Fatalf("%s is still %s after %s", info.Key, info.State, taskTimeout)
		}
	}
}

func (c *client) taskInfo(ref types.ManagedObjectReference) *sms.SmsTaskInfo {
	c.Helper()
	response, err := methods.QuerySmsTaskInfo(ctx, c.sms, &sms.QuerySmsTaskInfo{This: ref})
	must(c.T, err)
	return &response.Returnval
}

func (c *client) taskResult(ref types.ManagedObjectReference) types.AnyType {
	c.Helper()
	response, err := methods.QuerySmsTaskResult(ctx, c.sms, &sms.QuerySmsTaskResult{This: ref})
	must(c.T, err)
	return response.Returnval
}

// results waits for a task and gives what became of each group.
func (c *client) results(ref types.ManagedObjectReference, err error) []sms.BaseGroupOperationResult {
	c.Helper()
	must(c.T, err)
	info := c.task(ref)
	if info.Error != nil {
		c.Fatalf("the task failed: %#v", info.Error)
	}
	return as[sms.ArrayOfGroupOperationResult](c.T, info.Result).GroupOperationResult
}
