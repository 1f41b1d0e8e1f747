#!/usr/bin/env bash
# bench.sh
#
# Measures on a private cluster, which it makes and removes, and prints a table for docs/benchmarks.md:
#
#   - a `template` branch against the bare CREATE DATABASE … TEMPLATE
#   - a `dump` branch against the shell's pg_dump | psql
#   - `ayb branch list` as a whole process against a running server
#   - the server's memory when idle, and its peak during each kind of clone
#
#     AYB_BENCH_SCALE   the scale of pgbench: 50 is 750 MB
#     AYB_BENCH_RUNS    how often each clone is made: 5; medians are told
#     TMPDIR            where the cluster is: it needs four times the size of the database
set -euo pipefail
cd "$(dirname "$0")/.."

scale=${AYB_BENCH_SCALE:-50}
runs=${AYB_BENCH_RUNS:-5}
# No clone takes longer than this, in seconds; whatever does is a failure.
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

pg_bin=$(find /usr/lib/postgresql -maxdepth 2 -name bin -type d 2>/dev/null | sort -t/ -k5 -n | tail -n 1)
[ -x "$pg_bin/initdb" ] || pg_bin=$(pg_config --bindir)
for program in initdb pg_ctl pgbench psql pg_dump createdb dropdb; do
    [ -x "$pg_bin/$program" ] || fail "there is no $program in $pg_bin: install postgresql and postgresql-contrib."
done
PATH=$pg_bin:$PATH

work=$(mktemp -d "${TMPDIR:-/tmp}/ayb-bench.XXXXXX")
wanted_kilobytes=$((scale * 16 * 1024 * 4))
free_kilobytes=$(df --output=avail -k "$work" | tail -n 1)
[ "$free_kilobytes" -gt "$wanted_kilobytes" ] \
    || fail "$work has $((free_kilobytes / 1024)) MB free, and $((wanted_kilobytes / 1024)) MB are needed: set TMPDIR."

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
    exit "$code"
}
trap cleanup EXIT INT TERM

mkdir "$work/pg" "$work/home"
chmod 711 "$work"
[ "$(id -u)" -ne 0 ] || chown postgres:postgres "$work/pg"
chmod 700 "$work/pg"
# Nobody but its user and root comes to the socket, so no password is needed.
as_postgres initdb --pgdata="$work/pg/data" --username=bench --auth=trust --encoding=UTF8 --locale=C.UTF-8 >/dev/null
as_postgres tee -a "$work/pg/data/postgresql.conf" >/dev/null <<SETTINGS
listen_addresses = ''
unix_socket_directories = '$work/pg'
shared_buffers = 256MB
max_wal_size = 4GB
SETTINGS
as_postgres pg_ctl start --silent --wait --pgdata="$work/pg/data" --log="$work/pg/log" >/dev/null \
    || fail "the cluster did not start: $(tail -n 3 "$work/pg/log")"
export PGHOST=$work/pg PGPORT=5432 PGUSER=bench

say "filling the source (pgbench, scale $scale)"
createdb source
pgbench --initialize --quiet --scale="$scale" source >/dev/null 2>&1
psql -X -q -d source -c "VACUUM ANALYZE"
version=$(psql -X -At -d postgres -c "SHOW server_version")
major=${version%%.*}
size=$(psql -X -At -d postgres -c "SELECT pg_size_pretty(pg_database_size('source'))")
bytes=$(psql -X -At -d postgres -c "SELECT pg_database_size('source')")

# --- The server

export AYB_HOME=$work/home
printf '[server]\nhost = ""\n' >"$AYB_HOME/ayb.toml"
export AYB_CONFIG=$AYB_HOME/ayb.toml
# For the server only: with it, the client would run a server of its own for each command.
AYB_DATABASE_URL="postgresql://bench@/source?host=$work/pg" ayb start --quiet >/dev/null
server=$(<"$AYB_HOME/ayb-server.pid")

memory() { awk -v key="$1:" '$1 == key { printf "%.1f MB\n", $2 / 1024 }' "/proc/$server/status"; }
forget_peak() { echo 5 >"/proc/$server/clear_refs"; }

ayb branch list --quiet >/dev/null
idle=$(memory VmRSS)

# --- Measuring

# Runs a command and appends the seconds it took to a file. What is dirty is written before, outside of the time.
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

# The same way of copying on both sides.
strategy=
if [ "$major" -ge 15 ]; then
    strategy="STRATEGY $([ "$bytes" -ge $((64 * 1024 * 1024)) ] && echo FILE_COPY || echo WAL_LOG)"
fi
bare_template() { timeout "$limit" psql -X -q -d postgres -c "CREATE DATABASE bare TEMPLATE source $strategy"; }
bare_dump() {
    createdb --template=template0 bare
    timeout "$limit" bash -euo pipefail -c 'pg_dump source | psql -X -q -v ON_ERROR_STOP=1 -d bare'
}
branch() { ayb branch create measured --strategy "$1" --quiet --timeout "$limit"; }

template_peak=0
dump_peak=0
for ((run = 1; run <= runs; run++)); do
    say "run $run of $runs"
    timed bare-template bare_template
    dropdb bare
    forget_peak
    timed ayb-template branch template
    template_peak=$(memory VmHWM)
    echo "${template_peak% MB}" >>"$work/template-peak"
    ayb branch delete measured --yes --quiet

    timed bare-dump bare_dump
    dropdb bare
    forget_peak
    timed ayb-dump branch dump
    dump_peak=$(memory VmHWM)
    echo "${dump_peak% MB}" >>"$work/dump-peak"
    ayb branch delete measured --yes --quiet
done

say "ayb branch list"
for name in one two three; do ayb branch create "$name" --schema-only --quiet >/dev/null; done
if command -v hyperfine >/dev/null; then
    hyperfine --shell=none --warmup 5 --runs 50 --style none --export-json "$work/list.json" \
        "ayb branch list --quiet" >/dev/null 2>&1
    list=$(sed -nE 's/^ *"median": ([0-9.e-]+),?$/\1/p' "$work/list.json" | head -n 1)
    list=$(awk -v seconds="$list" 'BEGIN { printf "%.1f ms", seconds * 1000 }')
else
    for ((run = 0; run < 50; run++)); do
        start=$EPOCHREALTIME
        ayb branch list --quiet >/dev/null
        end=$EPOCHREALTIME
        awk -v start="$start" -v end="$end" 'BEGIN { printf "%.6f\n", end - start }' >>"$work/list"
    done
    list=$(awk -v seconds="$(median list)" 'BEGIN { printf "%.1f ms", seconds * 1000 }')
fi

largest() { printf '%s MB' "$(sort -n "$work/$1" | tail -n 1)"; }
ratio() { awk -v a="$(median "$1")" -v b="$(median "$2")" 'BEGIN { printf "%.2f", a / b }'; }
difference() { awk -v a="$(median "$1")" -v b="$(median "$2")" 'BEGIN { printf "%+.2f s", a - b }'; }

cat <<TABLE
Database: pgbench scale $scale, $size. PostgreSQL $version, fsync on, shared_buffers 256 MB.
Machine: $(nproc) cores, $(sed -nE 's/^model name\s*: //p' /proc/cpuinfo | head -n 1), \
$(awk '/^MemTotal/ { printf "%.0f GB", $2 / 1048576 }' /proc/meminfo) memory, \
$(df --output=fstype "$work" | tail -n 1 | tr -d ' '), Linux $(uname -r).
Medians of $runs, taken in turns in one run; release build of $(git describe --always --dirty 2>/dev/null || echo "this tree").

| what | ayb | by hand | |
|---|---|---|---|
| \`template\` branch; CREATE DATABASE … TEMPLATE${strategy:+ $strategy} | $(seconds ayb-template) | $(seconds bare-template) | $(difference ayb-template bare-template) |
| \`dump\` branch; createdb and pg_dump \| psql | $(seconds ayb-dump) | $(seconds bare-dump) | $(ratio ayb-dump bare-dump) times |
| \`ayb branch list\`, the whole process | $list | | |
| ayb-server, resident, idle | $idle | | |
| ayb-server, peak during a \`template\` clone | $(largest template-peak) | | |
| ayb-server, peak during a \`dump\` clone | $(largest dump-peak) | | |
TABLE
