"""Starts the simulator for a test run, and drives it through its control port."""

import atexit
import json
import os
import queue
import subprocess
import threading
import time
import urllib.request
from urllib.parse import urljoin

READY_TIMEOUT = 60
FAST = 20
PASSWORD = "VasaSim!1"


class Simulator:
    """A running simulator: where it answers, and what a tester may do to its world."""

    def __init__(self, *options):
        command = ["dotnet", os.environ["VASASIM_DLL"], "start", "--port", "0", "--control-port", "0", "--vcda-port", "0", "--srm-port", "0", "--data", ":memory:"]
        self._log = []
        self._process = subprocess.Popen(
            command + list(options), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={name: value for name, value in os.environ.items() if not name.startswith("VASASIM_")})
        atexit.register(self.stop)
        lines = queue.Queue()
        threading.Thread(target=self._read, args=(self._process.stdout, lines.put), daemon=True).start()
        threading.Thread(target=self._read, args=(self._process.stderr, self._log.append), daemon=True).start()
        ready = self._wait_until_ready(lines)
        self.sms_url, self.control_url = ready["sms"], ready["control"]
        self.vim_url = urljoin(self.sms_url, "/sdk")
        self.vcda_url = ready.get("vcda")
        self.srm_url, self.srm_peer_url = ready.get("srm"), ready.get("srm-peer")
        self.ca_file = ready["ca"]

    @property
    def log(self):
        return "".join(self._log)

    def stop(self):
        """Ends the program in good order; gives its exit code."""
        atexit.unregister(self.stop)
        if self._process.poll() is None:
            self._process.terminate()
        try:
            return self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            raise

    def control(self, method, path, body=None):
        """One call of the control API; gives the JSON it answers."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            self.control_url + path, data, {"Content-Type": "application/json"}, method=method)
        with urllib.request.urlopen(request, timeout=30) as response:
            return json.load(response)

    def reset(self):
        """The world is as at the start again. Its clock goes on as it was set, so that is set too."""
        self.control("POST", "/_sim/v1/state/reset")
        self.run_clock(FAST)

    def set_link(self, a, b, up):
        """Cuts or mends the link between two fault domains, or two clouds."""
        self.control("PATCH", f"/_sim/v1/links/{a}/{b}", {"up": up})

    def freeze_clock(self):
        self.control("POST", "/_sim/v1/clock/freeze")

    def run_clock(self, scale):
        """Lets simulated time pass `scale` times as fast as real time."""
        self.control("POST", "/_sim/v1/clock/resume", {"scale": scale})

    def advance_clock(self, by):
        """Moves the clock on at once, such as by "90s"; what is due then has happened."""
        self.control("POST", "/_sim/v1/clock/advance", {"by": by})

    @staticmethod
    def _read(stream, put):
        for line in stream:
            put(line)

    def _wait_until_ready(self, lines):
        deadline = time.monotonic() + READY_TIMEOUT
        while time.monotonic() < deadline and (self._process.poll() is None or not lines.empty()):
            try:
                words = lines.get(timeout=0.1).split()
            except queue.Empty:
                continue
            if words[:2] == ["VASASIM", "READY"]:
                return dict(word.split("=", 1) for word in words[2:])
        self.stop()
        raise RuntimeError(f"The simulator did not get ready:\n{self.log}")


_shared = []


def shared():
    """The simulator of this test run. Its clock runs fast, so that a failover of 2 s takes 0.1 s."""
    if not _shared:
        _shared.append(Simulator("--clock", f"x{FAST}"))
    return _shared[0]


def stop_shared():
    """Ends the simulator of this run; whether it ended in good order."""
    code = _shared.pop().stop() if _shared else 0
    if code != 0:
        print(f"The simulator ended with exit code {code}.")
    return code == 0
