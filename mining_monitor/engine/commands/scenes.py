"""``loadsentinel2``, ``search`` and what else brings imagery."""

from __future__ import annotations

from typing import Any


def add_commands(commands: Any) -> None:
    """Add the sub-commands."""
