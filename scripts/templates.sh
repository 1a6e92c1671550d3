#!/bin/sh
# Indents the HTML templates; with --check it only says which are not.
set -eu
cd "$(dirname "$0")/.."
git ls-files '*.html' | xargs -r .venv/bin/djhtml --tabwidth 2 "$@"
