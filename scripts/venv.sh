# Sourced by ./run and ./test from the project's root: makes .venv with the packages of a lock file, once.

find_python() {
    for candidate in ${GONGSHI_PYTHON:-} /usr/bin/python3 python3 python3.14 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return 0
        fi
    done
    echo "Python 3.11 or newer is missing: apt-get install python3 python3-venv" >&2
    return 1
}

# Debian splits venv and pip off from Python.
need_venv() { # PYTHON
    "$1" -c 'import ensurepip, venv' 2>/dev/null && return 0
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >&2 &&
            "$1" -c 'import ensurepip, venv' 2>/dev/null && return 0
    fi
    echo "Python's venv is missing. Run once: sudo apt-get install python3-venv" >&2
    return 1
}

# Packages come from the offline bundle when there is one (make bundle), else from the configured index.
pip_install() { # LOCK FILE
    set -- --disable-pip-version-check --quiet --require-hashes --only-binary :all: -r "$1"
    if [ -d bundle/wheels ]; then
        set -- --no-index --find-links bundle/wheels "$@"
    fi
    .venv/bin/python -m pip install "$@"
}

# A lock file already installed is known by its checksum, so that a second start takes no time.
make_venv() { # LOCK FILE
    stamp=.venv/installed-$(basename "$1")
    sum=$(cksum "$1")
    if [ -x .venv/bin/python ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$sum" ]; then
        return 0
    fi
    if ! [ -x .venv/bin/python ] || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
        base=$(find_python)
        need_venv "$base"
        echo "Making .venv ($("$base" --version))" >&2
        "$base" -m venv --clear .venv
    fi
    echo "Installing $1" >&2
    pip_install "$1"
    # The source roots: the project's packages and site/ (which holds the package gongshi).
    for packages in .venv/lib/python3*/site-packages; do
        printf '%s\n%s\n' "$PWD" "$PWD/site" >"$packages/gongshi.pth"
    done
    printf '%s\n' "$sum" >"$stamp"
}
