"""The lines that go through the door: versioned JSON, one message a line (ARCHITECTURE "The door").

To the engine: ``hello``, a request, ``cancel``, ``shutdown``.
From the engine: ``ready``, then for each request any number of ``progress``, ``log`` and ``partial`` and exactly
one of ``result``, ``error``, ``cancelled``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Dict, Optional

from mining_monitor.contract.codec import from_json, to_json
from mining_monitor.contract.errors import ContractError, MiningMonitorError, error_from_code
from mining_monitor.contract.requests import REQUESTS

#: Raised whenever a message changes in a way that an older program would misread.
PROTOCOL_VERSION = 1

#: A line longer than this is refused: bulk data goes through files.
MAX_LINE_BYTES = 8 * 1024 * 1024

HELLO, CANCEL, SHUTDOWN = "hello", "cancel", "shutdown"
READY, PROGRESS, LOG, PARTIAL = "ready", "progress", "log", "partial"
RESULT, ERROR, CANCELLED = "result", "error", "cancelled"

#: Events that end a request.
FINAL = (RESULT, ERROR, CANCELLED)


@dataclass(frozen=True)
class Message:
    """One line: ``id`` of the request it belongs to (0: the connection itself), ``type``, and its body."""

    id: int
    type: str
    body: Dict[str, Any]


@dataclass(frozen=True)
class Progress:
    """How far a request is: ``fraction`` 0..1, the stage, units done and in all, seconds left where known."""

    fraction: float
    stage: str = ""
    message: str = ""
    done: Optional[int] = None
    total: Optional[int] = None
    seconds_left: Optional[float] = None


@dataclass(frozen=True)
class Partial:
    """A GeoJSON file (EPSG:4326) with polygons of the rows that are finished: a preview, replaced by the next."""

    path: str
    sectors: int = 0


def encode(message: Message) -> str:
    """Return the line of a message, with its newline; never holds another newline."""
    value = {"id": message.id, "type": message.type, **to_json(message.body)}
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n"


def decode(line: str) -> Message:
    """Read a line.

    Raises
    ------
    ContractError
        The line is no JSON object with an integer ``id`` and a text ``type``, or it is too long.
    """
    if len(line) > MAX_LINE_BYTES:
        raise ContractError(f"A message of {len(line)} characters is longer than {MAX_LINE_BYTES}.")
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ContractError(f"A message is no JSON: {error}.") from error
    if not isinstance(value, dict):
        raise ContractError("A message must be a JSON object.")
    number, kind = value.pop("id", None), value.pop("type", None)
    if not isinstance(number, int) or isinstance(number, bool) or not isinstance(kind, str):
        raise ContractError("A message needs an integer 'id' and a text 'type'.")
    return Message(number, kind, value)


def request_message(number: int, request: Any) -> Message:
    """Wrap a request."""
    return Message(number, request.TYPE, {"request": to_json(request)})


def request_of(message: Message) -> Any:
    """Return the request dataclass that a message holds.

    Raises
    ------
    ContractError
        The type is unknown or the body does not fit it.
    """
    kind = REQUESTS.get(message.type)
    if kind is None:
        raise ContractError(f"The engine knows no request '{message.type}'.", where="type")
    return from_json(kind, message.body.get("request"), "")


def result_of(request: Any, message: Message) -> Any:
    """Return the result dataclass of a ``result`` message that answers ``request``."""
    return from_json(request.RESULT, message.body.get("result"), "")


def error_message(number: int, error: MiningMonitorError) -> Message:
    """Wrap an error: its code, its sentence, its facts."""
    return Message(number, ERROR, {"code": error.code, "message": error.message, "facts": to_json(error.facts)})


def error_of(message: Message) -> MiningMonitorError:
    """Rebuild the error of an ``error`` message."""
    body = message.body
    return error_from_code(str(body.get("code", "failed")), str(body.get("message", "")), dict(body.get("facts") or {}))
