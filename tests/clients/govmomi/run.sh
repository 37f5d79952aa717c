#!/usr/bin/env bash
# Runs the govmomi client tests against the started program: bash tests/clients/govmomi/run.sh [-run TestSync …]
# They use Debian's golang-go and golang-github-vmware-govmomi-dev, and are skipped where those are missing.
set -uo pipefail
cd "$(dirname "$0")"

skip() {
  echo "Skipped: $1"
  echo "govmomi: passed=0 failed=0 skipped=$(cat ./*_test.go | grep -c '^func Test.*\*testing\.T)')"
  exit 0
}

export GO111MODULE=off GOPATH=/usr/share/gocode GOFLAGS=
command -v go >/dev/null || skip "there is no Go (Debian: golang-go)."
[ -d "$GOPATH/src/github.com/vmware/govmomi/sms/methods" ] ||
  skip "$GOPATH has no govmomi (Debian: golang-github-vmware-govmomi-dev)."

if [ -z "${VASASIM_DLL:-}" ]; then
  dotnet build ../../../src/VasaSim -c Release -nologo -v quiet || exit 1
  VASASIM_DLL=$(cd ../../../src/VasaSim/bin/Release/net10.0 && pwd)/vasasim.dll
  export VASASIM_DLL
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
go test -v -count=1 -timeout 10m "$@" . | tee "$log"
status=$?
passed=$(grep -c '^--- PASS' "$log") failed=$(grep -c '^--- FAIL' "$log") skipped=$(grep -c '^--- SKIP' "$log")
# A run that ends badly without a test that failed did not compile, did not start, or did not stop.
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
echo "govmomi: passed=$passed failed=$failed skipped=$skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
