#!/usr/bin/env bash
# bench-load.sh
#
# Measures many clients: 500 event streams twice, and 5,000 mixed requests during each. Prints ayb-server's memory along the
# way, and fails if it grows. Takes a minute or two.
set -euo pipefail
cd "$(dirname "$0")/.."

server=.build/release/ayb-server
[ -x "$server" ] || server=.build/debug/ayb-server
[ -x "$server" ] || swift build --product ayb-server

. Scripts/private-server.sh
start_private_server
AYB_CHECK_URL=$url python3 Scripts/bench-load.py "$server_pid"
