"""``areas``, ``samplepoints``, ``assessaccuracy``, ``detectchange`` and what else comes out as numbers."""

from __future__ import annotations

from typing import Any


def add_commands(commands: Any) -> None:
    """Add the sub-commands."""
