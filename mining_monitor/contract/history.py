"""What happened to sectors: the log and its chain, a sector's history, the way back to an earlier shape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar, Dict, Optional, Tuple


@dataclass(frozen=True)
class LogReport:
    """Whether a project's log is whole.

    Attributes
    ----------
    is_usable : bool
        The chain is whole and every sector is as the log left it.
    rows : int
    broken_seq : int or None
        ``seq`` of the first row that does not fit (None where that cell itself is unreadable).
    broken_position : int or None
        Its position in the log, from 1; None: the chain is whole.
    changed_outside : tuple of str
        ``uuid`` of sectors whose shape is not the one that the log has last.
    message : str
    """

    is_usable: bool
    rows: int
    broken_seq: Optional[int]
    broken_position: Optional[int]
    changed_outside: Tuple[str, ...]
    message: str


@dataclass(frozen=True)
class VerifyLogRequest:
    """Check the hash chain of a project's log, and the sectors against it."""

    project: str

    TYPE: ClassVar[str] = "verify-log"
    RESULT: ClassVar[type] = LogReport


@dataclass(frozen=True)
class HistoryEntry:
    """One act on one sector: who, when, what, from what to what; ``wkt`` is its shape afterwards (None: gone)."""

    seq: int
    at: str
    who: str
    action: str
    before: Dict[str, Any]
    after: Dict[str, Any]
    wkt: Optional[str] = None
    area_m2: Optional[float] = None
    can_restore: bool = False


@dataclass(frozen=True)
class SectorHistory:
    """What happened to a sector, oldest first; ``is_whole`` is False when the log's chain is broken."""

    uuid: str
    entries: Tuple[HistoryEntry, ...]
    exists: bool
    is_whole: bool


@dataclass(frozen=True)
class SectorHistoryRequest:
    """Ask who changed a sector, when, from what."""

    project: str
    uuid: str

    TYPE: ClassVar[str] = "sector-history"
    RESULT: ClassVar[type] = SectorHistory


@dataclass(frozen=True)
class RestoreResult:
    """A sector has an earlier shape again; ``created`` when it had been deleted."""

    uuid: str
    area_m2: float
    created: bool
    seq: int


@dataclass(frozen=True)
class RestoreSectorRequest:
    """Give a sector the shape that it had after the act ``seq``; that is an act of its own, and logged."""

    project: str
    uuid: str
    seq: int
    operator: str = ""

    TYPE: ClassVar[str] = "restore-sector"
    RESULT: ClassVar[type] = RestoreResult


REQUESTS = (VerifyLogRequest, SectorHistoryRequest, RestoreSectorRequest)
