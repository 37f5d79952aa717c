"""What a monitoring tool reads: the alarms of each provider, in pages, and what makes them come and go."""

from pyVmomi import sms, vmodl

from case import SimTestCase

Filter = sms.provider.AlarmFilter


class AlarmTest(SimTestCase):
    def alarms(self, provider, **fields):
        """All active alarms of a provider, page by page."""
        marker, found = None, []
        while True:
            result = provider.QueryActiveAlarm(Filter(pageMarker=marker, **fields))
            found += (result and result.storageAlarm) or []
            marker = result and result.pageMarker
            if not marker:
                return found

    def all_alarms(self):
        return [(provider, alarm) for provider in self.sms.active_providers() for alarm in self.alarms(provider)]

    def test_only_what_is_wrong_is_told(self):
        alarms = self.all_alarms()

        self.assertTrue(alarms)
        for _, alarm in alarms:
            self.assertIn(alarm.status, ("Yellow", "Red"))
            self.assertTrue(alarm.messageId)
            self.assertTrue(alarm.objectType)

    def test_pages_hold_each_alarm_once_in_order(self):
        longest = max((self.alarms(provider) for provider in self.sms.active_providers()), key=len)

        ids = [alarm.alarmId for alarm in longest]

        self.assertGreater(len(ids), 100)
        self.assertEqual(ids, sorted(set(ids)))

    def test_filters_hold_together(self):
        provider, some = next((p, a) for p, a in self.all_alarms() if a.status == "Red")

        found = self.alarms(provider, alarmStatus="Red", alarmType=some.alarmType, entityType=some.objectType)

        self.assertIn(some.alarmId, [alarm.alarmId for alarm in found])
        for alarm in found:
            self.assertEqual((alarm.status, alarm.alarmType, alarm.objectType), ("Red", some.alarmType, some.objectType))
        with self.assertRaises(vmodl.fault.InvalidArgument):
            provider.QueryActiveAlarm(Filter(alarmStatus="Purple"))

    def test_a_group_that_was_never_copied_raises_an_alarm_until_it_is(self):
        def never_copied():
            return {alarm.alarmObject.deviceGroupId.id for _, alarm in self.all_alarms()
                    if alarm.alarmType == "ReplicationAlarm"}

        before = never_copied()
        self.assertTrue(before)
        [group] = [g for g in self.groups("SOURCE") if g.id.deviceGroupId.id in before]
        target = next(g for g in self.groups("TARGET") if g.source_id.deviceGroupId.id == group.id.deviceGroupId.id)

        self.run_one(target.provider.SyncReplicationGroup_Task([target.id], "first-copy"))

        self.assertNotIn(group.id.deviceGroupId.id, never_copied())
