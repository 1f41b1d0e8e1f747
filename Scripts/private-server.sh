# private-server.sh: sourced. Starts an ayb-server with a private PostgreSQL, and removes all of it when the shell ends.
#
# Takes $server, the program. Sets $url, $home, $server_pid, and exports AYB_TOKEN: every user of the machine can read
# arguments.

stop_private_server() {
    if [ -n "${server_pid:-}" ]; then
        kill -TERM "$server_pid" 2>/dev/null || true
        wait "$server_pid" 2>/dev/null || true
    fi
    rm -rf "$home"
}

# Starts it; NAME=VALUE arguments go into its environment.
start_private_server() {
    # PostgreSQL does not run as root, and its user needs access to its files.
    home=$(mktemp -d "${TMPDIR:-/tmp}/ayb-private-XXXXXX")
    chmod 711 "$home"
    trap stop_private_server EXIT
    AYB_TOKEN=$(od -An -N32 -tx1 /dev/urandom | tr -d ' \n')
    export AYB_TOKEN
    local variable
    for variable in ${!AYB_SERVER_@} ${!AYB_DATABASE_@} ${!PG@}; do unset "$variable"; done
    env AYB_HOME="$home" AYB_CONFIG= AYB_ADMIN_TOKEN="$AYB_TOKEN" AYB_SERVER_PORT=0 AYB_LOGGING_LEVEL=notice "$@" \
        "$server" 2>"$home/log" &
    server_pid=$!
    url=
    for _ in $(seq 900); do
        url=$(grep -ao 'http://127\.0\.0\.1:[0-9]*' "$home/log" | head -n 1 || true)
        [ -z "$url" ] || return 0
        kill -0 "$server_pid" 2>/dev/null || break
        sleep 0.1
    done
    echo "the server did not start:" >&2
    tail -n 20 "$home/log" >&2
    return 1
}
