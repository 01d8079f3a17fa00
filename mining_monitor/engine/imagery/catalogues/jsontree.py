"""JSON that strangers wrote: every member is looked at before it is used."""

from __future__ import annotations

import json
import math
from typing import Any

from mining_monitor.contract.errors import CatalogueError


def parse(body: bytes | str, *, what: str) -> dict[str, Any]:
    """Return the object that a text holds.

    Raises
    ------
    CatalogueError
        It is no JSON, or no object.
    """
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict):
        raise CatalogueError(f"{what} is no STAC: it holds no JSON object. Check the address.", what=what)
    return value


def as_object(value: Any) -> dict[str, Any]:
    """Return an object; an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def as_list(value: Any) -> list[Any]:
    """Return a list; an empty one for anything else."""
    return value if isinstance(value, list) else []


def as_text(value: Any, longest: int = 400) -> str:
    """Return a text without control characters; an empty one for anything else."""
    if not isinstance(value, str):
        return ""
    return "".join(c for c in value[:longest] if c.isprintable())


def as_number(value: Any) -> float | None:
    """Return a finite number; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def first_text(*values: Any) -> str:
    """Return the first text that is not empty."""
    return next((text for value in values if (text := as_text(value))), "")


def first_number(*values: Any) -> float | None:
    """Return the first finite number."""
    return next((number for value in values if (number := as_number(value)) is not None), None)
