#!/bin/sh
# Checks of the code that need no server. Each prints its own findings; all run, any failing fails.
set -u
cd "$(dirname "$0")/.."
bin=$PWD/.venv/bin
status=0
check() {
    "$@" || {
        printf 'failed: %s\n' "$*" >&2
        status=1
    }
}
check "$bin/ruff" check -q .
check "$bin/ruff" format --check -q .
check "$bin/mypy"
check "$bin/lint-imports" --no-logo
check sh scripts/templates.sh --check
exit "$status"
