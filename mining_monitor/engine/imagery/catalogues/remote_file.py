"""A file on the network of which parts are fetched: few requests, headers kept, failures that stay."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from mining_monitor.contract.errors import MiningMonitorError
from mining_monitor.engine.imagery.catalogues import kept_parts
from mining_monitor.engine.imagery.catalogues.addresses import host_of, shown
from mining_monitor.engine.imagery.catalogues.http import Web
from mining_monitor.engine.imagery.catalogues.problems import network_error

T = TypeVar("T")

#: Headers and directories come in pieces of this size, which are kept; pixels come as they are asked for.
_PIECE = 1 << 14
_PIECES_KEPT = 512

#: Parts that lie closer together are fetched in one go.
_GAP = 1 << 12
_AT_ONCE = 4

#: Nothing is added to a part of this size: what breaks is fetched again.
_LARGEST = 1 << 22


class RemoteFile:
    """A file of which parts are fetched; any number of readers.

    A failure stays: what GDAL may have kept of a broken answer must never pass for pixels.

    Attributes
    ----------
    failure : MiningMonitorError or None
        The first one; readers get nothing afterwards.
    """

    def __init__(self, web: Web, url: str, sign: Callable[[str], str] = str) -> None:
        self._web, self._url, self._sign = web, url, sign
        self._pieces: OrderedDict[int, bytes] = OrderedDict()
        self._lock = threading.RLock()
        self._total: int | None = None
        self._validator = ""
        self._kept = kept_parts.current()
        self.failure: MiningMonitorError | None = None

    def size(self) -> int:
        """Return the size of the file in bytes; 0 after a failure."""
        if self._total is None:
            self._guarded(lambda: self._piece(0), b"")
        return self._total or 0

    def read(self, first: int, size: int) -> bytes:
        """Return bytes; fewer at the end of the file, none after a failure."""
        return self._guarded(lambda: self._read(first, size), b"")

    def read_many(self, firsts: Sequence[int], sizes: Sequence[int]) -> list[bytes]:
        """Return several parts, each of its size; zeros after a failure, because GDAL copies that many bytes."""
        nothing: list[bytes] = []
        parts = self._guarded(lambda: self._read_many(firsts, sizes), nothing)
        whole = len(parts) == len(sizes) and all(len(part) == size for part, size in zip(parts, sizes))
        if not whole and self.failure is None:
            self.failure = network_error(
                f"{host_of(self._url)} has a file at '{shown(self._url)}' that ends before it is complete.",
                host_of(self._url), self._url, "truncated",
            )  # fmt: skip
        return parts if whole else [bytes(size) for size in sizes]

    def _guarded(self, fetch: Callable[[], T], nothing: T) -> T:
        """GDAL calls this: nothing may be raised through its frames."""
        if self.failure is not None:
            return nothing
        try:
            return fetch()
        except MiningMonitorError as error:
            self.failure = error
        except Exception as error:
            text = f"'{shown(self._url)}' could not be read ({type(error).__name__}). Try again later."
            self.failure = network_error(text, host_of(self._url), self._url, "unknown")
        return nothing

    def _read(self, first: int, size: int) -> bytes:
        if self._total is not None:
            size = min(size, self._total - first)
        if size <= 0:
            return b""
        if size > _PIECE and self._total is not None:
            return self._fetch(first, size)
        last = first + size - 1
        pieces = [self._piece(number) for number in range(first // _PIECE, last // _PIECE + 1)]
        start = first % _PIECE
        return b"".join(pieces)[start : start + size]

    def _read_many(self, firsts: Sequence[int], sizes: Sequence[int]) -> list[bytes]:
        groups = _grouped(firsts, sizes)
        if len(groups) == 1:
            fetched = [self._fetch(*groups[0])]
        else:
            with ThreadPoolExecutor(_AT_ONCE) as pool:
                fetched = list(pool.map(lambda group: self._fetch(*group), groups))
        parts = []
        for first, size in zip(firsts, sizes):
            index = next(i for i, (at, n) in enumerate(groups) if at <= first and first + size <= at + n)
            offset = first - groups[index][0]
            parts.append(fetched[index][offset : offset + size])
        return parts

    def _piece(self, number: int) -> bytes:
        with self._lock:
            if number not in self._pieces:
                self._pieces[number] = self._fetch(number * _PIECE, _PIECE)
                if len(self._pieces) > _PIECES_KEPT:
                    self._pieces.popitem(last=False)
            self._pieces.move_to_end(number)
            return self._pieces[number]

    def _fetch(self, first: int, size: int) -> bytes:
        """Return a part: one that an earlier attempt left, where the file is still the same, else from its host."""
        version = f"{self._url}\n{self._total}\n{self._validator}"
        if self._kept is None or self._total is None or not self._validator:
            return self._asked(first, size)
        part = self._kept.get(version, first, size)
        if part is None:
            part = self._asked(first, size)
            self._kept.put(version, first, size, part)
        return part

    def _asked(self, first: int, size: int) -> bytes:
        data, total, validator = self._web.fetch_range(self._sign(self._url), first, size)
        with self._lock:
            if self._total is None:
                self._total, self._validator = total, validator
        if total != self._total or (validator and self._validator and validator != self._validator):
            text = f"'{shown(self._url)}' was replaced while it was read. Start again."
            raise network_error(text, host_of(self._url), self._url, "changed")
        return data


def _grouped(firsts: Sequence[int], sizes: Sequence[int]) -> list[tuple[int, int]]:
    """Return (first, size) of what is fetched in one go, in order."""
    groups: list[tuple[int, int]] = []
    for first, size in sorted(zip(firsts, sizes)):
        if groups and first <= groups[-1][0] + groups[-1][1] + _GAP and groups[-1][1] < _LARGEST:
            start = groups[-1][0]
            groups[-1] = (start, max(groups[-1][1], first + size - start))
        else:
            groups.append((first, size))
    return groups
