#!/usr/bin/env bash
# bench-api.sh
#
# Measures the API, on a release build: the latency of lists of 200 branches at 1,000 requests/s, 100 streams of all branches at
# once, and the memory of ayb-server after 5,000 and after 50,000 requests. Prints a table. Takes five minutes.
#
# The clients send at fixed times, whether earlier answers have come or not, and the latency counts from then: a server that is
# slow for a second does not get fewer requests in that second.
#
#     AYB_BENCH_SERVER     another ayb-server; there is no build then
#     AYB_BENCH_BRANCHES   200     AYB_BENCH_RATE      1000 requests/s   AYB_BENCH_SECONDS   30
#     AYB_BENCH_STREAMS    100     AYB_BENCH_REQUESTS  50000
set -euo pipefail
cd "$(dirname "$0")/.."

server=${AYB_BENCH_SERVER:-}
if [ -z "$server" ]; then
    make --no-print-directory release >&2
    server=$PWD/.build/release/ayb-server
fi

. Scripts/private-server.sh
start_private_server
AYB_CHECK_URL=$url python3 Scripts/bench-api.py "$server_pid"
