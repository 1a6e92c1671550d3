#!/bin/sh
# Runs unit and integration tests against the newest Wagtail instead of the LTS line: tells early what an upgrade costs.
# The catalogue tests belong to the locked versions and are left out.
set -eu
cd "$(dirname "$0")/.."
. ./scripts/venv.sh
base=$(find_python)
need_venv "$base"
mkdir -p var
[ -x var/forward/bin/python ] || "$base" -m venv var/forward
sed -E 's/^wagtail~=[0-9.]+/wagtail/' requirements.in >var/forward/requirements.in
sed -E '/^-r /d' requirements-dev.in >>var/forward/requirements.in
var/forward/bin/python -m pip install --quiet --disable-pip-version-check --upgrade -r var/forward/requirements.in
for packages in var/forward/lib/python3*/site-packages; do
    printf '%s\n%s\n' "$PWD" "$PWD/site" >"$packages/gongshi.pth"
done
var/forward/bin/python -c 'import wagtail; print("Wagtail", wagtail.__version__)'
exec var/forward/bin/python -m pytest -q tests/unit tests/integration \
    --ignore tests/unit/site/test_own_catalogue.py --ignore tests/unit/site/test_wagtail_catalogue.py "$@"
