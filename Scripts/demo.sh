#!/usr/bin/env bash
# demo.sh
#
# Starts a server with a private PostgreSQL, loads a small shop, makes a branch, changes it, and shows that the source is
# unchanged, and how the two differ. The server keeps running. Everything is in one directory, AYB_DEMO_HOME, and the demo can
# be run again.
set -euo pipefail
cd "$(dirname "$0")/.."

# --- What it looks like

bold='' green='' plain=''
if [ -t 1 ] && [ -z "${NO_COLOR:-}" ]; then
    bold=$'\e[1m' green=$'\e[32m' plain=$'\e[0m'
fi

step() { printf '\n%s%s%s\n' "$bold" "$*" "$plain"; }
show_command() { printf '%s$ %s%s\n' "$green" "$*" "$plain"; }
fail() {
    printf 'demo: %s\n' "$*" >&2
    exit 1
}

# Shows a command as one would type it, and runs it.
run() {
    local word line=
    for word; do
        if [[ $word =~ ^[A-Za-z0-9_./:=,@%+-]+$ ]]; then line+=" $word"; else line+=" \"$word\""; fi
    done
    show_command "${line# }"
    "$@"
}

# --- Where it is

# The demo uses its own server, whatever else is configured here.
for variable in ${!AYB_@}; do
    [ "$variable" = AYB_DEMO_HOME ] || unset "$variable"
done
for variable in ${!PG@}; do unset "$variable"; done

if [ "$(id -u)" -eq 0 ]; then
    # PostgreSQL then runs as the user postgres, who needs access to its files.
    AYB_HOME=${AYB_DEMO_HOME:-/var/lib/ayb-demo}
    directory_mode=711
else
    AYB_HOME=${AYB_DEMO_HOME:-$HOME/.ayb-demo}
    directory_mode=700
fi
AYB_CONFIG=$AYB_HOME/ayb.toml
export AYB_HOME AYB_CONFIG

# --- Connections

percent_decoded() {
    printf '%b' "${1//%/\\x}"
}

# Puts a branch's connection into psql's environment: no password appears on the screen or among a program's arguments,
# which every user of the machine can see.
use_connection_of() {
    local url rest credentials authority query pair
    url=$(ayb branch url "$1" --password --quiet)
    rest=${url#*://}
    query=
    [[ $rest == *\?* ]] && query=${rest#*\?}
    rest=${rest%%\?*}
    PGDATABASE=$(percent_decoded "${rest#*/}")
    authority=${rest%%/*}
    credentials=${authority%@*}
    authority=${authority##*@}
    PGUSER=$(percent_decoded "${credentials%%:*}")
    PGPASSWORD=
    [[ $credentials == *:* ]] && PGPASSWORD=$(percent_decoded "${credentials#*:}")
    if [ -n "$authority" ]; then
        PGPORT=${authority##*:}
        PGHOST=${authority%:*}
        PGHOST=${PGHOST#[}
        PGHOST=$(percent_decoded "${PGHOST%]}")
    else
        # A Unix socket is among the parameters.
        IFS='&' read -ra pairs <<<"$query"
        for pair in "${pairs[@]}"; do
            case $pair in
                host=*) PGHOST=$(percent_decoded "${pair#host=}") ;;
                port=*) PGPORT=${pair#port=} ;;
            esac
        done
    fi
    export PGHOST PGPORT PGUSER PGPASSWORD PGDATABASE
}

# The value of a text member in JSON with one member per line, as `ayb --output json` writes it.
json_text() {
    sed -nE 's/^ *"'"$1"'" *: *"([^"]*)",?$/\1/p'
}

delete_if_there() {
    if ayb branch get "$1" --quiet >/dev/null 2>&1; then "${@:2}" ayb branch delete "$1" --yes; fi
}

# --- The demo

Scripts/setup.sh demo

step "Building (the first time takes some minutes)"
run swift build --product ayb
run swift build --product ayb-server
binaries=$(swift build --show-bin-path)
PATH=$binaries:$PATH

mkdir -p "$AYB_HOME"
chmod "$directory_mode" "$AYB_HOME"
# On its Unix socket only, so that no port can conflict.
printf '# Written by make demo.\n[server]\nhost = ""\n' >"$AYB_CONFIG"

step "A server, with a PostgreSQL of its own in $AYB_HOME"
run ayb start

step "A small shop in its database"
source=$(ayb status --output json | json_text active_database)
[ -n "$source" ] || fail "'ayb status' does not tell the database. See $AYB_HOME/ayb-server.log."
# A branch's connection also works for the source: same server, same role.
probe=demo-connection
delete_if_there "$probe" >/dev/null 2>&1
ayb branch create "$probe" --schema-only --quiet >/dev/null
use_connection_of "$probe"
ayb branch delete "$probe" --yes --quiet
run psql -X -q -v ON_ERROR_STOP=1 -d "$source" -f Scripts/demo.sql
run psql -X -d "$source" -c "SELECT (SELECT count(*) FROM customers) AS customers, (SELECT count(*) FROM orders) AS orders"

step "A branch of it: a whole copy, with the rows"
delete_if_there feature-auth run
run ayb branch create feature-auth
use_connection_of feature-auth
branch=$PGDATABASE

step "Changes on the branch"
run psql -X -q -v ON_ERROR_STOP=1 -d "$branch" \
    -c "ALTER TABLE customers ADD COLUMN password_hash text" \
    -c "CREATE INDEX customers_created ON customers (created_at)" \
    -c "INSERT INTO customers (name, email, password_hash) VALUES ('Ada', 'ada@example.com', 'argon2id')"
run psql -X -d "$branch" -c "SELECT id, name, password_hash FROM customers ORDER BY id DESC LIMIT 2"

step "The source is as it was"
run psql -X -d "$source" -c "SELECT id, name, to_jsonb(customers) ? 'password_hash' AS has_new_column FROM customers ORDER BY id DESC LIMIT 2"

step "All branches"
run ayb branch list

step "What separates their schemas, and what each change may do"
run ayb branch diff feature-auth

step "The SQL for it, tried on a copy without rows"
run ayb branch diff feature-auth --output sql --verify

version=$(ayb status --output json | json_text postgres_version)
step "The server is still running, on PostgreSQL ${version:-of an unknown version}. Go on with it:"
cat <<TEXT
  export AYB_HOME=$AYB_HOME AYB_CONFIG=$AYB_CONFIG PATH=$binaries:\$PATH
  psql "\$(ayb branch url feature-auth --password)"
  ayb branch create second --from feature-auth
  ayb branch diff feature-auth second --output sql
  ayb branch delete second
  ayb status
  ayb stop

  Afterwards, to remove everything: ayb stop && rm -rf $AYB_HOME
TEXT
