#!/usr/bin/env bash
# Build or refresh a Python environment of this checkout: environment.sh engine|qgis FOLDER
#
# engine: the hash-pinned libraries of the engine, and the developers' tools.
# qgis:   the system's Python with its PyQGIS, and pytest; pip never brings a second numpy (QGIS_NOTES 2).
# A file .ready in the folder says that it is complete and when.
set -euo pipefail
cd "$(dirname "$0")/.."

kind=$1 folder=$2
here=.ci

python_for() { # the oldest place first: PyQGIS belongs to /usr/bin/python3
    local candidate
    for candidate in ${PYTHON:-} /usr/bin/python3 python3; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null; then
            echo "$candidate"
            return
        fi
    done
    echo "environment.sh: no Python 3.10 or newer was found: install one, or name it with PYTHON=…" >&2
    return 1
}

mkdir -p "$(dirname "$folder")"
exec 9>"$(dirname "$folder")/.lock"
flock 9 # two targets may want the same environment at once

command -v python3 >/dev/null || "$here/packages.sh" python
python=$(python_for)
"$python" -c 'import ensurepip' 2>/dev/null || "$here/packages.sh" python

pip() { "$folder/bin/python" -m pip --disable-pip-version-check -qq "$@"; } # warnings about places that hold no packages are left out

case $kind in
engine)
    [ -x "$folder/bin/python" ] || "$python" -m venv "$folder"
    pip install --require-hashes --only-binary=:all: --requirement mining_monitor/engine/requirements.txt
    pip install --requirement "$here/requirements-dev.txt"
    # The checks read PyQt6's stubs; its libraries are never loaded, so Qt itself stays out.
    pip install --no-deps --target "$folder/qt6-names" --upgrade "$(sed -n 's/^# stubs: //p' "$here/requirements-dev.txt")"
    ;;
qgis)
    /usr/bin/python3 -c 'import qgis.core' || {
        echo "environment.sh: /usr/bin/python3 has no PyQGIS although QGIS is installed" >&2
        exit 1
    }
    [ -x "$folder/bin/python" ] || /usr/bin/python3 -m venv --system-site-packages "$folder"
    numpy=$(/usr/bin/python3 -c 'import numpy; print(numpy.__version__)' 2>/dev/null || true)
    printf '%s\n' ${numpy:+"numpy==$numpy"} >"$folder/constraints.txt"
    pip install --constraint "$folder/constraints.txt" --requirement "$here/requirements-qgis.txt"
    ;;
*)
    echo "usage: environment.sh engine|qgis FOLDER" >&2
    exit 2
    ;;
esac
touch "$folder/.ready"
