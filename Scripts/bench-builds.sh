#!/usr/bin/env bash
# bench-builds.sh OTHER
#
# Compares this tree's release build of ayb-server with another one (OTHER: its path), such as one of the commit before, on one
# private cluster and in turns: a diff of 1,000 tables, a stream of many small tables and one of a large table. Prints the
# processor time of ayb-server, which other work on the machine disturbs less than seconds, and the seconds.
#
#     AYB_BENCH_TABLES   how many tables the diff has: 1000
#     AYB_BENCH_RUNS     how often each is measured: 9; the results are medians
set -euo pipefail
cd "$(dirname "$0")/.."

other=${1:?the path of another ayb-server}
tables=${AYB_BENCH_TABLES:-1000}
runs=${AYB_BENCH_RUNS:-9}
wanted_megabytes=2048
. Scripts/bench-cluster.sh

say "filling the sources"
createdb source
createdb changing
psql -X -q -d changing -v tables="$tables" -f Scripts/bench-diff.sql >/dev/null
createdb --template=changing changed
psql -X -q -d changed -v changes=1 -f Scripts/bench-diff.sql >/dev/null
createdb small
psql -X -q -At -d small <<'SQL' | psql -X -q -d small
SELECT format('CREATE TABLE t%s (id integer PRIMARY KEY, a text, b integer); CREATE INDEX ON t%s (b);'
              ' INSERT INTO t%s SELECT i, md5(i::text), i %% 10 FROM generate_series(1, 100) AS i;', n, n, n)
FROM generate_series(1, 400) AS n
SQL
createdb large
pgbench --initialize --quiet --scale=10 large >/dev/null 2>&1
for database in changing changed small large; do psql -X -q -d "$database" -c "VACUUM ANALYZE"; done

python3 Scripts/bench-builds.py "$work" "$runs" "$other" "$PWD/.build/release/ayb-server"
