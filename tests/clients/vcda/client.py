"""A client of the replication service of clouds, as a script would write it with nothing but Python's standard library."""

import http.client
import json
import ssl
import time
import urllib.parse

SESSION = "X-VCAV-Auth"
TASK_TIMEOUT = 60


class ApiError(Exception):
    """What a call ended with: the error as it came, and its HTTP status."""

    def __init__(self, status, error):
        super().__init__(f"{status} {error.get('code')}: {error.get('msg')}")
        self.status, self.error, self.code = status, error, error.get("code")


class TaskFailed(Exception):
    """A task that did not succeed."""

    def __init__(self, task):
        super().__init__(f"{task['workflowInfo']['type']} at {task['progress']} %: {task['error']}")
        self.task, self.code = task, task["error"]["code"]


class Service:
    """The replication service of a site, and a session once logged in."""

    def __init__(self, url, ca_file, accept="application/vnd.vmware.h4-v4.5+json;charset=UTF-8"):
        self.url, self.accept, self.session = urllib.parse.urlsplit(url), accept, None
        self.status, self.headers = None, None
        self._tls = ssl.create_default_context(cafile=ca_file)

    def request(self, method, path, body=None, headers=None, **query):
        """One request; gives the JSON of the answer, None for an empty one, or raises the error."""
        all_headers = {"Accept": self.accept, "Content-Type": "application/json", **(headers or {})}
        if self.session:
            all_headers[SESSION] = self.session
        if query:
            path += "?" + urllib.parse.urlencode(query)
        connection = http.client.HTTPSConnection(self.url.hostname, self.url.port, timeout=30, context=self._tls)
        try:
            connection.request(method, path, None if body is None else json.dumps(body), all_headers)
            response = connection.getresponse()
            content = response.read()
        finally:
            connection.close()
        self.status, self.headers = response.status, response.getheaders()
        answer = json.loads(content) if content else None
        if response.status >= 400:
            raise ApiError(response.status, answer)
        return answer

    def get(self, path, **query):
        return self.request("GET", path, **query)

    def post(self, path, body=None, **query):
        return self.request("POST", path, body, **query)

    def login(self, **credentials):
        """Opens a session; the header's name is compared by its case, as scripts that grep for it do."""
        details = self.post("/sessions", credentials)
        self.session = dict(self.headers)[SESSION]
        return details

    def extend(self, **credentials):
        return self.post("/sessions/extend", credentials)

    def task(self, task_id):
        return self.get(f"/tasks/{task_id}")

    def wait(self, task, timeout=TASK_TIMEOUT, failing=False):
        """Polls a task until it has ended; gives it, or raises when it failed and was not to."""
        deadline = time.monotonic() + timeout
        while task["state"] == "RUNNING":
            if time.monotonic() > deadline:
                raise TimeoutError(f"{task['id']} is still at {task['progress']} % after {timeout} s")
            time.sleep(0.02)
            task = self.task(task["id"])
        if task["state"] != "SUCCEEDED" and not failing:
            raise TaskFailed(task)
        return task

    def run(self, method, path, body=None, **query):
        """Does what starts a task, waits for its end, and gives its result."""
        return self.wait(self.request(method, path, body, **query))["result"]
