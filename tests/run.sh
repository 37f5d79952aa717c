#!/usr/bin/env bash
# Installs what the tests need, builds, runs every test, and ends with "N passed, N failed".
# On Debian (as root, or with sudo) the real clients come from its packages; elsewhere the tests that need them say
# why they are skipped. With CI=true a skipped client test counts as failed.
set -uo pipefail
cd "$(dirname "$0")/.."

packages=(libsqlite3-0 curl python3 python3-pyvmomi golang-go golang-github-vmware-govmomi-dev)

install_clients() {
  command -v apt-get >/dev/null || return 0
  local missing=() package
  for package in "${packages[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local as_root=()
  [ "$(id -u)" -eq 0 ] || as_root=(sudo -n)
  echo "Installing ${missing[*]}"
  "${as_root[@]}" apt-get update -qq &&
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null ||
    echo "Could not install ${missing[*]}; tests that need them are skipped."
}

passed=0 failed=0 skipped=0 clients_skipped=0
failures=$(mktemp)

# Adds up the summary lines of a run: "name: passed=1 failed=2 skipped=3" of the client tests, and dotnet test's own.
count() {
  local line
  while IFS= read -r line; do
    if [[ $line =~ Failed:\ +([0-9]+),\ Passed:\ +([0-9]+),\ Skipped:\ +([0-9]+),\ Total ]]; then
      failed=$((failed + BASH_REMATCH[1])) passed=$((passed + BASH_REMATCH[2])) skipped=$((skipped + BASH_REMATCH[3]))
    elif [[ $line =~ passed=([0-9]+)\ failed=([0-9]+)\ skipped=([0-9]+) ]]; then
      passed=$((passed + BASH_REMATCH[1])) failed=$((failed + BASH_REMATCH[2]))
      clients_skipped=$((clients_skipped + BASH_REMATCH[3]))
    fi
  done <"$1"
}

# Runs a command, shows what it prints, and counts what it says. One that fails without counting a failure is one.
run() {
  local log before=$failed
  log=$(mktemp)
  "$@" 2>&1 | tee "$log"
  local status=${PIPESTATUS[0]}
  count "$log"
  # Whoever sees only the end of the output has to learn what failed, and why.
  grep -E -A 12 '^ *Failed [A-Za-z]|^ *--- FAIL: |^(FAIL|ERROR): ' "$log" >>"$failures"
  rm -f "$log"
  if [ "$status" -ne 0 ] && [ "$failed" -eq "$before" ]; then
    echo "Failed with exit code $status: $*"
    failed=$((failed + 1))
  fi
}

finish() {
  if [ -n "${CI:-}" ] && [ "$clients_skipped" -gt 0 ]; then
    echo "$clients_skipped skipped client tests count as failed in CI."
    failed=$((failed + clients_skipped))
  else
    skipped=$((skipped + clients_skipped))
  fi
  if [ -s "$failures" ]; then
    echo "What failed:"
    cat "$failures"
  fi
  [ "$skipped" -eq 0 ] || echo "$skipped skipped"
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ]
  exit
}

install_clients
if ! dotnet build VasaSim.sln -c Release -nologo -v minimal; then
  failed=1
  finish
fi

for project in tests/*.Tests; do
  run dotnet test "$project" -c Release --no-build -nologo --logger "console;verbosity=minimal"
done
export VASASIM_DLL="$PWD/src/VasaSim/bin/Release/net10.0/vasasim.dll"
run bash tests/clients/pyvmomi/run.sh
run bash tests/clients/govmomi/run.sh
run bash tests/clients/vijson/run.sh
run bash tests/clients/vcda/run.sh
run bash tests/clients/srm/run.sh
finish
