#!/usr/bin/env bash
# bench-list.sh
#
# Measures writing the list of branches as JSON: with JSONEncoder, and by hand as the server does. Compiles only
# BranchingCore, with optimization, and prints a table. Takes two minutes, mostly compiling.
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
