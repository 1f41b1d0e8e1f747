#!/usr/bin/env bash
# fetch-axe.sh FILE
#
# Writes axe-core, which judges the accessibility of the dashboard's pages, into FILE. It comes with a package on PyPI and is
# used by the tests only. An existing FILE is left alone.
set -euo pipefail

file=${1:?usage: fetch-axe.sh FILE}
package=axe-selenium-python==3.0.0

say() { echo "fetch-axe: $*" >&2; }

if [ -s "$file" ]; then
    say "axe-core is there already"
    exit 0
fi
mkdir -p "$(dirname "$file")"
work=$(mktemp -d -p "$(dirname "$file")" .fetch.XXXXXX)
trap 'rm -rf "$work"' EXIT
say "fetching $package"
# Any Python will do: nothing of it is run.
python3 -m pip download --quiet --disable-pip-version-check --no-deps --python-version 3.12 --only-binary=:all: \
    --dest "$work" "$package"
unzip -p "$work"/*.whl '*/axe-core/axe.min.js' >"$work/axe.min.js"
head -c 100 "$work/axe.min.js" | head -n 1 >&2
chmod a+r "$work/axe.min.js"
mv "$work/axe.min.js" "$file"
