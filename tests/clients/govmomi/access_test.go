package clients

import (
	"testing"

	"github.com/vmware/govmomi/sms/methods"
	sms "github.com/vmware/govmomi/sms/types"
	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"
)

// Who may call the Storage Monitoring Service: sessions and privileges.

const (
	viewPrivilege      = "StorageViews.View"
	configurePrivilege = "StorageViews.ConfigureService"
)

func TestWithoutSession(t *testing.T) {
	stranger := soap.NewClient(vimURL(t, nil), false).NewServiceClient("/sms/sdk", "sms")

	_, err := methods.QueryStorageManager(ctx, stranger, &sms.QueryStorageManager{This: serviceInstance})

	equal(t, faultOf[sms.InvalidSession](t, err).SessionCookie, "")
}

func TestSessionManagerNeedsNoSession(t *testing.T) {
	stranger := soap.NewClient(vimURL(t, nil), false).NewServiceClient("/sms/sdk", "sms")

	response, err := methods.QuerySessionManager(ctx, stranger, &sms.QuerySessionManager{This: serviceInstance})

	must(t, err)
	equal(t, response.Returnval.Type, "SmsSessionManager")
}

func TestSessionThatHasEnded(t *testing.T) {
	c := begin(t)
	var cookie string
	for _, known := range c.vim.Jar.Cookies(c.vim.URL()) {
		cookie = known.Value
	}
	must(t, c.vim.Logout(ctx))

	_, err := methods.QueryProvider(ctx, c.sms, &sms.QueryProvider{This: c.manager})

	equal(t, faultOf[sms.InvalidSession](t, err).SessionCookie, cookie)
}

// as is a provider in the session of another user.
func (p *provider) as(user string) *provider {
	p.c.Helper()
	return &provider{login(p.c.T, user), p.ref, p.info}
}

func lacks(t *testing.T, privilege string, err error) {
	t.Helper()
	fault := faultOf[types.NoPermission](t, err)
	equal(t, fault.PrivilegeId, privilege)
	equal(t, fault.Object.Type, "Folder")
}

func TestViewer(t *testing.T) {
	c := begin(t)
	target := c.target()
	viewed := target.provider.as("viewer@sim.local")

	results, err := viewed.queryGroups(target.id())
	must(t, err)
	equal(t, newGroup(viewed, results[0]).state(), target.state())

	_, err = viewed.sync("by-a-viewer", target.id())
	lacks(t, configurePrivilege, err)
	_, err = viewed.failover(planned(target))
	lacks(t, configurePrivilege, err)
	equal(t, len(target.replicas("by-a-viewer")), 0)

	task, err := target.provider.sync("watched", target.id())
	must(t, err)
	resultOf[*sms.SyncReplicationGroupSuccessResult](t, viewed.c.results(task, nil))
}

func TestWhoMayOnlyConfigure(t *testing.T) {
	c := begin(t)
	target := c.target()
	blind := target.provider.as("config@sim.local")

	_, err := blind.queryGroups()
	lacks(t, viewPrivilege, err)
	task, err := blind.sync("blind", target.id())
	must(t, err)
	_, err = methods.QuerySmsTaskInfo(ctx, blind.c.sms, &sms.QuerySmsTaskInfo{This: task})
	lacks(t, viewPrivilege, err)

	c.task(task)
	equal(t, len(target.replicas("blind")), 1)
}

func TestNobody(t *testing.T) {
	c := begin(t)
	target := c.target()
	nobody := target.provider.as("nobody@sim.local")

	_, err := nobody.queryGroups()
	lacks(t, viewPrivilege, err)
	_, err = nobody.prepare(target.sourceID())
	lacks(t, configurePrivilege, err)
}
