#!/usr/bin/env bash
# What the matrix runs inside a chroot: matrix_inside.sh ZIP, from the folder that matrix.sh laid.
#
# First the zip in an empty profile: there the plugin itself builds its engine. Then the QGIS tests with that engine.
set -euo pipefail
cd "$(dirname "$0")/.."

venv=/opt/mining-monitor/venv
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export XDG_RUNTIME_DIR=$scratch/runtime PYTHONDONTWRITEBYTECODE=1
mkdir -m 0700 "$XDG_RUNTIME_DIR"

python3 -c "
import sys; from qgis.core import Qgis; from qgis.PyQt.QtCore import QT_VERSION_STR as qt
print('QGIS', Qgis.QGIS_VERSION, 'Qt', qt, 'Python', sys.version.split()[0])"
.ci/environment.sh qgis "$venv"

export MINING_MONITOR_ZIP=$PWD/$1 MINING_MONITOR_PROFILES=$scratch/profiles
status=0
"$venv/bin/python" -m pytest tests/package || status=1

engine=$(find "$scratch/profiles" -path '*/mining_monitor/engine-*/bin/python' 2>/dev/null | head -n 1)
if [ -z "$engine" ]; then
    echo "The zip's plugin built no engine: the QGIS tests that need one cannot run" >&2
    exit 1
fi
export MINING_MONITOR_ENGINE=$engine MINING_MONITOR_CHIPS=3
QT_QPA_PLATFORM=offscreen "$venv/bin/python" -m pytest tests/qgis/adapter tests/contract || status=1
QT_QPA_PLATFORM=offscreen "$venv/bin/python" -m pytest tests/qgis/gui || status=1
"$venv/bin/python" -m pytest tests/qgis_process || status=1
"$venv/bin/python" -m pytest tests/desktop || status=1
exit "$status"
