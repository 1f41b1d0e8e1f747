# bench-cluster.sh
#
# Sourced by the benchmarks. It builds ayb, makes a private cluster that is removed at the end, and has functions to start a
# server and to measure. The benchmark sets:
#
#     wanted_megabytes   the room that the cluster needs
#     bench_bin          the directory of PostgreSQL's programs; by default the system's
#     release_disk       a function to call when the cluster is gone; optional
# shellcheck shell=bash

# The limit of each measured command, in seconds; exceeding it is a failure.
limit=600

say() { echo "bench: $*" >&2; }
fail() {
    say "$@"
    exit 1
}

for variable in ${!AYB_@} ${!PG@}; do unset "$variable"; done
export LC_ALL=C

Scripts/setup.sh demo
make --no-print-directory release >&2
PATH=$PWD/.build/release:$PATH

# --- A private cluster

pg_bin=${bench_bin:-}
[ -n "$pg_bin" ] || pg_bin=$(find /usr/lib/postgresql -maxdepth 2 -name bin -type d 2>/dev/null | sort -t/ -k5 -n | tail -n 1)
[ -x "$pg_bin/initdb" ] || pg_bin=$(pg_config --bindir)
for program in initdb pg_ctl psql pg_dump; do
    [ -x "$pg_bin/$program" ] || fail "there is no $program in $pg_bin: install postgresql and postgresql-contrib."
done
PATH=$pg_bin:$PATH

work=$(mktemp -d "${TMPDIR:-/tmp}/ayb-bench.XXXXXX")
free_megabytes=$(($(df --output=avail -k "$work" | tail -n 1) / 1024))
[ "$free_megabytes" -gt "$wanted_megabytes" ] \
    || fail "$work has $free_megabytes MB free, and $wanted_megabytes MB are needed: set TMPDIR."

as_postgres() {
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid postgres --regid postgres --clear-groups -- "$@"
    else
        "$@"
    fi
}

cleanup() {
    local code=$?
    trap - EXIT INT TERM
    [ ! -e "$work/home/ayb-server.pid" ] || AYB_HOME=$work/home ayb stop --quiet || true
    as_postgres pg_ctl stop --silent --mode=immediate --pgdata="$work/pg/data" >/dev/null 2>&1 || true
    rm -rf "$work"
    if declare -F release_disk >/dev/null; then release_disk; fi
    exit "$code"
}
trap cleanup EXIT INT TERM

mkdir "$work/pg" "$work/home"
chmod 711 "$work"
[ "$(id -u)" -ne 0 ] || chown postgres:postgres "$work/pg"
chmod 700 "$work/pg"
# Only its user and root can reach the socket, so no password is needed.
as_postgres initdb --pgdata="$work/pg/data" --username=bench --auth=trust --encoding=UTF8 --locale=C.UTF-8 >/dev/null
# A dump locks every table that it reads.
as_postgres tee -a "$work/pg/data/postgresql.conf" >/dev/null <<SETTINGS
listen_addresses = ''
unix_socket_directories = '$work/pg'
shared_buffers = 256MB
max_wal_size = 4GB
max_locks_per_transaction = 1024
SETTINGS
as_postgres pg_ctl start --silent --wait --pgdata="$work/pg/data" --log="$work/pg/log" >/dev/null \
    || fail "the cluster did not start: $(tail -n 3 "$work/pg/log")"
export PGHOST=$work/pg PGPORT=5432 PGUSER=bench
version=$(psql -X -At -d postgres -c "SHOW server_version")

# --- The server

url() { echo "postgresql://bench@/$1?host=$work/pg"; }

# Starts a server for a source database.
start_server() {
    export AYB_HOME=$work/home
    printf '[server]\nhost = ""\n' >"$AYB_HOME/ayb.toml"
    export AYB_CONFIG=$AYB_HOME/ayb.toml
    # For the server only: with it, the client would run a private server for each command.
    AYB_DATABASE_URL=$(url "$1") ayb start --quiet >/dev/null
    server=$(<"$AYB_HOME/ayb-server.pid")
}

memory() { awk -v key="$1:" '$1 == key { printf "%.1f MB\n", $2 / 1024 }' "/proc/$server/status"; }
forget_peak() { echo 5 >"/proc/$server/clear_refs"; }

# --- Measuring

# Runs a command and appends the seconds it took to a file. Dirty pages are written before, outside of the time.
timed() {
    local file=$1 start end
    shift
    psql -X -q -d postgres -c CHECKPOINT
    start=$EPOCHREALTIME
    "$@" >/dev/null
    end=$EPOCHREALTIME
    awk -v start="$start" -v end="$end" 'BEGIN { printf "%.4f\n", end - start }' >>"$work/$file"
}

median() {
    sort -n "$work/$1" | awk '{ value[NR] = $1 }
        END { middle = int((NR + 1) / 2); print NR % 2 ? value[middle] : (value[middle] + value[middle + 1]) / 2 }'
}

seconds() { printf '%.2f s' "$(median "$1")"; }
ratio() { awk -v a="$(median "$1")" -v b="$(median "$2")" 'BEGIN { printf "%.2f", a / b }'; }
difference() { awk -v a="$(median "$1")" -v b="$(median "$2")" 'BEGIN { printf "%+.2f s", a - b }'; }

# Describes the machine and the server.
conditions() {
    cat <<CONDITIONS
PostgreSQL $version, fsync on, shared_buffers 256 MB.
Machine: $(nproc) cores, $(sed -nE 's/^model name\s*: //p' /proc/cpuinfo | head -n 1), \
$(awk '/^MemTotal/ { printf "%.0f GB", $2 / 1048576 }' /proc/meminfo) memory, \
$(df --output=fstype "$work" | tail -n 1 | tr -d ' '), Linux $(uname -r).
Medians of $runs, taken in turns in one run; release build of $(git describe --always --dirty 2>/dev/null || echo "this tree").
CONDITIONS
}
