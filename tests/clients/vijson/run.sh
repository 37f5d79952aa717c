#!/usr/bin/env bash
# Runs the VI JSON client tests against the started program: bash tests/clients/vijson/run.sh [test_vijson …]
# They need Python 3 and nothing else.
set -uo pipefail
cd "$(dirname "$0")"

if ! python=$(command -v python3); then
  echo "Skipped: there is no python3."
  echo "vijson: passed=0 failed=0 skipped=$(cat test_*.py | grep -c '^    def test_')"
  exit 0
fi

if [ -z "${VASASIM_DLL:-}" ]; then
  dotnet build ../../../src/VasaSim -c Release -nologo -v quiet || exit 1
  VASASIM_DLL=$(cd ../../../src/VasaSim/bin/Release/net10.0 && pwd)/vasasim.dll
  export VASASIM_DLL
fi
# What starts the simulator is beside the suites.
export PYTHONPATH=..
exec "$python" -B ../suite.py "$@"
