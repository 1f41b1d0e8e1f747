#!/usr/bin/env bash
# bench-list.sh
#
# What writing the list of branches as JSON costs: by JSONEncoder, and by hand as the server does it. Compiles BranchingCore
# alone, with optimization, and prints a table. Takes two minutes, most of it to compile.
set -euo pipefail
cd "$(dirname "$0")/.."

directory=$(mktemp -d)
trap 'rm -rf "$directory"' EXIT
mapfile -t sources < <(find Sources/BranchingCore -name '*.swift')
swiftc -O -whole-module-optimization -parse-as-library -swift-version 6 -package-name ayb \
    -enable-upcoming-feature ExistentialAny -enable-upcoming-feature InternalImportsByDefault \
    -enable-upcoming-feature MemberImportVisibility \
    "${sources[@]}" Scripts/bench-list.swift -o "$directory/bench-list"
"$directory/bench-list"
