#!/bin/sh
# Installs Debian packages where that needs no question: as root, or with passwordless sudo.
# Exit status 1, and a line saying why, where it cannot.
set -eu

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

if ! command -v apt-get >/dev/null 2>&1; then
    echo "setup: no apt-get here, so $* cannot be installed automatically" >&2
    exit 1
fi
if [ "$(id -u)" -ne 0 ] && ! sudo -n true >/dev/null 2>&1; then
    echo "setup: not root and no passwordless sudo, so $* cannot be installed automatically" >&2
    exit 1
fi

install() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" \
        </dev/null >&2
}

echo "setup: installing $* with apt-get" >&2
# A fresh machine has no package lists, or old ones: fetch them only when they are needed.
install "$@" || { as_root apt-get update -q </dev/null >&2 && install "$@"; }
