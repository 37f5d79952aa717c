package clients

import (
	"testing"

	"github.com/vmware/govmomi/sms/methods"
	sms "github.com/vmware/govmomi/sms/types"
	"github.com/vmware/govmomi/vim25/types"
)

// What a monitoring tool reads: the alarms of each provider, in pages, and what makes them come and go.

// alarms reads all active alarms of a provider that fit a filter, page by page.
func (p *provider) alarms(filter sms.AlarmFilter) []sms.StorageAlarm {
	p.c.Helper()
	var all []sms.StorageAlarm
	for {
		response, err := methods.QueryActiveAlarm(ctx, p.c.sms, &sms.QueryActiveAlarm{This: p.ref, AlarmFilter: &filter})
		must(p.c.T, err)
		if response.Returnval == nil {
			return all
		}
		all = append(all, response.Returnval.StorageAlarm...)
		if filter.PageMarker = response.Returnval.PageMarker; filter.PageMarker == "" {
			return all
		}
	}
}

// alarming gives the providers that answer and have alarms.
func (c *client) alarming() []*provider {
	c.Helper()
	var found []*provider
	for _, p := range c.providers() {
		if _, err := methods.QueryActiveAlarm(ctx, c.sms, &sms.QueryActiveAlarm{This: p.ref}); err == nil &&
			len(p.alarms(sms.AlarmFilter{})) > 0 {
			found = append(found, p)
		}
	}
	isTrue(c.T, len(found) > 0, "no provider has alarms")
	return found
}

func TestAlarmsInPages(t *testing.T) {
	c := begin(t)
	var most int

	for _, p := range c.alarming() {
		var last int64
		alarms := p.alarms(sms.AlarmFilter{})
		for _, alarm := range alarms {
			isTrue(t, alarm.AlarmId > last, "alarms out of order")
			isTrue(t, alarm.Status == "Yellow" || alarm.Status == "Red", "an alarm that is none: "+alarm.Status)
			last = alarm.AlarmId
		}
		if len(alarms) > most {
			most = len(alarms)
		}
	}

	isTrue(t, most > 100, "no provider has more alarms than one page holds")
}

func TestAlarmOfAGroupThatWasNeverCopied(t *testing.T) {
	c := begin(t)
	filter := sms.AlarmFilter{AlarmType: string(sms.AlarmTypeReplicationAlarm)}
	for _, p := range c.alarming() {
		for _, alarm := range p.alarms(filter) {
			id := as[types.ReplicationGroupId](t, alarm.AlarmObject)
			for _, target := range c.groups() {
				if target.target == nil || target.sourceID() != id {
					continue
				}
				c.results(target.provider.sync("first-copy", target.id()))
				for _, other := range p.alarms(filter) {
					isTrue(t, other.AlarmId != alarm.AlarmId, "the alarm did not clear")
				}
				return
			}
		}
	}
	t.Fatal("the server has no alarm of a group that was never copied")
}
