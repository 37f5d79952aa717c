"""Measures reads of cloud replications, one after the other over one TLS connection, beside few and many of them."""

import http.client
import json
import os
import pathlib
import ssl
import sys
import tempfile
import time

sys.path[:0] = [str(pathlib.Path(__file__).parents[1] / "clients"), str(pathlib.Path(__file__).parents[1] / "clients/vcda")]
import sim  # noqa: E402
from client import SESSION, Service  # noqa: E402

COUNTS = (10, 10_000)
WARMUP, READS = 300, 2000

LAB = """
version: 1
startTime: 2025-01-15T12:00:00Z
sites: {{ A: , B: }}
clouds:
  cloud-a:
    site: A
    orgs:
      orgA:
        vdcs: [ {{ name: vdc-a1 }} ]
        vapps: [ {{ template: {{ count: {count}, name: "bulk-{{n:00000}}", vms: [ {{ name: "vm-{{n:00000}}", disks: [1GiB], changeRate: 10KB/s }} ] }} }} ]
  cloud-b: {{ site: B, orgs: {{ orgB: {{ vdcs: [ {{ name: vdc-b1 }} ] }} }} }}
links: [ {{ from: cloud-a, to: cloud-b, bandwidth: 1GB/s, lag: 1s }} ]
replications:
  - template: {{ count: {count}, vm: "cloud-a/orgA/bulk-{{n:00000}}/vm-{{n:00000}}", to: {{ site: cloud-b, vdc: vdc-b1 }}, rpo: 5m,
                retention: [ {{ instances: 3, distance: 60m }} ] }}
"""


def seconds(work):
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def measure(count):
    """The figures beside so many replications: a name and a text for each."""
    figures = {}
    with tempfile.TemporaryDirectory() as place:
        lab = os.path.join(place, "lab.yaml")
        with open(lab, "w") as file:
            file.write(LAB.format(count=count))
        began = time.perf_counter()
        simulator = sim.Simulator("--lab", lab, "--clock", "frozen")
        figures["start of the program"] = f"{time.perf_counter() - began:.2f} s"
    service = Service(simulator.vcda_url, simulator.ca_file)
    service.login(type="vcdCredentials", vcdUser="administrator@System", vcdPassword=sim.PASSWORD)
    figures["six hours by the clock"] = f"{1000 * seconds(lambda: simulator.advance_clock('6h')):.0f} ms"
    connection = http.client.HTTPSConnection(
        service.url.hostname, service.url.port, context=ssl.create_default_context(cafile=simulator.ca_file))

    def get(path):
        connection.request("GET", path, headers={SESSION: service.session})
        response = connection.getresponse()
        content = response.read()
        assert response.status == 200, content
        return content

    first = "/vm-replications?limit=10"
    one = f"/vm-replications/{json.loads(get(first))['items'][0]['id']}"
    for name, path in (
            ("first page of ten", first), ("last page of ten", f"{first}&offset={count - 10}"), ("one replication", one),
            ("its instances", f"{one}/instances"), ("page of ten vApps", "/vapp-replications?limit=10")):
        for _ in range(WARMUP):
            get(path)
        times = sorted(seconds(lambda: get(path)) for _ in range(READS))
        figures[name] = f"{1e6 * times[READS // 2]:.0f} µs"
    figures["the link goes down"] = f"{1000 * seconds(lambda: simulator.set_link('cloud-a', 'cloud-b', False)):.0f} ms"
    figures["the link is up again"] = f"{1000 * seconds(lambda: simulator.set_link('cloud-a', 'cloud-b', True)):.0f} ms"
    simulator.stop()
    return figures


def main():
    columns = [measure(count) for count in COUNTS]
    print(f"{'(medians)':<28}" + "".join(f"{count:>12}" for count in COUNTS))
    for name in columns[0]:
        print(f"{name:<28}" + "".join(f"{column[name]:>12}" for column in columns))


if __name__ == "__main__":
    main()
