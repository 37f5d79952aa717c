#!/usr/bin/env bash
# Runs the pyVmomi client tests against the started program: bash tests/clients/pyvmomi/run.sh [test_sync …]
# They use Debian's python3-pyvmomi, and are skipped where it is missing.
set -uo pipefail
cd "$(dirname "$0")"

python=/usr/bin/python3
if ! reason=$("$python" -c 'from pyVmomi import sms' 2>&1); then
  echo "Skipped: $python has no pyVmomi with the SMS types (Debian: python3-pyvmomi). ${reason##*$'\n'}"
  echo "pyvmomi: passed=0 failed=0 skipped=$(cat test_*.py | grep -c '^    def test_')"
  exit 0
fi

. ../suite.sh
