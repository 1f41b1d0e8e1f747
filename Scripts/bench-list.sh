#!/usr/bin/env bash
# bench-list.sh
#
# Measures the processor time of ayb-server for one list of 200 branches over HTTP, and prints a table. With another
# ayb-server, such as one of an older commit, both are asked in turns, and the ratio is printed too.
#
#     AYB_BENCH_OTHER   the path of another release build of ayb-server
set -euo pipefail
cd "$(dirname "$0")/.."

make --no-print-directory release >&2
. Scripts/private-server.sh

servers=()
homes=()
stop_all() {
    for process in "${servers[@]}"; do
        kill -TERM "$process" 2>/dev/null || true
        wait "$process" 2>/dev/null || true
    done
    rm -rf "${homes[@]}"
}
arguments=()
for server in "$PWD/.build/release/ayb-server" ${AYB_BENCH_OTHER:+"$AYB_BENCH_OTHER"}; do
    start_private_server
    servers+=("$server_pid")
    homes+=("$home")
    trap stop_all EXIT
    (umask 077 && printf '%s' "$AYB_TOKEN" >"$home/token")
    arguments+=("$server_pid" "$url" "$home/token")
done
python3 Scripts/bench-list.py "${arguments[@]}"
