#!/usr/bin/env bash
# bench-stream.sh
#
# Measures a `stream` branch, the whole command, on a private cluster, and prints a table for docs/benchmarks.md. It takes
# turns with createdb and pg_dump | psql, and with pgcopydb if it is installed:
#
#   - on one large table (pgbench)
#   - on many small tables, each with a primary key and an index
#
#     AYB_BENCH_SCALE   the scale of pgbench: 50 is 750 MB
#     AYB_BENCH_SMALL   how many small tables: 2000
#     AYB_BENCH_RUNS    how often each is made: 5; the results are medians
#     TMPDIR            where the cluster is
set -euo pipefail
cd "$(dirname "$0")/.."

scale=${AYB_BENCH_SCALE:-50}
small=${AYB_BENCH_SMALL:-2000}
runs=${AYB_BENCH_RUNS:-5}
wanted_megabytes=$((scale * 16 * 4 + small))
. Scripts/bench-cluster.sh

say "filling the sources (pgbench, scale $scale; $small tables)"
createdb large
pgbench --initialize --quiet --scale="$scale" large >/dev/null 2>&1
createdb small
psql -X -q -At -d small -v count="$small" <<'SQL' | psql -X -q -d small
SELECT format('CREATE TABLE t%s (id integer PRIMARY KEY, a text, b integer); CREATE INDEX ON t%s (b);'
              ' INSERT INTO t%s SELECT i, md5(i::text), i %% 10 FROM generate_series(1, 100) AS i;', n, n, n)
FROM generate_series(1, :count) AS n
SQL
for database in large small; do psql -X -q -d "$database" -c "VACUUM ANALYZE"; done

start_server large

# --- Measuring

bare_dump() {
    createdb --template=template0 bare
    timeout "$limit" bash -euo pipefail -c 'pg_dump "$0" | psql -X -q -v ON_ERROR_STOP=1 -d bare' "$1"
}
# Its best settings here: one job per processor, and no splitting of large tables with so few.
bare_pgcopydb() {
    createdb --template=template0 bare
    timeout "$limit" pgcopydb clone --source "$(url "$1")" --target "$(url bare)" --dir "$work/pgcopydb" \
        --table-jobs "$(nproc)" --index-jobs "$(nproc)" >"$work/pgcopydb.log" 2>&1
}
branch() { ayb branch create measured --from "$(url "$1")" --strategy stream --quiet --timeout "$limit"; }

for ((run = 1; run <= runs; run++)); do
    for database in large small; do
        say "run $run of $runs: $database"
        forget_peak
        timed "ayb-$database" branch "$database"
        peak=$(memory VmHWM)
        echo "${peak% MB}" >>"$work/peak-$database"
        ayb branch delete measured --yes --quiet
        timed "dump-$database" bare_dump "$database"
        dropdb bare
        command -v pgcopydb >/dev/null || continue
        timed "pgcopydb-$database" bare_pgcopydb "$database"
        dropdb bare
        rm -rf "$work/pgcopydb"
    done
done

largest() { printf '%s MB' "$(sort -n "$work/$1" | tail -n 1)"; }
against() { [ -e "$work/$1-$2" ] && echo "$(seconds "$1-$2"), $(ratio "$1-$2" "ayb-$2") times" || echo "not installed"; }
row() { echo "| $1 | $(seconds "ayb-$2") | $(against dump "$2") | $(against pgcopydb "$2") | $(largest "peak-$2") |"; }

conditions
cat <<TABLE

| source | stream | pg_dump \\| psql | pgcopydb | ayb-server, peak |
|---|---|---|---|---|
$(row "pgbench, scale $scale" large)
$(row "$small small tables" small)
TABLE
