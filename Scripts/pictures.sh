#!/usr/bin/env bash
# pictures.sh
#
# Makes the pictures of docs/admin-dashboard.md, in docs/pictures: runs a server with a private PostgreSQL and the shop of the
# demo, makes branches, and has Chromium look at the dashboard, light and dark.
set -euo pipefail
cd "$(dirname "$0")/.."

server=.build/debug/ayb-server
Scripts/setup.sh test
swift build --product ayb-server
mkdir -p docs/pictures

. Scripts/private-server.sh
start_private_server
python3 Scripts/pictures.py "$url" "$home" docs/pictures
