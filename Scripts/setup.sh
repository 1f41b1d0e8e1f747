#!/usr/bin/env bash
# setup.sh [build|demo|test]
#
# Installs with apt what this machine lacks for the given purpose. If nothing is missing, it says nothing; it changes nothing
# that is there already:
#
#     build  a compiler's and the libraries' headers
#     demo   the same, and a PostgreSQL server with its programs
#     test   the same, and what only the tests use
#
# The Swift toolchain is yours to install: https://www.swift.org/install
set -euo pipefail

purpose=${1:-build}
minimum_swift=6.2

say() { echo "setup: $*" >&2; }
fail() {
    say "$@"
    exit 1
}

# The Swift toolchain itself also needs the headers, on a system without a C compiler.
packages=(ca-certificates g++ git libc6-dev libcurl4-openssl-dev libncurses-dev libpq-dev libsqlite3-dev libxml2-dev
    make pkg-config tzdata zlib1g-dev)
case $purpose in
    build) ;;
    demo) packages+=(postgresql postgresql-contrib) ;;
    test) packages+=(chromium chromium-driver curl postgresql postgresql-contrib openssl pgbouncer python3-pip unzip) ;;
    *) fail "there is no purpose '$purpose': it is build, demo or test." ;;
esac

is_installed() {
    # A pattern matches many packages; one is enough.
    dpkg-query --show --showformat='${db:Status-Status}\n' "$1" 2>/dev/null | grep -qx installed
}

# postgresql and postgresql-contrib only depend on the newest postgresql-NN, which has the server and its extensions.
is_there() {
    case $1 in
        postgresql | postgresql-contrib) is_installed "$1" || is_installed 'postgresql-[0-9]*[0-9]' ;;
        *) is_installed "$1" ;;
    esac
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=l \
        apt-get --quiet --quiet --option Dpkg::Use-Pty=0 --option DPkg::Lock::Timeout=300 "$@" >&2
}

# Whether apt can install without a password.
can_be_root() {
    [ "$(id -u)" -eq 0 ] || { command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; }
}

lists_are_new=false
update_lists() {
    $lists_are_new && return
    apt_get update || say "'apt-get update' failed; going on with the lists there are"
    lists_are_new=true
}

# Without a PostgreSQL server, its package would make a cluster and start it at every boot. A temporary file tells it not to,
# this one time.
no_main_cluster=/etc/postgresql-common/createcluster.d/ayb-setup.conf
install_packages() {
    local had_pgbouncer=true had_server=true
    is_installed pgbouncer || had_pgbouncer=false
    is_installed 'postgresql-[0-9]*[0-9]' || had_server=false
    if ! $had_server && [[ " $* " == *" postgresql "* ]]; then
        apt_get install --yes --no-install-recommends postgresql-common
        as_root mkdir -p "${no_main_cluster%/*}"
        trap 'as_root rm -f "$no_main_cluster"' EXIT
        echo "create_main_cluster = false" | as_root tee "$no_main_cluster" >/dev/null
    fi
    apt_get install --yes --no-install-recommends "$@"
    # The tests run their own pgbouncer: the system's has nothing to do.
    if ! $had_pgbouncer && is_installed pgbouncer && [ -d /run/systemd/system ]; then
        as_root systemctl --quiet disable --now pgbouncer.service || true
    fi
}

# What apt would have installed, for a system without apt.
require_without_apt() {
    local library
    for library in libpq libcurl; do
        pkg-config --exists "$library" 2>/dev/null \
            || fail "pkg-config does not find $library. Install pkg-config and the headers of libpq and libcurl."
    done
    [ "$purpose" = build ] || command -v pg_config >/dev/null || command -v initdb >/dev/null \
        || fail "there is no PostgreSQL server. Install one, with its programs in PATH."
}

check_swift() {
    command -v swift >/dev/null \
        || fail "there is no 'swift' in PATH. Install Swift $minimum_swift or later: https://www.swift.org/install"
    local version oldest
    version=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+(\.[0-9]+)+).*/\1/p' | head -n 1)
    [ -n "$version" ] || fail "'swift --version' does not work. Try it by hand: $(command -v swift) --version"
    oldest=$(printf '%s\n' "$minimum_swift" "$version" | sort -V | head -n 1)
    [ "$oldest" = "$minimum_swift" ] \
        || fail "Swift $version is too old: $minimum_swift or later is needed (https://www.swift.org/install)."
}

missing=()
if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
    for package in "${packages[@]}"; do
        is_there "$package" || missing+=("$package")
    done
else
    require_without_apt
fi

if [ ${#missing[@]} -gt 0 ]; then
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        fail "these packages are missing, and there is no sudo to install them. As root: apt-get install ${missing[*]}"
    fi
    if ! can_be_root; then
        fail "these packages are missing, and sudo asks for a password: sudo apt-get install ${missing[*]}"
    fi
    say "installing ${missing[*]}"
    update_lists
    install_packages "${missing[@]}" \
        || fail "the packages could not be installed. Try it by hand: apt-get install ${missing[*]}"
fi

# The tests run on apt's newest PostgreSQL, which apt knows only if its lists are fresh.
if [ "$purpose" = test ] && command -v apt-get >/dev/null; then
    if can_be_root; then
        update_lists
    else
        say "apt's lists are as old as they are: without sudo, they cannot be updated"
    fi
fi

check_swift
