#!/usr/bin/env bash
# check-api.sh [SECONDS]
#
# Holds a running server to docs/openapi.yaml: schemathesis makes requests of the document, right ones and wrong ones, with
# the token and without, and checks each answer by all of its checks. The server and its PostgreSQL are private, and are
# removed afterwards. SECONDS (40) is the most that the requests take.
#
# schemathesis comes from PyPI, into .build/schemathesis. Where that does not answer, this says so and ends well.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-40}
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

# The hosts of the examples are nobody's, and the text of a connection string is more than a pattern can tell: all of them are
# one where nobody listens. No request goes beyond this machine.
nowhere=postgresql://user@127.0.0.1:1/database
sed -E -e "s~'postgresql://[^']*@(staging|host)[^']*'~'$nowhere'~g" -e "s~pattern: '\(://.=\)'~const: '$nowhere'~" \
    docs/openapi.yaml >"$home/openapi.yaml"

# The token comes by the environment: every user of the machine can read arguments.
#
# All checks are asked, and two of them told what else is right here:
# - A source that cannot be reached is a 502 of the document, and no defect of the server.
# - Whether schemas and renames are those of the databases that are compared no schema can say: they are a 400.
cat >"$home/no-token.toml" <<'TOML'
base-url = "${AYB_CHECK_URL}"
request-timeout = 20.0

[checks.not_a_server_error]
expected-statuses = ["2xx", "3xx", "4xx", "502"]

[[operations]]
include-operation-id = "diffSchemas"
checks.positive_data_acceptance.expected-statuses = ["2xx", "400", "401", "404", "409", "502"]
TOML
{
    echo 'headers = { Authorization = "Bearer ${AYB_TOKEN}" }'
    cat "$home/no-token.toml"
} >"$home/schemathesis.toml"

run() {
    local name=$1 configuration=$2
    shift 2
    say "$name"
    # What it keeps for itself goes away with the server.
    (cd "$home" && AYB_CHECK_URL=$url PYTHONPATH=$tools python3 -m schemathesis.cli --config-file "$configuration" \
        run openapi.yaml --checks all --max-time "$((seconds / 2))" --seed 1 --workers 1 --no-color \
        --generation-database none --warnings off "$@") || return 1
    kill -0 "$server_pid" 2>/dev/null || {
        say "the server ended:"
        tail -n 20 "$home/log" >&2
        return 1
    }
}

run "without the token" "$home/no-token.toml"
run "with the token" "$home/schemathesis.toml"
