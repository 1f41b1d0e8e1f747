#!/usr/bin/env bash
# check-api.sh [SECONDS]
#
# Checks a running server against docs/openapi.yaml: schemathesis makes valid and invalid requests from the document, without a
# key, with one of each role, and with the admin token, and runs all of its checks on each answer. The server and its PostgreSQL
# are private, and are removed afterwards. SECONDS (96) limits the time for requests.
#
# schemathesis comes from PyPI, into .build/schemathesis. If PyPI does not answer, the script says so and succeeds.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-96}
version=4.32.5
tools=$PWD/.build/schemathesis
server=.build/debug/ayb-server

say() { echo "check-api: $*" >&2; }

if ! [ -e "$tools/installed-$version" ]; then
    rm -rf "$tools"
    python3 -m pip install --quiet --disable-pip-version-check --root-user-action ignore --timeout 10 --retries 1 \
        --target "$tools" "schemathesis==$version" || {
        say "schemathesis cannot be had from PyPI, so the API is not held to docs/openapi.yaml this time"
        exit 0
    }
    touch "$tools/installed-$version"
fi

[ -x "$server" ] || swift build --product ayb-server

. Scripts/private-server.sh
start_private_server

# The hosts in the examples are made up, and no pattern describes every connection string: all become one where nobody
# listens. No request leaves this machine. Nor does a pattern describe every range of addresses.
nowhere=postgresql://user@127.0.0.1:1/database
sed -E -e "s~'postgresql://[^']*@(staging|host)[^']*'~'$nowhere'~g" -e "s~pattern: '\(://.=\)'~const: '$nowhere'~" \
    -e "s~pattern: '.\[0-9A-Fa-f.*~enum: [10.0.0.0/8, 192.0.2.7, '2001:db8::/32']~" \
    docs/openapi.yaml >"$home/openapi.yaml"

# The token goes through the environment: every user of the machine can read arguments.
#
# All checks run, as is the default, but some need to know what else is right here:
# - After ten wrong keys the answer is 429, which the check of wrong keys does not know. AuthenticationTests tries them on
#   every route.
# - A revoked key can still be read: it is on record.
# - A source that cannot be reached is a documented 502, not a defect of the server.
# - A record that the client has is a 304, one that has changed a 412, and a key that another request had a 422.
# - schemathesis sends `0` for an entity tag, which the pattern in the document does not allow.
# - No schema can say whether schemas and renames exist in the compared databases: otherwise they are a 400.
cat >"$home/no-token.toml" <<'TOML'
base-url = "${AYB_CHECK_URL}"
request-timeout = 20.0

[checks.not_a_server_error]
expected-statuses = ["2xx", "3xx", "4xx", "502"]

[checks.ignored_auth]
enabled = false

[checks.positive_data_acceptance]
expected-statuses = ["2xx", "304", "401", "403", "404", "409", "412", "422", "429", "5xx"]

[[operations]]
include-operation-id = ["getKey", "changeKey", "revokeKey", "rotateKey"]
checks.use_after_free.enabled = false

[[operations]]
include-operation-id = ["getBranch", "deleteBranch"]
checks.positive_data_acceptance.expected-statuses = ["2xx", "304", "400", "401", "403", "404", "409", "412", "429", "5xx"]

# It never ends; FeedRoutesTests follow it.
[[operations]]
include-operation-id = "followBranches"
enabled = false

[[operations]]
include-operation-id = "diffSchemas"
checks.positive_data_acceptance.expected-statuses = ["2xx", "400", "401", "403", "404", "409", "429", "502"]
TOML
{
    echo 'headers = { Authorization = "Bearer ${AYB_TOKEN}" }'
    cat "$home/no-token.toml"
} >"$home/schemathesis.toml"

# run KEY-NAME PARTS CONFIGURATION: takes so many eighths of the time.
run() {
    local name=$1 parts=$2 configuration=$3
    say "$name"
    # Its own files go away with the server.
    (cd "$home" && AYB_CHECK_URL=$url PYTHONPATH=$tools python3 -m schemathesis.cli --config-file "$configuration" \
        run openapi.yaml --max-time "$((seconds * parts / 8))" --seed 1 --workers 1 --no-color \
        --generation-database none --warnings off) || return 1
    kill -0 "$server_pid" 2>/dev/null || {
        say "the server ended:"
        tail -n 20 "$home/log" >&2
        return 1
    }
}

root=$AYB_TOKEN

# Prints the secret of a new key with the role. The token reaches curl by its standard input.
key() {
    curl --silent --fail --config - --json "{\"name\":\"check-$1\",\"role\":\"$1\"}" "$url/api/admin/keys" \
        <<<"header = \"Authorization: Bearer $root\"" | python3 -c 'import json, sys; print(json.load(sys.stdin)["secret"])'
}

run "without a key" 1 "$home/no-token.toml"
for role in viewer developer operator admin; do
    AYB_TOKEN=$(key "$role")
    run "with a key of the role $role" 1 "$home/schemathesis.toml"
done
AYB_TOKEN=$root
run "with the admin token" 3 "$home/schemathesis.toml"
