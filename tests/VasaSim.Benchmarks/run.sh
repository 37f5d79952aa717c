#!/usr/bin/env bash
# Measures the codecs (BenchmarkDotNet) and the server (wrk), each server figure beside a bare Kestrel endpoint of the
# same run that reads the same request and returns as many bytes; then what the journal and fault rules cost, and what
# many cloud replications do. Arguments: "codecs", "server", "rules" or "clouds" for one part only. ROUNDS (5) is how often the parts of "rules" take turns.
# WARMUP (30) and DURATION (10) are seconds, CONNECTIONS is 64.
set -euo pipefail
cd "$(dirname "$0")/../.."
warmup=${WARMUP:-30} duration=${DURATION:-10} connections=${CONNECTIONS:-64}
project=tests/VasaSim.Benchmarks
bench=$project/bin/Release/net10.0/VasaSim.Benchmarks.dll
work=$(mktemp -d)
pids=()
trap 'kill "${pids[@]}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT

if ! command -v wrk >/dev/null; then
  as_root=(); [ "$(id -u)" -eq 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq && "${as_root[@]}" apt-get install -y -qq wrk >/dev/null
fi
dotnet build VasaSim.sln -c Release -nologo -v quiet

if [ "${1:-codecs}" = codecs ]; then
  dotnet "$bench" --filter '*' --join --job short --artifacts "$work/artifacts" | sed -n '/^| Method/,$p' | sed '/^$/q'
fi
[ "${1:-}" = codecs ] && exit

clouds() { VASASIM_DLL=$PWD/src/VasaSim/bin/Release/net10.0/vasasim.dll python3 -B $project/clouds.py; }
if [ "${1:-}" = clouds ]; then clouds; exit; fi

# --- the server, over plain HTTP: what is compared is the program, not TLS ---

start() { # name, data, further options: starts a simulator, sets url_NAME
  local name=$1 data=$2
  shift 2
  dotnet src/VasaSim/bin/Release/net10.0/vasasim.dll start --port 0 --control-port 0 --vcda-port 0 --srm-port 0 --tls off --tasks instant \
    --data "$data" "$@" >"$work/$name.ready" 2>"$work/$name.log" &
  pids+=($!)
  for _ in $(seq 300); do grep -q READY "$work/$name.ready" && break; sleep 0.1; done
  declare -g "url_$name=$(sed -n 's|.*sms=\(http://[^/]*\)/.*|\1|p' "$work/$name.ready")"
}

envelope() { # header, body
  printf '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Header>%s</soapenv:Header><soapenv:Body>%s</soapenv:Body></soapenv:Envelope>' "$1" "$2"
}

login() { # url: prints the session id
  envelope "" '<Login xmlns="urn:vim25"><_this type="SessionManager">SessionManager</_this><userName>administrator@sim.local</userName><password>VasaSim!1</password></Login>' |
    curl -s -D - -o /dev/null -H 'Content-Type: text/xml' -H 'SOAPAction: "urn:vim25/8.0.3.0"' --data-binary @- "$1/sdk" |
    sed -n 's/.*vmware_soap_session="\([^"]*\)".*/\1/p'
}

script() { # file with the request, session, content type: makes the wrk script
  cat <<LUA
local f = io.open("$1", "rb"); local body = f:read("*all"); f:close()
wrk.method = "POST"; wrk.body = body
wrk.headers["Content-Type"] = "$3"
wrk.headers["SOAPAction"] = '"urn:sms/8.0.3.0"'
wrk.headers["Cookie"] = 'vmware_soap_session="$2"'
wrk.headers["vmware-api-session-id"] = "$2"
LUA
}

rate() { # url, script, seconds: prints requests per second; anything but 200 stops the run
  local out
  out=$(wrk -t 2 -c "$connections" -d "${3}s" -s "$2" "$1")
  if grep -q 'Non-2xx' <<<"$out"; then echo "$out" >&2; exit 1; fi
  sed -n 's/^Requests\/sec: *//p' <<<"$out"
}

group='<groupId><faultDomainId xmlns="urn:vim25"><id>fd-b1</id></faultDomainId><deviceGroupId xmlns="urn:vim25"><id>rg-01-t</id></deviceGroupId></groupId>'
provider='<_this type="VasaProvider">vasaProvider-3</_this>'

rules() { # kind: prints a thousand rules that do not match the query
  echo 'version: 1'
  echo 'rules:'
  local i
  for i in $(seq 1000); do
    case $1$((i % 4)) in
      named0) echo "  - { match: { groups: { id: other-$i } }, do: { fault: ProviderBusy } }" ;;
      named1) echo "  - { match: { provider: other-$i }, do: { fault: ProviderBusy } }" ;;
      named2) echo "  - { match: { user: other-$i@sim.local }, do: { fault: ProviderBusy } }" ;;
      named3) echo "  - { match: { operation: SyncReplicationGroup_Task }, when: { calls: $i }, do: { fault: ProviderBusy } }" ;;
      *) echo "  - { match: { client: 'other-$i*' }, do: { fault: ProviderBusy } }" ;;
    esac
  done
}

# The parts take turns, so that a noisy moment hits them alike; told is the median.
compare() {
  local name round session file lua names=(off none named patterns)
  rules named >"$work/named.yaml"
  rules patterns >"$work/patterns.yaml"
  start off :memory: --journal-size 0
  start none :memory:
  start named :memory: --rules "$work/named.yaml"
  start patterns :memory: --rules "$work/patterns.yaml"
  for round in $(seq 0 "${ROUNDS:-5}"); do
    for name in "${names[@]}"; do
      local url_var=url_$name
      session=$(login "${!url_var}")
      file=$work/request-$name lua=$work/request-$name.lua
      envelope "<vcSessionCookie>$session</vcSessionCookie>" "<QueryReplicationGroup xmlns=\"urn:sms\">$provider$group</QueryReplicationGroup>" >"$file"
      script "$file" "$session" 'text/xml; charset=utf-8' >"$lua"
      # The first round warms up.
      if [ "$round" = 0 ]; then rate "${!url_var}/sms/sdk" "$lua" "$warmup" >/dev/null
      else rate "${!url_var}/sms/sdk" "$lua" "$duration" >>"$work/rates-$name"; fi
    done
  done
  printf '\n%-44s %10s %7s\n' "QueryReplicationGroup, $connections connections" 'req/s' 'ratio'
  local median base labels=('no journal, no rules' 'journal, no rules' '1000 rules of other names' '1000 rules of other patterns')
  local i=0
  for name in "${names[@]}"; do
    median=$(sort -n "$work/rates-$name" | awk '{ r[NR] = $1 } END { print r[int((NR + 1) / 2)] }')
    base=${base:-$median}
    awk -v l="${labels[$i]}" -v o="$median" -v b="$base" 'BEGIN { printf "%-44s %10.0f %7.2f\n", l, o, o / b }'
    i=$((i + 1))
  done
}

if [ "${1:-}" = rules ]; then compare; exit; fi

dotnet "$bench" bare 18997 >/dev/null 2>&1 & pids+=($!)
start memory :memory:
start sqlite "$work/data"

printf '\n%-44s %10s %10s %7s %8s\n' "$connections connections, ${warmup} s warm-up, ${duration} s" 'req/s' 'bare' 'ratio' 'bytes'
measure() { # label, simulator, path, SOAP body or JSON
  local url_var=url_$2 url session file lua length own bare type
  url=${!url_var}
  session=$(login "$url")
  file=$work/request lua=$work/request.lua
  case $4 in
    '<'*) type='text/xml; charset=utf-8'; envelope "<vcSessionCookie>$session</vcSessionCookie>" "$4" >"$file" ;;
    *) type=application/json; printf '%s' "$4" >"$file" ;;
  esac
  script "$file" "$session" "$type" >"$lua"
  length=$(curl -s -o "$work/reply" -w '%{size_download} %{http_code}' -H "Content-Type: $type" -H "Cookie: vmware_soap_session=\"$session\"" -H "vmware-api-session-id: $session" --data-binary "@$file" "$url$3")
  if [ "${length#* }" != 200 ]; then cat "$work/reply" >&2; exit 1; fi
  length=${length% *}
  rate "$url$3" "$lua" "$warmup" >/dev/null
  own=$(rate "$url$3" "$lua" "$duration")
  rate "http://127.0.0.1:18997/$length" "$lua" "$warmup" >/dev/null
  bare=$(rate "http://127.0.0.1:18997/$length" "$lua" "$duration")
  awk -v l="$1" -v o="$own" -v b="$bare" -v n="$length" 'BEGIN { printf "%-44s %10.0f %10.0f %7.2f %8d\n", l, o, b, o / b, n }'
}
measure 'CurrentTime' memory /sdk '<CurrentTime xmlns="urn:vim25"><_this type="ServiceInstance">ServiceInstance</_this></CurrentTime>'
measure 'QueryReplicationGroup of one id' memory /sms/sdk "<QueryReplicationGroup xmlns=\"urn:sms\">$provider$group</QueryReplicationGroup>"
measure 'SyncReplicationGroup_Task of one, in memory' memory /sms/sdk "<SyncReplicationGroup_Task xmlns=\"urn:sms\">$provider$group<pitName>bench</pitName></SyncReplicationGroup_Task>"
measure 'SyncReplicationGroup_Task of one, on SQLite' sqlite /sms/sdk "<SyncReplicationGroup_Task xmlns=\"urn:sms\">$provider$group<pitName>bench</pitName></SyncReplicationGroup_Task>"

json=/sdk/vim25/8.0.3.0/sms/VasaProvider/vasaProvider-3
json_group='{"groupId":[{"faultDomainId":{"id":"fd-b1"},"deviceGroupId":{"id":"rg-01-t"}}]'
measure 'QueryReplicationGroup of one id, JSON' memory "$json/QueryReplicationGroup" "$json_group}"
measure 'SyncReplicationGroup_Task of one, JSON' memory "$json/SyncReplicationGroup_Task" "$json_group,\"pitName\":\"bench\"}"

if [ "${1:-}" != server ]; then compare; clouds; fi
