#!/usr/bin/env bash
# Runs the SRM client tests against the started program: bash tests/clients/srm/run.sh [test_walk …]
# They need Python 3 and nothing else.
set -uo pipefail
cd "$(dirname "$0")"

if ! python=$(command -v python3); then
  echo "Skipped: there is no python3."
  echo "srm: passed=0 failed=0 skipped=$(cat test_*.py | grep -c '^    def test_')"
  exit 0
fi

. ../suite.sh
