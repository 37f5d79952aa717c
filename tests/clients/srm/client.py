"""A client of Site Recovery Manager, as a script would write it with nothing but Python's standard library."""

import base64
import http.client
import json
import ssl
import time
import urllib.parse

SESSION = "x-dr-session"
TASK_TIMEOUT = 60


class ApiError(Exception):
    """What a call ended with: its HTTP status, and the error where that has one."""

    def __init__(self, status, error):
        super().__init__(f"{status} {error}")
        self.status, self.error = status, error
        self.code = error and error["error_code"]


class TaskFailed(Exception):
    """A task that did not succeed."""

    def __init__(self, task):
        super().__init__(f"{task['description']}: {task['status']} {task['error']}")
        self.task, self.code = task, task["error"]["details"]


class Srm:
    """The Site Recovery Manager of a site, and a session once logged in."""

    def __init__(self, url, ca_file, version="v2"):
        self.url, self.version, self.session = urllib.parse.urlsplit(url), version, None
        self.pairing = None
        self._tls = ssl.create_default_context(cafile=ca_file)

    def request(self, method, path, body=None, login=None, **query):
        """One request; gives the JSON of the answer, None for an empty one, or raises the error."""
        headers = {"Accept": "application/json"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        if self.session:
            headers[SESSION] = self.session
        if login:
            headers["Authorization"] = "Basic " + base64.b64encode(":".join(login).encode()).decode()
        if query:
            path += "?" + urllib.parse.urlencode(query, doseq=True)
        connection = http.client.HTTPSConnection(self.url.hostname, self.url.port, timeout=30, context=self._tls)
        try:
            connection.request(method, f"{self.url.path}/{self.version}{path}", None if body is None else json.dumps(body), headers)
            response = connection.getresponse()
            content = response.read()
        finally:
            connection.close()
        answer = json.loads(content) if content else None
        if response.status >= 400:
            raise ApiError(response.status, answer)
        return answer

    def get(self, path, **query):
        return self.request("GET", path, **query)

    def post(self, path, body=None):
        return self.request("POST", path, body)

    def list(self, path, **query):
        """All pages of a list."""
        page = self.get(path, **query)
        found = page["list"]
        while page["_meta"]["links"]["next"]:
            href = urllib.parse.urlsplit(page["_meta"]["links"]["next"]["href"])
            page = self.get(f"{href.path.removeprefix(f'{self.url.path}/{self.version}')}?{href.query}")
            found += page["list"]
        return found

    def login(self, user, password):
        """Opens a session, and finds the only pairing."""
        self.session = self.request("POST", "/session", login=(user, password))["session_id"]
        (pairing,) = self.list("/pairings")
        self.pairing = f"/pairings/{pairing['pairing_id']}"
        return pairing

    def login_remote(self, user, password):
        """Makes the session good for the other site too."""
        self.request("POST", f"{self.pairing}/remote-session", login=(user, password))

    @property
    def groups(self):
        return f"{self.pairing}/protection-management/groups"

    @property
    def plans(self):
        return f"{self.pairing}/recovery-management/plans"

    def named(self, path, name):
        """The one of a list that has a name."""
        (found,) = [item for item in self.list(path, filter_property="Name", filter=name) if item["name"] == name]
        return found

    def task(self, task_id):
        return self.get(f"/tasks/{task_id}")

    def wait(self, task, meanwhile=lambda: None, timeout=TASK_TIMEOUT):
        """Polls a task until its progress is 100, as clients do; gives it, or raises when it did not succeed."""
        deadline = time.monotonic() + timeout
        while task["progress"] != 100:
            if time.monotonic() > deadline:
                raise TimeoutError(f"{task['id']} is still at {task['progress']} % after {timeout} s")
            meanwhile()
            time.sleep(0.02)
            task = self.task(task["id"])
        meanwhile()
        if task["status"] != "SUCCESS":
            raise TaskFailed(task)
        return task

    def run(self, method, path, body=None, meanwhile=lambda: None):
        """Does what starts a task, waits for its end, and gives its result."""
        return self.wait(self.request(method, path, body), meanwhile)["result"]
