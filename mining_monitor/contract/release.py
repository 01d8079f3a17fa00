"""Safe release: what is asked of ``engine.reporting`` before files leave the house, and its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Tuple

from mining_monitor.contract.numbers import SectorSource


@dataclass(frozen=True)
class Leak:
    """Something withheld that a file gives away: which file, what kind, the text that was found and where."""

    file: str
    kind: str
    found: str
    where: str = ""


@dataclass(frozen=True)
class ScanReleaseResult:
    """What a scan found; ``scanned`` files and members of archives were opened, ``unread`` could not be."""

    leaks: Tuple[Leak, ...]
    scanned: int
    unread: Tuple[str, ...] = ()
    is_clean: bool = True


@dataclass(frozen=True)
class ScanReleaseRequest:
    """Search files that are to be released for what was withheld (DOMAIN 4.5).

    Attributes
    ----------
    files : tuple of str
        Files and folders; folders with everything in them.
    source : SectorSource
        The full-resolution sectors; those of class 1 (``asm``) are withheld, with ``everything`` all of them.
    generalise : str
        The grid in degrees whose multiples may appear.
    """

    files: Tuple[str, ...]
    source: SectorSource
    generalise: str = "0.1"
    everything: bool = False

    TYPE: ClassVar[str] = "scan-release"
    RESULT: ClassVar[type] = ScanReleaseResult


REQUESTS = (ScanReleaseRequest,)
