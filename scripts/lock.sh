#!/bin/sh
# Writes requirements.lock: every package that an installation needs, run or developed, for
# every Python from 3.11 and every platform, each file by its hash and none by its address.
#
#     scripts/lock.sh             keeps the pinned versions that still fit pyproject.toml
#     scripts/lock.sh --upgrade   moves all of them to the newest
set -eu
cd "$(dirname "$0")/.."

lock=requirements.lock
new=$(mktemp .requirements.lock.XXXXXX)
trap 'rm -f "$new"' EXIT
[ ! -f "$lock" ] || cp "$lock" "$new"

# One version for all Pythons ("fewest"), since the site must not depend on which one built it.
.venv/bin/uv pip compile pyproject.toml --extra dev --output-file "$new" \
    --universal --python-version 3.11 --fork-strategy fewest \
    --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --quiet "$@"

if grep -nE '://|^ *-[a-z-]*(index|find-links)|(^|[ @])/' "$new"; then
    echo "lock: the lines above carry an address or a path of this machine; nothing written" >&2
    exit 1
fi
{
    echo "# Made by \`make lock\` from pyproject.toml; not edited by hand."
    grep -v '^# Made by ' "$new"
} >"$new.made"
chmod 644 "$new.made"
mv "$new.made" "$lock"
