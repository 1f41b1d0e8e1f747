#!/usr/bin/env bash
# test.sh [ARGUMENT...]
#
# All tests, from a clean clone: sets the machine up, fetches other versions of PostgreSQL beside the installed one, builds,
# checks the style and the documents, and tests. Arguments go to `swift test`.
#
# The versions are 13, 14, 16, 17 and 18, and apt's newest minor release of the installed one, which is what users have.
# At the end it prints the versions that the tests ran on, and fails if the newest was not among them.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { echo "test: $*" >&2; }

# Where the fetched PostgreSQL goes. As root, the tests run it as the user postgres, who needs access.
postgres_directory() {
    local directory=$PWD/.build/postgres
    mkdir -p "$directory"
    if [ "$(id -u)" -ne 0 ]; then
        echo "$directory"
        return
    fi
    chmod a+rx "$directory"
    if runuser -u postgres -- test -x "$directory" 2>/dev/null; then
        echo "$directory"
        return
    fi
    directory=/var/tmp/ayb-postgres-$(id -u)
    [ -e "$directory" ] || mkdir -m 755 "$directory"
    # Anybody can make a directory there, and its programs will be run.
    if [ -L "$directory" ] || ! [ -O "$directory" ]; then
        say "$directory is not a directory of yours: remove it"
        return 1
    fi
    chmod 755 "$directory"
    echo "$directory"
}

Scripts/setup.sh test

if [ -z "${AYB_TEST_POSTGRES:-}" ]; then
    AYB_TEST_POSTGRES=$(postgres_directory)
    Scripts/fetch-postgres.sh "$AYB_TEST_POSTGRES" \
        || say "not every PostgreSQL could be fetched: the tests run on those that are there"
fi
export AYB_TEST_POSTGRES
# Each test cluster adds its version.
AYB_TEST_VERSIONS_SEEN=$(mktemp)
export AYB_TEST_VERSIONS_SEEN

# Most tests start processes. All at once on few processors, they only wait for each other, and for their limits.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH="${SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH:-8}"

# What judges the accessibility of the dashboard.
if [ -z "${AYB_TEST_AXE:-}" ]; then
    AYB_TEST_AXE=$PWD/.build/axe/axe.min.js
    Scripts/fetch-axe.sh "$AYB_TEST_AXE" || {
        say "axe-core could not be fetched: the pages are tested without it"
        AYB_TEST_AXE=
    }
fi
export AYB_TEST_AXE
command -v chromedriver >/dev/null || say "there is no Chromium: the dashboard is tested without a browser"

swift build --build-tests
Scripts/lint.sh

# A failure is hundreds of lines above the end if one test takes minutes: repeat it last.
log=$(mktemp)
trap 'rm -f "$log" "$AYB_TEST_VERSIONS_SEEN"' EXIT
swift test "$@" 2>&1 | tee "$log" || {
    say "what failed:"
    grep -aE 'recorded an issue|Caught error|Time limit|[Ff]atal error|error: ' "$log" | cut -c 1-600 | tail -n 12 >&2
    exit 1
}

# If only some tests were requested, this may not be among them.
[ $# -gt 0 ] || Scripts/check-api.sh

seen=$(sort -V -u "$AYB_TEST_VERSIONS_SEEN" | tr '\n' ' ')
say "PostgreSQL versions that the tests ran on: ${seen:-none}"
newest=$(Scripts/newest-postgres.sh version)
if [ $# -gt 0 ] || [ -z "$newest" ]; then exit 0; fi
if [[ " $seen" != *" $newest "* ]]; then
    say "apt offers PostgreSQL $newest, and no test ran on it. Remove $AYB_TEST_POSTGRES/apt, and try again."
    exit 1
fi
