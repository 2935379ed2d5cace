#!/bin/sh
# Prints the path of a Chromium that starts. With --install, gets one where there is none, and a
# font that has Vietnamese letters. CHROMIUM=… names one. Exit status 1 if there is none.
set -eu
cd "$(dirname "$0")/.."

# Ubuntu's chromium-browser may be a note that says "install the snap": only one that starts counts.
starts() {
    [ -n "$1" ] && [ -x "$1" ] && timeout 30 "$1" --version </dev/null >/dev/null 2>&1
}

playwright_chromium() {
    .venv/bin/python -c '
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)' 2>/dev/null || true
}

find_chromium() {
    if [ -n "${CHROMIUM:-}" ]; then
        starts "$CHROMIUM" && echo "$CHROMIUM"
        return
    fi
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        path=$(command -v "$name" || true)
        if starts "$path"; then
            echo "$path"
            return
        fi
    done
    path=$(playwright_chromium)
    starts "$path" && echo "$path"
}

install_chromium() {
    # Debian's package first; Ubuntu's is a note about a snap, and then Playwright's own is taken.
    scripts/apt-install.sh chromium && find_chromium >/dev/null && return
    .venv/bin/python -m playwright install --with-deps chromium </dev/null >&2
}

has_vietnamese_font() {
    command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list :lang=vi family)" ]
}

if [ "${1:-}" = --install ]; then
    find_chromium >/dev/null || install_chromium || true
    has_vietnamese_font || scripts/apt-install.sh fontconfig fonts-dejavu-core || true
fi

if ! find_chromium; then
    echo "no Chromium found; the browser tests need one:" >&2
    echo "    Debian:  sudo apt-get install -y chromium fonts-dejavu-core" >&2
    echo "    Ubuntu:  sudo .venv/bin/python -m playwright install --with-deps chromium" >&2
    echo "or name one:  CHROMIUM=/path/to/chromium make test" >&2
    exit 1
fi
