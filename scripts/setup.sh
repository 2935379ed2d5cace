#!/bin/sh
# Makes .venv/ with everything in requirements.lock, and plansite itself as an editable install.
#
# Runs before every `make` target: it returns at once when nothing changed, may be interrupted
# anywhere and simply run again, and asks nothing. PYTHON=… chooses the interpreter of a new one.
set -eu
cd "$(dirname "$0")/.."

venv=.venv
stamp=$venv/.plansite-setup

say() { printf 'setup: %s\n' "$*" >&2; }

# What the environment was made for. Its own scripts name its place, so a moved or copied working
# tree must not go on with the one it brought along.
wanted() {
    pwd -P
    cat requirements.lock pyproject.toml scripts/setup.sh | cksum
}

recent_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for name in ${PYTHON:-python3.13 python3.12 python3.11 python3 python3.14 python}; do
        if recent_enough "$name"; then
            echo "$name"
            return
        fi
    done
    say "no Python 3.11 or newer found${PYTHON:+ (PYTHON=$PYTHON)}."
    say "On Debian 12 or newer, Ubuntu 24.04 or newer:  apt-get install python3 python3-venv"
    say "On Ubuntu 22.04:  apt-get install python3.11 python3.11-venv"
    say "Elsewhere, put a python3.11 (or newer) on the PATH, or say  make PYTHON=/path/to/python"
    exit 1
}

# Debian and Ubuntu ship Python without the part that fills a virtual environment with pip.
install_venv_package() {
    version=$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    package=python$version-venv
    say "this Python cannot make virtual environments; it needs the package $package"
    if scripts/apt-install.sh "$package"; then
        return
    fi
    say "Install it and run the same command again:  sudo apt-get install -y $package"
    exit 1
}

make_venv() {
    python=$(find_python)
    say "making $venv with $("$python" -c 'import sys; print(sys.executable, sys.version.split()[0])')"
    if "$python" -c 'import ensurepip, venv' >/dev/null 2>&1 &&
        "$python" -m venv --clear "$venv" >/dev/null; then
        return
    fi
    install_venv_package "$python"
    "$python" -m venv --clear "$venv"
}

usable_venv() {
    recent_enough "$venv/bin/python" || return 1
    "$venv/bin/python" -m pip --version >/dev/null 2>&1 || return 1
    grep -qF "$(pwd -P)/$venv" "$venv/bin/activate"
}

if [ -x "$venv/bin/plansite" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$(wanted)" ]; then
    exit 0
fi
usable_venv || make_venv
rm -f "$stamp"

say "installing what requirements.lock names (the first time takes a minute or two)"
pip() { "$venv/bin/python" -m pip --disable-pip-version-check --no-input "$@"; }
pip install --quiet --require-hashes -r requirements.lock
pip install --quiet --no-deps --no-build-isolation --editable .

# Last, and in one step: whoever finds a stamp finds a complete environment.
wanted >"$stamp.new"
mv "$stamp.new" "$stamp"
