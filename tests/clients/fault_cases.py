"""The catalogue of faults: faults.json, which a test of the server keeps true to what it answers."""

import functools
import json
import pathlib

import sim

START = "2025-01-15T12:00:00Z"  # When the values in the catalogue were taken.


@functools.cache
def table():
    return json.loads((pathlib.Path(__file__).parent / "faults.json").read_text())


def cases(*shapes):
    return [case for case in table()["cases"] if case["shape"] in shapes]


def call(case):
    """The object and the arguments of a case's call, as VI JSON has them."""
    return table()["calls"][case["operation"]]


def simulator():
    """A simulator on whose frozen clock tasks end with the call that starts them: the same calls get the same answers."""
    return sim.Simulator("--clock", "frozen", "--start-time", START, "--tasks", "instant")


def put_rules(simulator, *rules):
    """A world as at the start, in which just these rules are in force."""
    simulator.control("POST", "/_sim/v1/state/reset")
    simulator.control("PUT", "/_sim/v1/rules", {"version": 1, "rules": list(rules)})
