"""Somebody who watches replication groups over SMS, with the JSON client of the neighbouring suite."""

import importlib.util
import pathlib

_path = pathlib.Path(__file__).resolve().parent.parent / "vijson" / "client.py"
_spec = importlib.util.spec_from_file_location("vijson_client", _path)
vijson = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(vijson)

STORAGE_MANAGER = vijson.ref("SmsStorageManager", "storageManager")


class Watcher:
    """Asks all active providers for the state of some groups, and keeps each state that a group has shown."""

    def __init__(self, url, ca_file, user, password, groups):
        self._vcenter = vijson.VCenter(url, ca_file)
        self._vcenter.login(user, password)
        self.states = {group: [] for group in groups}

    def look(self):
        for _, group, state in self._groups():
            seen = self.states.get(vijson.key(group))
            if seen is not None and seen[-1:] != [state]:
                seen.append(state)

    def end_tests(self):
        """Ends the tests that others left."""
        for provider, group, state in self._groups():
            if state == "INTEST":
                self._vcenter.wait(self._vcenter.sms(provider, "TestFailoverReplicationGroupStop_Task", groupId=[group], force=True))

    def _groups(self):
        """Each group that a provider tells of, with the provider and the group's state."""
        for provider in self._vcenter.sms(STORAGE_MANAGER, "QueryProvider"):
            try:
                answers = self._vcenter.sms(provider, "QueryReplicationGroup")
            except vijson.Fault:
                continue  # It is not the active one, or does not answer.
            for answer in answers or []:
                yield provider, answer["groupId"], answer["rgInfo"]["state"]
