"""Runs of the real engine's store, and what a project file says of its proposals."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from tests.qgis.gui.annotation_places import ROOT

#: Side by side, two hundred metres wide; DUMP_WIDER is twice as wide as DUMP, SMALL a tenth of PIT.
PIT = "POLYGON((-70.002 -23.002, -70 -23.002, -70 -23, -70.002 -23, -70.002 -23.002))"
DUMP = "POLYGON((-70 -23.002, -69.998 -23.002, -69.998 -23, -70 -23, -70 -23.002))"
DUMP_WIDER = "POLYGON((-70 -23.002, -69.996 -23.002, -69.996 -23, -70 -23, -70 -23.002))"
PLANT = "POLYGON((-69.99 -23.002, -69.989 -23.002, -69.989 -23.001, -69.99 -23.001, -69.99 -23.002))"
NEW_GROUND = "POLYGON((-69.98 -23.002, -69.979 -23.002, -69.979 -23.001, -69.98 -23.001, -69.98 -23.002))"


def engine_python():
    """Return the engine's interpreter, or skip."""
    named = os.environ.get("MINING_MONITOR_ENGINE")
    python = Path(named) if named else ROOT / ".venv" / "engine" / "bin" / "python"
    if not python.is_file():
        pytest.skip("the engine's environment is not built: make engine")
    return python


def store_run(path, run_id, *sectors, scene="scene-1"):
    """Store a run as a detection does."""
    script = Path(__file__).with_name("make_run.py")
    variables = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [str(engine_python()), str(script), str(path), run_id, scene, json.dumps(sectors)]
    done = subprocess.run(command, env=variables, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr


def rows(path, query, *values):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query, values).fetchall()


def proposal_states(path):
    """Return the state of each proposal by its kind."""
    return dict(rows(path, "SELECT kind, state FROM proposals ORDER BY fid"))
