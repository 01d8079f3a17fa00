"""``loadsentinel2``, ``search`` and what else brings imagery."""

from __future__ import annotations

from typing import Any

from mining_monitor.engine.commands import catalogues, sentinel2, spectral


def add_commands(commands: Any) -> None:
    """Add the sub-commands."""
    sentinel2.add_commands(commands)
    catalogues.add_commands(commands)
    spectral.add_commands(commands)
