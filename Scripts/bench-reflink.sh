#!/usr/bin/env bash
# bench-reflink.sh
#
# Measures `template` branches on PostgreSQL 18 on XFS with reflink, where a branch shares the blocks of its source, and
# prints a table for docs/benchmarks.md: for a database of half a gigabyte and for one ten times as large. The file system
# is in a file, which only root can mount; it and the cluster are removed at the end.
#
#     AYB_BENCH_MEGABYTES   the size of the smaller database: 500
#     AYB_BENCH_RUNS        how often each branch is made: 5; the results are medians
#     TMPDIR                where the file system is
set -euo pipefail
cd "$(dirname "$0")/.."

megabytes=${AYB_BENCH_MEGABYTES:-500}
runs=${AYB_BENCH_RUNS:-5}

if [ "$(id -u)" -ne 0 ] || ! command -v mkfs.xfs >/dev/null; then
    echo "bench: reflink is not measured: it needs root, who can mount a file system, and mkfs.xfs (xfsprogs)." >&2
    exit 0
fi
Scripts/fetch-postgres.sh "$PWD/.build/postgres"
bench_bin=$PWD/.build/postgres/18/bin
if ! [ -x "$bench_bin/initdb" ]; then
    echo "bench: reflink is not measured: there is no PostgreSQL 18." >&2
    exit 0
fi
# The user postgres runs them, and may lack access to the build directory.
disk=$(mktemp -d "${TMPDIR:-/tmp}/ayb-disk.XXXXXX")
release_disk() {
    umount --lazy "$disk/xfs" 2>/dev/null || true
    rm -rf "$disk"
}
trap release_disk EXIT
chmod 711 "$disk"
mkdir "$disk/xfs"
truncate --size="$((megabytes * 11 * 2 + 6000))M" "$disk/image"
mkfs.xfs -q -m reflink=1 "$disk/image"
if ! mount -o loop "$disk/image" "$disk/xfs"; then
    echo "bench: reflink is not measured: no file system can be mounted here." >&2
    exit 0
fi
chmod 711 "$disk/xfs"
cp -a "$PWD/.build/postgres/18" "$disk/postgres"
bench_bin=$disk/postgres/bin
TMPDIR=$disk/xfs
wanted_megabytes=$((megabytes * 11 * 2))
. Scripts/bench-cluster.sh

# Incompressible rows, in a table with an index.
fill() {
    psql -X -q -d postgres -c "CREATE DATABASE $1"
    psql -X -q -d "$1" -v rows="$(($2 * 1000))" <<'SQL'
CREATE TABLE t (id bigint, a text);
INSERT INTO t SELECT i, repeat(md5(i::text), 28) FROM generate_series(1, :rows) AS i;
ALTER TABLE t ADD PRIMARY KEY (id);
VACUUM ANALYZE t;
SQL
}
say "filling a database of $megabytes MB, and one ten times as large"
fill smaller "$megabytes"
fill larger "$((megabytes * 10))"
start_server smaller

branch() { ayb branch create measured --from "$1" --strategy template --quiet --timeout "$limit"; }
bare() {
    timeout "$limit" psql -X -q -d postgres -c "SET file_copy_method = 'clone'" \
        -c "CREATE DATABASE bare TEMPLATE $1 STRATEGY FILE_COPY"
}
for ((run = 1; run <= runs; run++)); do
    say "run $run of $runs"
    for database in smaller larger; do
        timed "ayb-$database" branch "$(url "$database")"
        ayb branch delete measured --yes --quiet
        timed "bare-$database" bare "$database"
        psql -X -q -d postgres -c "DROP DATABASE bare"
    done
done

size() { psql -X -At -d postgres -c "SELECT pg_size_pretty(pg_database_size('$1'))"; }
conditions
cat <<TABLE
The file system is XFS with reflink, in a file.

| source | \`ayb branch create\`, template | the bare statement |
|---|---|---|
| $(size smaller) | $(seconds ayb-smaller) | $(seconds bare-smaller) |
| $(size larger) | $(seconds ayb-larger), $(ratio ayb-larger ayb-smaller) times the smaller | $(seconds bare-larger) |
TABLE
