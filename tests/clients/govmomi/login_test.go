package clients

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/vmware/govmomi"
	"github.com/vmware/govmomi/find"
	"github.com/vmware/govmomi/property"
	"github.com/vmware/govmomi/session"
	sms "github.com/vmware/govmomi/sms/types"
	"github.com/vmware/govmomi/view"
	"github.com/vmware/govmomi/vim25"
	"github.com/vmware/govmomi/vim25/methods"
	"github.com/vmware/govmomi/vim25/mo"
	"github.com/vmware/govmomi/vim25/soap"
	"github.com/vmware/govmomi/vim25/types"
)

// The vCenter side of a program: log in, look around in the inventory, log out.

func TestNewClient(t *testing.T) {
	sim.reset(t)

	vim, err := govmomi.NewClient(ctx, vimURL(t, url.UserPassword("administrator@sim.local", password)), false)
	must(t, err)

	isTrue(t, vim.IsVC(), "not a vCenter")
	isTrue(t, vim.ServiceContent.About.ApiVersion != "", "no API version")
	must(t, vim.Logout(ctx))
}

func TestWrongPassword(t *testing.T) {
	_, err := govmomi.NewClient(ctx, vimURL(t, url.UserPassword("administrator@sim.local", "wrong")), false)

	faultOf[types.InvalidLogin](t, err)
}

func TestUserSession(t *testing.T) {
	c := begin(t)

	user, err := c.vim.SessionManager.UserSession(ctx)
	must(t, err)
	equal(t, strings.ToLower(user.UserName), "administrator@sim.local")
	active, err := c.vim.SessionManager.SessionIsActive(ctx)
	must(t, err)
	isTrue(t, active, "the session is not active")

	must(t, c.vim.Logout(ctx))
	user, err = c.vim.SessionManager.UserSession(ctx)
	must(t, err)
	isTrue(t, user == nil, "there is a session after the logout")
}

// The server puts quotes around the session; Go takes them off before it goes into the header for SMS.
func TestCookieIsQuoted(t *testing.T) {
	soapClient := soap.NewClient(vimURL(t, nil), false)
	seen := &setCookies{next: soapClient.Client.Transport}
	soapClient.Client.Transport = seen
	vim, err := vim25.NewClient(ctx, soapClient)
	must(t, err)
	manager := session.NewManager(vim)

	must(t, manager.Login(ctx, url.UserPassword("viewer@sim.local", password)))

	equal(t, len(seen.lines), 1)
	value := vim.Jar.Cookies(vim.URL())[0].Value
	isTrue(t, value != "" && !strings.Contains(value, `"`), "Go takes the quotes off")
	isTrue(t, strings.HasPrefix(seen.lines[0], soap.SessionCookieName+`="`+value+`"`), seen.lines[0])
	must(t, manager.Logout(ctx))
}

// setCookies notes the cookies that responses set.
type setCookies struct {
	next  http.RoundTripper
	lines []string
}

func (s *setCookies) RoundTrip(request *http.Request) (*http.Response, error) {
	response, err := s.next.RoundTrip(request)
	if err == nil {
		s.lines = append(s.lines, response.Header.Values("Set-Cookie")...)
	}
	return response, err
}

func TestCurrentTime(t *testing.T) {
	c := begin(t)

	now, err := methods.GetCurrentTime(ctx, c.vim)

	must(t, err)
	isTrue(t, !now.IsZero(), "no time")
}

func TestMachinesInView(t *testing.T) {
	c := begin(t)
	manager := view.NewManager(c.vim.Client)
	v, err := manager.CreateContainerView(ctx, c.vim.ServiceContent.RootFolder, []string{"VirtualMachine"}, true)
	must(t, err)
	defer func() { must(t, v.Destroy(ctx)) }()

	var machines []mo.VirtualMachine
	must(t, v.Retrieve(ctx, []string{"VirtualMachine"}, []string{"name", "datastore"}, &machines))

	names := make(map[string]bool)
	for _, machine := range machines {
		names[machine.Name] = true
	}
	isTrue(t, len(names) > 0 && len(names) == len(machines), "machines with names of their own")
}

func TestFinder(t *testing.T) {
	c := begin(t)
	finder := find.NewFinder(c.vim.Client)
	datacenters, err := finder.DatacenterList(ctx, "*")
	must(t, err)

	var seen []types.ManagedObjectReference
	for _, datacenter := range datacenters {
		finder.SetDatacenter(datacenter)
		datastores, err := finder.DatastoreList(ctx, "*")
		must(t, err)
		machines, err := finder.VirtualMachineList(ctx, "*")
		must(t, err)
		isTrue(t, len(machines) > 0, "no machines in "+datacenter.Name())
		for _, datastore := range datastores {
			seen = append(seen, datastore.Reference())
			found, err := finder.Datastore(ctx, datastore.Name())
			must(t, err)
			equal(t, found.Reference(), datastore.Reference())
		}
	}

	for _, device := range c.target().target.Devices {
		isTrue(t, containsRef(seen, device.GetTargetGroupMemberInfo().TargetDatastore), "a datastore that the finder does not find")
	}
}

func TestDatastoreSummary(t *testing.T) {
	c := begin(t)
	ref := c.target().target.Devices[0].GetTargetGroupMemberInfo().TargetDatastore

	var datastore mo.Datastore
	must(t, property.DefaultCollector(c.vim.Client).RetrieveOne(ctx, ref, []string{"name", "summary"}, &datastore))

	equal(t, datastore.Summary.Name, datastore.Name)
	isTrue(t, datastore.Summary.Capacity > datastore.Summary.FreeSpace, "more free than there is")
}

// The first update of a wait is what there is already.
func TestWaitForProperty(t *testing.T) {
	c := begin(t)
	ref := c.target().target.Devices[0].GetTargetGroupMemberInfo().TargetDatastore

	var name string
	err := property.Wait(ctx, property.DefaultCollector(c.vim.Client), ref, []string{"name"}, func(changes []types.PropertyChange) bool {
		for _, change := range changes {
			name, _ = change.Val.(string)
		}
		return true
	})

	must(t, err)
	isTrue(t, name != "", "no name")
}

func containsRef(refs []types.ManagedObjectReference, ref types.ManagedObjectReference) bool {
	for _, r := range refs {
		if r == ref {
			return true
		}
	}
	return false
}

// A task in SMS is no task of vCenter, so its time is told by SMS alone; both go by the same clock.
func TestOneClock(t *testing.T) {
	c := begin(t)
	sim.freezeClock(t)
	target := c.target()
	task, err := target.provider.sync("clock", target.id())
	must(t, err)

	now, err := methods.GetCurrentTime(ctx, c.vim)

	must(t, err)
	equal(t, c.taskInfo(task).StartTime.Round(time.Millisecond).Equal(now.Round(time.Millisecond)), true)
	equal(t, c.taskInfo(task).State, string(sms.SmsTaskStateRunning))
}
