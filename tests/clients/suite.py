"""Runs a suite, that is the directory it is started in, or the modules named; ends with the line that tests/run.sh counts."""

import pathlib
import signal
import sys
import unittest

import sim


def main(names):
    here = pathlib.Path.cwd()
    sys.path.insert(0, str(here))
    loader = unittest.defaultTestLoader
    suite = loader.loadTestsFromNames(names) if names else loader.discover(str(here))
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(suite)

    ended_well = sim.stop_shared()
    failed = len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses) + (not ended_well)
    skipped = len(result.skipped)
    passed = max(0, result.testsRun - failed - skipped)
    print(f"{here.name}: passed={passed} failed={failed} skipped={skipped}")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # In good order, so that the simulator ends too.
    sys.exit(main(sys.argv[1:]))
