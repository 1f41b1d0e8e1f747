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
#     AYB_BENCH_RUNS    how often each clone is made: 5; the results are medians
#     TMPDIR            where the cluster is
set -euo pipefail
cd "$(dirname "$0")/.."

scale=${AYB_BENCH_SCALE:-50}
runs=${AYB_BENCH_RUNS:-5}
# The cluster needs four times the database's size; scale 1 is 16 MB.
wanted_megabytes=$((scale * 16 * 4))
. Scripts/bench-cluster.sh

say "filling the source (pgbench, scale $scale)"
createdb source
pgbench --initialize --quiet --scale="$scale" source >/dev/null 2>&1
psql -X -q -d source -c "VACUUM ANALYZE"
major=${version%%.*}
size=$(psql -X -At -d postgres -c "SELECT pg_size_pretty(pg_database_size('source'))")
bytes=$(psql -X -At -d postgres -c "SELECT pg_database_size('source')")

start_server source
ayb branch list --quiet >/dev/null
idle=$(memory VmRSS)

# Both sides copy the same way.
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

cat <<TABLE
Database: pgbench scale $scale, $size.
$(conditions)

| what | ayb | by hand | |
|---|---|---|---|
| \`template\` branch; CREATE DATABASE … TEMPLATE${strategy:+ $strategy} | $(seconds ayb-template) | $(seconds bare-template) | $(difference ayb-template bare-template) |
| \`dump\` branch; createdb and pg_dump \| psql | $(seconds ayb-dump) | $(seconds bare-dump) | $(ratio ayb-dump bare-dump) times |
| \`ayb branch list\`, the whole process | $list | | |
| ayb-server, resident, idle | $idle | | |
| ayb-server, peak during a \`template\` clone | $(largest template-peak) | | |
| ayb-server, peak during a \`dump\` clone | $(largest dump-peak) | | |
TABLE
