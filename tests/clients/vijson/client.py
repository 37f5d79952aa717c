"""A client of VI JSON, as a script would write it with nothing but Python's standard library."""

import json
import ssl
import time
import urllib.error
import urllib.request
from urllib.parse import quote, urljoin

SESSION = "vmware-api-session-id"
TASK_TIMEOUT = 30


class Fault(Exception):
    """What a call ended with: the fault as it came, and its HTTP status."""

    def __init__(self, status, fault):
        super().__init__(f"{status} {fault.get('_typeName')}: {fault.get('faultstring')}")
        self.status, self.fault = status, fault
        self.type = fault.get("_typeName")


class VCenter:
    """A vCenter by its release, and a session once logged in."""

    def __init__(self, url, ca_file, release="8.0.3.0"):
        self.url, self.release, self.session = url, release, None
        self.status, self.headers = None, None
        self._tls = ssl.create_default_context(cafile=ca_file)

    def request(self, method, path, body=None, headers=()):
        """One request; gives the JSON of the answer, None for an empty one, or raises the fault."""
        data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        request = urllib.request.Request(urljoin(self.url, path), data, dict(headers), method=method)
        if self.session:
            request.add_header(SESSION, self.session)
        try:
            with urllib.request.urlopen(request, timeout=30, context=self._tls) as response:
                return self._answer(response)
        except urllib.error.HTTPError as failure:
            answer = self._answer(failure)
            if not isinstance(answer, dict):
                raise
            raise Fault(failure.code, answer) from None

    def _answer(self, response):
        content = response.read()
        self.status, self.headers = response.status, response.headers
        if not content:
            return None
        assert response.headers["Content-Type"] == "application/json", response.headers["Content-Type"]
        return json.loads(content)

    def call(self, service, kind, mo_id, method, arguments=None):
        """Calls a method of an object; without arguments the body is empty."""
        body = b"" if arguments is None else arguments
        return self.request("POST", f"/sdk/vim25/{self.release}/{service}{kind}/{quote(mo_id)}/{method}", body)

    def vim(self, kind, mo_id, method, **arguments):
        return self.call("", kind, mo_id, method, arguments or None)

    def sms(self, reference, method, **arguments):
        return self.call("sms/", reference["type"], reference["value"], method, arguments or None)

    def get(self, kind, mo_id, name):
        """Reads a property."""
        return self.request("GET", f"/sdk/vim25/{self.release}/{kind}/{quote(mo_id)}/{name}")

    def login(self, user, password):
        session = self.vim("SessionManager", "SessionManager", "Login", userName=user, password=password)
        self.session = self.headers[SESSION]
        return session

    def wait(self, task, timeout=TASK_TIMEOUT):
        """Polls a task until it has ended; gives its information."""
        deadline = time.monotonic() + timeout
        while (info := self.sms(task, "QuerySmsTaskInfo"))["state"] not in ("success", "error"):
            if time.monotonic() > deadline:
                raise TimeoutError(f"{info['key']} is still {info['state']} after {timeout} s")
            time.sleep(0.05)
        return info


def ref(kind, value):
    return {"_typeName": "ManagedObjectReference", "type": kind, "value": value}


def group_id(domain, device_group):
    return {"faultDomainId": {"id": domain}, "deviceGroupId": {"id": device_group}}


def key(group):
    return group["faultDomainId"]["id"], group["deviceGroupId"]["id"]
