"""Another program that writes into a project file for a while."""

import contextlib
import sqlite3

from mining_monitor.adapter import file_transaction


@contextlib.contextmanager
def held(path, monkeypatch):
    """Hold a file as a writing program does; the plugin waits for it only shortly, so that the tests do."""
    monkeypatch.setattr(file_transaction, "PATIENCE_S", 0.05)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")
