package clients

import (
	"crypto/x509"
	"encoding/pem"
	"strings"
	"testing"
	"time"

	"github.com/vmware/govmomi/sms/methods"
	sms "github.com/vmware/govmomi/sms/types"
	"github.com/vmware/govmomi/vim25/types"
)

// Providers come and go: registration, certificates, a standby that takes over.

// endpoint is what answers at a provider's URL, as the simulator tells it.
type endpoint struct {
	ID          string `json:"id"`
	URL         string `json:"url"`
	Provider    string `json:"provider"`
	Reachable   bool   `json:"reachable"`
	UserName    string `json:"userName"`
	CaFaultCode *int32 `json:"caFaultCode"`
	Certificate struct {
		Host      string    `json:"host"`
		Issuer    string    `json:"issuer"`
		NotBefore time.Time `json:"notBefore"`
		NotAfter  time.Time `json:"notAfter"`
		Malformed bool      `json:"malformed"`
		Pem       string    `json:"pem"`
	} `json:"certificate"`
}

// fits says whether the certificate can be used for the URL now.
func (e *endpoint) fits() bool {
	c := e.Certificate
	return !c.Malformed && strings.Contains(e.URL, c.Host) && c.NotBefore.Before(time.Now()) && time.Now().Before(c.NotAfter)
}

// endpointWhere is one that fits a test.
func endpointWhere(t *testing.T, where func(*endpoint) bool) *endpoint {
	t.Helper()
	found := endpointsWhere(t, where)
	isTrue(t, len(found) > 0, "the server has no endpoint that fits this test")
	return found[0]
}

func endpointsWhere(t *testing.T, where func(*endpoint) bool) []*endpoint {
	t.Helper()
	var list struct {
		Endpoints []*endpoint `json:"endpoints"`
	}
	sim.get(t, "/_sim/v1/endpoints", &list)
	var found []*endpoint
	for _, e := range list.Endpoints {
		if where(e) {
			found = append(found, e)
		}
	}
	return found
}

func unregistered(e *endpoint) bool { return e.Provider == "" }

// goodEndpoint is one that can be registered once its certificate is trusted.
func goodEndpoint(t *testing.T) *endpoint {
	t.Helper()
	return endpointWhere(t, func(e *endpoint) bool {
		return unregistered(e) && e.Reachable && e.fits() && e.Certificate.Issuer == "self" && e.CaFaultCode == nil
	})
}

func (p *provider) endpoint() *endpoint {
	p.c.Helper()
	return endpointWhere(p.c.T, func(e *endpoint) bool { return e.Provider == p.ref.Value })
}

func change(t *testing.T, e *endpoint, changes map[string]interface{}) {
	t.Helper()
	sim.control(t, "PATCH", "/_sim/v1/endpoints/"+e.ID, changes)
}

func spec(e *endpoint, certificate string) *sms.VasaProviderSpec {
	return &sms.VasaProviderSpec{
		SmsProviderSpec: sms.SmsProviderSpec{Name: "by Go", Description: "a test"},
		Username:        e.UserName, Password: password, Url: e.URL, Certificate: certificate,
	}
}

func (c *client) register(s *sms.VasaProviderSpec) *sms.SmsTaskInfo {
	c.Helper()
	response, err := methods.RegisterProvider_Task(ctx, c.sms, &sms.RegisterProvider_Task{This: c.manager, ProviderSpec: s})
	must(c.T, err)
	return c.task(response.Returnval)
}

// registered registers as clients do: without a certificate, and again with the one that the fault has.
func (c *client) registered(e *endpoint) *provider {
	c.Helper()
	fault := taskFault[*sms.CertificateNotTrusted](c.T, c.register(spec(e, "")))
	info := c.register(spec(e, fault.Certificate))
	if info.Error != nil {
		c.Fatalf("the task failed: %s", info.Error.LocalizedMessage)
	}
	ref := as[types.ManagedObjectReference](c.T, info.Result)
	equal(c.T, ref.Type, "VasaProvider")
	return (&provider{c: c, ref: ref}).refreshed()
}

func (p *provider) refreshed() *provider {
	p.c.Helper()
	info, err := methods.QueryProviderInfo(ctx, p.c.sms, &sms.QueryProviderInfo{This: p.ref})
	must(p.c.T, err)
	return &provider{p.c, p.ref, as[*sms.VasaProviderInfo](p.c.T, info.Returnval)}
}

func (c *client) unregister(uid string) *sms.SmsTaskInfo {
	c.Helper()
	response, err := methods.UnregisterProvider_Task(ctx, c.sms, &sms.UnregisterProvider_Task{This: c.manager, ProviderId: uid})
	must(c.T, err)
	return c.task(response.Returnval)
}

func (c *client) providerWhere(where func(*sms.VasaProviderInfo) bool) *provider {
	c.Helper()
	for _, p := range c.providers() {
		if where(p.info) {
			return p
		}
	}
	c.Fatal("the server has no provider that fits this test")
	return nil
}

func online(info *sms.VasaProviderInfo) bool {
	return info.Status == "online" && info.Category == "external" && info.FailoverGroupId == ""
}

// taskFault is what a task failed with.
func taskFault[F interface{}](t *testing.T, info *sms.SmsTaskInfo) F {
	t.Helper()
	if info.Error == nil {
		t.Fatalf("the task ended with %s", info.State)
	}
	return faultIn[F](t, []types.LocalizedMethodFault{*info.Error})
}

func succeeded(t *testing.T, info *sms.SmsTaskInfo) {
	t.Helper()
	if info.Error != nil {
		t.Fatalf("the task failed: %s", info.Error.LocalizedMessage)
	}
	isTrue(t, info.Result == nil, "a task without a result has one")
}

// certificate is what Go reads in a PEM.
func certificate(t *testing.T, text string) *x509.Certificate {
	t.Helper()
	block, _ := pem.Decode([]byte(text))
	isTrue(t, block != nil, "no PEM")
	read, err := x509.ParseCertificate(block.Bytes)
	must(t, err)
	return read
}

func TestLifeOfAProvider(t *testing.T) {
	c := begin(t)
	before := len(c.providers())

	p := c.registered(goodEndpoint(t))

	equal(t, []string{p.info.Status, p.info.Name, p.info.Description}, []string{"online", "by Go", "a test"})
	equal(t, len(c.providers()), before+1)
	isTrue(t, len(c.arrays(p.info.Uid)) > 0, "a new provider without arrays")
	issued := certificate(t, p.info.Certificate)
	equal(t, issued.Issuer.CommonName, "CA")
	equal(t, p.info.CertificateStatus, "valid")
	must(t, issued.VerifyHostname(strings.Split(strings.TrimPrefix(p.info.Url, "https://"), ":")[0]))

	taskFault[*types.AlreadyExists](t, c.register(spec(p.endpoint(), "")))
	succeeded(t, c.unregister(p.info.Uid))

	equal(t, len(c.providers()), before)
	_, err := methods.QueryProviderInfo(ctx, c.sms, &sms.QueryProviderInfo{This: p.ref})
	faultOf[types.ManagedObjectNotFound](t, err)
}

func TestRegistrationsWithWrongCertificates(t *testing.T) {
	c := begin(t)
	wrong := endpointsWhere(t, func(e *endpoint) bool { return unregistered(e) && e.Reachable && !e.fits() })
	isTrue(t, len(wrong) >= 4, "too few wrong certificates")

	for _, e := range wrong {
		fault := taskFault[*sms.InvalidCertificate](t, c.register(spec(e, e.Certificate.Pem)))
		equal(t, fault.Certificate, e.Certificate.Pem)
	}
}

func TestRegistrationsThatFail(t *testing.T) {
	c := begin(t)
	good := goodEndpoint(t)

	silent := endpointWhere(t, func(e *endpoint) bool { return unregistered(e) && !e.Reachable })
	fault := taskFault[*sms.ProviderRegistrationFault](t, c.register(spec(silent, "")))
	as[*sms.ProviderConnectionFailed](t, fault.FaultCause.Fault)

	own := endpointWhere(t, func(e *endpoint) bool { return unregistered(e) && e.Certificate.Issuer == "own" })
	taskFault[*sms.CertificateNotImported](t, c.register(spec(own, own.Certificate.Pem)))

	refused := endpointWhere(t, func(e *endpoint) bool { return e.CaFaultCode != nil })
	equal(t, taskFault[*sms.CertificateAuthorityFault](t, c.register(spec(refused, refused.Certificate.Pem))).FaultCode, *refused.CaFaultCode)

	stranger := spec(good, good.Certificate.Pem)
	stranger.Password = "wrong"
	taskFault[*sms.IncorrectUsernamePassword](t, c.register(stranger))

	nowhere := spec(good, "")
	nowhere.Url = "ftp:/x"
	equal(t, taskFault[*sms.InvalidUrl](t, c.register(nowhere)).Url, "ftp:/x")

	nameless := spec(good, "")
	nameless.Name = strings.Repeat("n", 276)
	_, err := methods.RegisterProvider_Task(ctx, c.sms, &sms.RegisterProvider_Task{This: c.manager, ProviderSpec: nameless})
	equal(t, faultOf[types.InvalidArgument](t, err).InvalidProperty, "providerSpec.name")
}

func TestUnregistrationsThatFail(t *testing.T) {
	c := begin(t)

	_, err := methods.UnregisterProvider_Task(ctx, c.sms, &sms.UnregisterProvider_Task{This: c.manager, ProviderId: "none"})
	faultOf[types.NotFound](t, err)
	for _, where := range []func(*sms.VasaProviderInfo) bool{
		func(info *sms.VasaProviderInfo) bool { return info.Status == "offline" },
		func(info *sms.VasaProviderInfo) bool { return info.Category == "internal" },
	} {
		taskFault[*sms.ProviderUnregistrationFault](t, c.unregister(c.providerWhere(where).info.Uid))
	}
}

func TestSyncsOfProviders(t *testing.T) {
	c := begin(t)
	p := c.providerWhere(online)
	sync := func(array string) (*sms.VasaProviderSync_TaskResponse, error) {
		return methods.VasaProviderSync_Task(ctx, c.sms, &sms.VasaProviderSync_Task{This: p.ref, ArrayId: array})
	}

	_, err := sync("none")
	faultOf[types.InvalidArgument](t, err)
	response, err := sync("")
	must(t, err)
	succeeded(t, c.task(response.Returnval))
	isTrue(t, p.refreshed().info.LastSyncTime > p.info.LastSyncTime, "the sync left no trace")

	change(t, p.endpoint(), map[string]interface{}{"failSync": true})
	response, err = sync("")
	must(t, err)
	taskFault[*sms.ProviderSyncFailed](t, c.task(response.Returnval))
	equal(t, p.refreshed().info.Status, "syncError")

	sim.freezeClock(t)
	_, err = sync("")
	must(t, err)
	_, err = sync("")
	faultOf[sms.SyncInProgress](t, err)
}

func TestCertificatesRunOut(t *testing.T) {
	c := begin(t)
	p := c.providerWhere(func(info *sms.VasaProviderInfo) bool { return info.CertificateStatus == "expirySoftLimitReached" })
	sim.freezeClock(t)

	sim.advanceClock(t, "100d")
	equal(t, p.refreshed().info.CertificateStatus, "expiryHardLimitReached")
	sim.advanceClock(t, "30d")

	gone := p.refreshed().info
	equal(t, []string{gone.Status, gone.CertificateStatus}, []string{"disconnected", "expired"})
	equal(t, as[*sms.InvalidCertificate](t, gone.StatusFault.Fault).Certificate, p.info.Certificate)
	sim.runClock(t, fast)
	response, err := methods.VasaProviderReconnect_Task(ctx, c.sms, &sms.VasaProviderReconnect_Task{This: p.ref})
	must(t, err)
	taskFault[*sms.InvalidCertificate](t, c.task(response.Returnval))

	succeeded(t, c.unregister(gone.Uid))
	e := endpointWhere(t, func(e *endpoint) bool { return e.ID == p.ref.Value })
	change(t, e, map[string]interface{}{"certificate": map[string]string{}})
	equal(t, c.registered(e).info.Status, "online")
}

func TestCertificatesAreRefreshedAndRevoked(t *testing.T) {
	c := begin(t)
	p := c.providerWhere(online)

	refresh, err := methods.VasaProviderRefreshCertificate_Task(ctx, c.sms, &sms.VasaProviderRefreshCertificate_Task{This: p.ref})
	must(t, err)
	succeeded(t, c.task(refresh.Returnval))
	old, fresh := certificate(t, p.info.Certificate), certificate(t, p.refreshed().info.Certificate)
	isTrue(t, fresh.NotAfter.After(old.NotAfter), "the certificate is not newer")

	revoke, err := methods.VasaProviderRevokeCertificate_Task(ctx, c.sms, &sms.VasaProviderRevokeCertificate_Task{This: p.ref})
	must(t, err)
	succeeded(t, c.task(revoke.Returnval))
	for _, other := range c.providers() {
		isTrue(t, other.ref != p.ref, "a revoked provider is still registered")
	}
}

func TestRootsAndRevocationLists(t *testing.T) {
	c := begin(t)
	var well, ill []string
	for _, p := range c.providers() {
		if p.info.Status == "online" {
			well = append(well, p.info.Uid)
		} else {
			ill = append(ill, p.info.Uid)
		}
	}
	refresh := func(uids ...string) (*sms.SmsRefreshCACertificatesAndCRLs_TaskResponse, error) {
		return methods.SmsRefreshCACertificatesAndCRLs_Task(
			ctx, c.sms, &sms.SmsRefreshCACertificatesAndCRLs_Task{This: c.manager, ProviderId: uids})
	}

	response, err := refresh(well...)
	must(t, err)
	succeeded(t, c.task(response.Returnval))
	response, err = refresh()
	must(t, err)
	equal(t, taskFault[*sms.CertificateRefreshFailed](t, c.task(response.Returnval)).ProviderId, ill)
	_, err = refresh(append(well, "none")...)
	faultOf[types.NotFound](t, err)
}

func TestStandbyTakesOver(t *testing.T) {
	c := begin(t)
	active := c.providerWhere(func(info *sms.VasaProviderInfo) bool { return info.FailoverGroupId != "" && info.Priority > 100 })
	standby := c.providerWhere(func(info *sms.VasaProviderInfo) bool {
		return info.FailoverGroupId == active.info.FailoverGroupId && info.Uid != active.info.Uid
	})
	groups, err := active.queryGroups()
	must(t, err)
	_, err = standby.queryGroups()
	equal(t, faultOf[sms.InactiveProvider](t, err).Mapping[0].ActiveProvider, active.ref)
	e := active.endpoint()

	sim.freezeClock(t)
	change(t, e, map[string]interface{}{"reachable": false})
	_, err = active.queryGroups()
	faultOf[sms.ProviderUnavailable](t, err)
	sim.advanceClock(t, "1m")

	equal(t, active.refreshed().info.Status, "offline")
	taken, err := standby.queryGroups()
	must(t, err)
	equal(t, len(taken), len(groups))

	change(t, e, map[string]interface{}{"reachable": true})
	sim.advanceClock(t, "1m")
	_, err = standby.queryGroups()
	faultOf[sms.InactiveProvider](t, err)
}
