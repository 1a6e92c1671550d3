#!/bin/sh
# Packs the project with the packages it needs for x86_64 and aarch64 and Python 3.11 to 3.13 into dist/: unpacked on a
# machine without a network, ./run installs from it.
set -eu
cd "$(dirname "$0")/.."
pip="$PWD/.venv/bin/python -m pip --disable-pip-version-check --quiet"
name=gongshi-bundle-$(git describe --tags --always)
work=dist/$name
rm -rf "$work"
mkdir -p "$work/bundle/wheels"

# Committed files only: style sheet, scripts and catalogues are among them.
git archive HEAD | tar -x -C "$work"

# pip judges the lock file's conditions by the Python that runs it, not by the one asked for. So every line counts,
# except Windows', and each is fetched by itself.
lines() { # LOCK FILE
    awk '/^[^ #].*sys_platform == .win32./ { skip = 1 } /^[^ #]/ && !/win32/ { skip = 0 } !skip' "$1" |
        sed -E 's/ ; [^\\]*( \\)$/\1/'
}

# A package may stand twice in a lock file, for different Pythons; pip takes one version a time.
lines requirements.txt | awk -v folder="$work" '
    /^[^ #]/ { split($1, part, "=="); file = folder "/lock-" (++seen[part[1]]) ".txt" }
    /^[^#]/ && file { print > file }'

# .99: the newest patch of each; what older patches need beside it stands in the lock file as lines of its own.
for machine in x86_64 aarch64; do
    for python in 3.11.99 3.12.99 3.13.99; do
        echo "Packages for $machine, Python ${python%.*}" >&2
        for lock in "$work"/lock-*.txt; do
            $pip download --no-deps --require-hashes --only-binary :all: --python-version "$python" \
                --platform "manylinux_2_28_$machine" --platform "manylinux_2_17_$machine" \
                --platform "manylinux2014_$machine" --implementation cp -d "$work/bundle/wheels" -r "$lock"
        done
    done
done
rm "$work"/lock-*.txt
(cd "$work/bundle" && sha256sum wheels/* >SHA256SUMS)
tar -czf "dist/$name.tar.gz" -C dist "$name"
rm -rf "$work"
ls -l "dist/$name.tar.gz"
