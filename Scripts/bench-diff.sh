#!/usr/bin/env bash
# bench-diff.sh
#
# Measures `ayb branch diff` on a private cluster, which it makes and removes, and prints a table for docs/benchmarks.md:
#
#   - the SQL from one database to another, against one `pg_dump -s` of one of them
#   - the same for two databases with ten times as many tables, and the server's peak memory during it
#
#     AYB_BENCH_TABLES   how many tables each of the smaller databases has: 1000
#     AYB_BENCH_RUNS     how often the smaller ones are compared: 5; the results are medians
#     TMPDIR             where the cluster is
set -euo pipefail
cd "$(dirname "$0")/.."

tables=${AYB_BENCH_TABLES:-1000}
runs=${AYB_BENCH_RUNS:-5}
# An empty table with its indexes takes 60 kB, in each of two databases; the larger pair is alone.
wanted_megabytes=$((1024 + tables * 10 * 2 * 60 / 1024))
. Scripts/bench-cluster.sh

# Makes the databases NAME and NAME_changed.
make_pair() {
    say "making a pair of databases with $2 tables"
    createdb "$1"
    psql -X -q -d "$1" -v tables="$2" -f Scripts/bench-diff.sql >/dev/null
    createdb --template="$1" "$1_changed"
    psql -X -q -d "$1_changed" -v changes=1 -f Scripts/bench-diff.sql >/dev/null
    for database in "$1" "$1_changed"; do psql -X -q -d "$database" -c "VACUUM ANALYZE"; done
}

bare_dump() { timeout "$limit" pg_dump -s "$1" >"$work/dump.sql"; }
schema_diff() {
    timeout "$limit" ayb branch diff "$(url "$1")" "$(url "$1_changed")" --output sql --quiet --timeout "$limit" \
        >"$work/diff.sql"
}

# The SQL must do what it is measured for.
check() {
    psql -X -q -v ON_ERROR_STOP=1 -d "$1" -f "$work/diff.sql" >/dev/null
    schema_diff "$1"
    [ ! -s "$work/diff.sql" ] || fail "the SQL of $1 does not lead to $1_changed: $(head -n 3 "$work/diff.sql")"
}

make_pair small "$tables"
start_server postgres
for ((run = 1; run <= runs; run++)); do
    say "run $run of $runs"
    timed dump bare_dump small
    timed diff schema_diff small
done
changes=$(grep -c ';$' "$work/diff.sql")
check small
dropdb small
dropdb small_changed

make_pair large "$((tables * 10))"
say "comparing it"
timed large-dump bare_dump large
forget_peak
timed large-diff schema_diff large
peak=$(memory VmHWM)
check large

cat <<TABLE
Databases: $tables and $((tables * 10)) tables with ten columns, two indexes, a foreign key, a view and a policy each; \
every second table differs. The SQL for $tables has $changes statements.
$(conditions)

| what | ayb | by hand | |
|---|---|---|---|
| \`ayb branch diff\`, $tables tables; one \`pg_dump -s\` | $(seconds diff) | $(seconds dump) | $(ratio diff dump) times |
| the same, $((tables * 10)) tables, once | $(seconds large-diff) | $(seconds large-dump) | $(ratio large-diff large-dump) times |
| $((tables * 10)) against $tables tables | $(ratio large-diff diff) times | $(ratio large-dump dump) times | |
| ayb-server, peak while comparing $((tables * 10)) tables | $peak | | |
TABLE
