#!/usr/bin/env bash
# newest-postgres.sh major | package | version
#
# Prints, for apt's newest minor release of the installed PostgreSQL, its major version (15), its package's version
# (15.20-0+deb12u1), or its own (15.20). Prints nothing if apt has none. It uses apt's lists as they are: Scripts/setup.sh
# updates them.
set -euo pipefail

installed_major() {
    dpkg-query --show --showformat='${db:Status-Status} ${Package}\n' 'postgresql-[0-9]*[0-9]' 2>/dev/null \
        | sed -nE 's/^installed postgresql-([0-9]+)$/\1/p' | sort -n | tail -n 1
}

candidate() {
    LC_ALL=C apt-cache policy "postgresql-$1" | sed -nE 's/^ *Candidate: *([^( ][^ ]*)$/\1/p'
}

command -v apt-cache >/dev/null && command -v dpkg-query >/dev/null || exit 0
major=$(installed_major)
[ -n "$major" ] || exit 0
case ${1:-version} in
    major) echo "$major" ;;
    package) candidate "$major" ;;
    version) candidate "$major" | sed -E 's/^([0-9]+:)?([0-9]+\.[0-9]+).*/\2/' ;;
    *)
        echo "usage: newest-postgres.sh major | package | version" >&2
        exit 2
        ;;
esac
