#!/bin/sh
# Resolves requirements*.in into lock files with hashes for every platform and every Python >= 3.11.
# `sh scripts/lock.sh --upgrade` takes the newest versions that the .in files allow.
set -eu
cd "$(dirname "$0")/.."
compile() { # NAME ARGUMENTS
    name=$1
    shift
    uv pip compile -q --universal --generate-hashes --python-version 3.11 --no-header \
        --no-emit-index-url --no-emit-find-links "$@" -o "$name.txt" "$name.in"
}
compile requirements "$@"
compile requirements-dev -c requirements.txt "$@"
compile requirements-elasticsearch "$@"
