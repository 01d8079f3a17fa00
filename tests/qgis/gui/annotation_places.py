"""A project file with known faults, and the real engine behind the fake one for people's work on sectors."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]

#: About 1.1 km x 1 km each. "left" and "right" share a strip of 0.00000005 degrees, 5.7 m2; "bow" crosses itself.
LEFT = "POLYGON((-70 -23, -69.99000005 -23, -69.99000005 -22.99, -70 -22.99, -70 -23))"
LEFT_OVER = "POLYGON((-70 -23, -69.99 -23, -69.99 -22.99, -70 -22.99, -70 -23))"
RIGHT = "POLYGON((-69.99000005 -23, -69.98 -23, -69.98 -22.985, -69.99000005 -22.985, -69.99000005 -23))"
BOW = "POLYGON((-70 -22.9, -69.99 -22.9, -69.99 -22.89, -69.9899 -22.8901, -69.9901 -22.8899, -70 -22.89, -70 -22.9))"
KNOWN = {"date": "2021-02-27", "system": "Copernicus Sentinel-2"}


def real_engine(monkeypatch):
    """Return an engine access to the real engine, or skip."""
    from mining_monitor.adapter import engine_access, engine_environment
    from mining_monitor.client.engine import engine_command

    named = os.environ.get("MINING_MONITOR_ENGINE")
    python = Path(named) if named else ROOT / ".venv" / "engine" / "bin" / "python"
    if not python.is_file():
        pytest.skip("the engine's environment is not built: make engine")
    monkeypatch.setattr(engine_environment, "command", lambda: engine_command(python))
    return engine_access.EngineAccess()


def connect_real(fake, access):
    """Let the fake engine pass on every request about people's work."""
    from mining_monitor.contract import agreement, annotations, growing, history, proposals, reviewing

    for module in (annotations, history, proposals, growing, agreement, reviewing):
        for request in module.REQUESTS:
            fake.answers[request] = access.call


def state_of(path):
    """Return every attribute and geometry of the sectors, by identity."""
    with sqlite3.connect(path) as connection:
        connection.row_factory = sqlite3.Row
        rows = connection.execute("SELECT * FROM sectors ORDER BY uuid").fetchall()
    connection.close()
    return [{key: row[key] for key in row.keys() if key != "fid"} for row in rows]  # noqa: SIM118, sqlite3.Row


def log_actions(path):
    """Return the actions of the log in order."""
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT action FROM log ORDER BY seq").fetchall()
    connection.close()
    return [row[0] for row in rows]
