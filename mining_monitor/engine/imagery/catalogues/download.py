"""Download a file so that it is whole, resumed after a break, and what its checksum says it is."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import re
import shutil
import threading
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from mining_monitor.contract.door import Progress
from mining_monitor.contract.errors import NetworkError, OutputError, ParameterError
from mining_monitor.contract.scenes import DownloadRequest, DownloadResult
from mining_monitor.engine.files import output_error, require_place
from mining_monitor.engine.imagery.catalogues.addresses import checked_web, host_of, resolve, shown
from mining_monitor.engine.imagery.catalogues.credentials import credentials_for
from mining_monitor.engine.imagery.catalogues.http import Web
from mining_monitor.engine.imagery.catalogues.jsontree import as_number, as_object, as_text
from mining_monitor.engine.imagery.catalogues.patience import check_cancelled, pause
from mining_monitor.engine.imagery.catalogues.problems import network_error, truncated, validator_of
from mining_monitor.engine.imagery.catalogues.signing import Signer
from mining_monitor.engine.progress import Job

#: Codes of multihash (STAC ``file:checksum``) -> names in hashlib.
_MULTIHASH = {0x11: "sha1", 0x12: "sha256", 0x13: "sha512", 0x16: "sha3_256", 0xD5: "md5"}
_LENGTHS = {"md5": 16, "sha1": 20, "sha256": 32, "sha512": 64, "sha3_256": 32}

_RANGE = re.compile(r"^bytes (\d+)-(\d+)/(\d+)$")
_CHUNK = 1 << 20
_POLL_S = 0.05

#: A lock for each file that was downloaded.
_PLACES: dict[str, threading.Lock] = {}
_PLACES_LOCK = threading.Lock()
_REPORT_S = 0.2


@dataclass(frozen=True)
class Checksum:
    """An algorithm of hashlib and the digest in hex."""

    algorithm: str
    digest: str


@dataclass
class _Part:
    """What an earlier attempt left: the size and version of the file that it belongs to."""

    url: str = ""
    total: int | None = None
    validator: str = ""


def download(request: DownloadRequest, job: Job) -> DownloadResult:
    """Fetch a file; what an earlier attempt fetched is used when the file is still the same.

    Beside ``output`` lie a hidden part and what it belongs to until the file is whole.

    Raises
    ------
    NetworkError, SignInError, CatalogueError
        It could not be fetched; what came is kept for the next attempt.
    OutputError, DiskFullError
    ParameterError
        The checksum is none.
    """
    url = resolve(request.url, request.url, what="The file")
    checked_web(url, what="The file")
    checksum = parse_checksum(request.checksum)
    output = Path(request.output)
    require_place(output)
    web = Web(credentials_for(url, request.headers))
    with _alone(output):
        return _Download(url, output, checksum, web, job).run()


@contextlib.contextmanager
def _alone(output: Path) -> Iterator[None]:
    """Wait until no other request of this engine writes the same file: one that was cancelled may take a moment."""
    with _PLACES_LOCK:
        lock = _PLACES.setdefault(os.path.realpath(output), threading.Lock())
    while not lock.acquire(timeout=_POLL_S):
        check_cancelled()
    try:
        yield
    finally:
        lock.release()


def parse_checksum(text: str) -> Checksum | None:
    """Read ``sha256:<hex>``, ``md5:<hex>`` or a multihash in hex; None for an empty text.

    Raises
    ------
    ParameterError
    """
    if not text:
        return None
    algorithm, _, digest = text.strip().lower().rpartition(":")
    algorithm = algorithm.replace("-", "")
    if not algorithm:
        algorithm, digest = _multihash(digest)
    if _LENGTHS.get(algorithm, 0) * 2 != len(digest) or not re.fullmatch(r"[0-9a-f]+", digest):
        raise ParameterError(
            f"'{text[:40]}' is no checksum that can be checked. Give sha256:..., md5:... or a multihash.",
            name="CHECKSUM",
        )
    return Checksum(algorithm, digest)


def _multihash(text: str) -> tuple[str, str]:
    """Return algorithm and digest: a varint code, a length, the digest (multiformats.io/multihash)."""
    if not re.fullmatch(r"(?:[0-9a-f]{2}){3,80}", text):
        return "", ""
    data = bytes.fromhex(text)
    code, used = (data[0], 1) if data[0] < 0x80 else ((data[0] & 0x7F) | (data[1] << 7), 2)
    digest = data[used + 1 :]
    return (_MULTIHASH.get(code, ""), digest.hex()) if data[used] == len(digest) else ("", "")


class _Download:
    def __init__(self, url: str, output: Path, checksum: Checksum | None, web: Web, job: Job) -> None:
        self._url, self._output, self._checksum, self._web, self._job = url, output, checksum, web, job
        self._sign = Signer(web).sign
        self._part = output.with_name(f".{output.name}.mining-monitor.part")
        self._note = self._part.with_name(self._part.name + ".json")
        self._reported = 0.0

    def run(self) -> DownloadResult:
        """Fetch until it is whole, check it, put it in its place."""
        try:
            state = self._earlier()
            resumed = self._size() > 0
            self._fetch_all(state)
            return self._finish(resumed)
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                with contextlib.suppress(OSError):
                    self._forget(_Part())
            raise output_error(self._output, error) from error

    def _fetch_all(self, state: _Part) -> None:
        """Ask again where a connection broke, as long as that brings something."""
        patience, failed = self._web.patience, 0
        while state.total is None or self._size() < state.total:
            before = self._size()
            problem: NetworkError | None = None
            try:
                self._fetch(state)
            except NetworkError as error:
                if error.facts.get("problem") not in ("truncated", "time-out", "unreachable", "busy"):
                    raise
                problem = error
            if problem is None and state.total is None:
                return  # a host that does not say how long its file is
            if self._size() > before:
                failed = 0
                continue
            failed += 1
            wait_s = patience.wait_s(failed, problem.facts.get("wait_s") if problem else None)
            if failed >= patience.attempts or wait_s > patience.longest_wait_s:
                raise problem or truncated(host_of(self._url), self._url)
            pause(wait_s)

    def _fetch(self, state: _Part) -> None:
        """Fetch from where the part ends to where the connection does."""
        have = self._size()
        headers = {}
        if have:
            headers["Range"] = f"bytes={have}-"
            if state.validator:
                headers["If-Range"] = state.validator
        with self._web.stream(self._sign(self._url), headers=headers) as (response, pieces):
            start = self._begin(response, have, state)
            with self._part.open("ab") as file:
                file.truncate(start)
                for piece in pieces:
                    self._job.check()
                    file.write(piece)
                    start += len(piece)
                    if state.total is not None and start > state.total:
                        file.truncate(0)
                        host = host_of(self._url)
                        text = f"{host} sends more than '{shown(self._url)}' should have. It was not taken."
                        raise network_error(text, host, self._url, "too-large")
                    self._report(start, state.total)

    def _begin(self, response: Any, have: int, state: _Part) -> int:
        """Return where the answer's bytes belong, and note what they belong to."""
        match = _RANGE.match(response.headers.get("Content-Range", ""))
        goes_on = response.status_code == 206 and match is not None and int(match.group(1)) == have
        length = response.headers.get("Content-Length", "")
        if goes_on and match is not None:
            total: int | None = int(match.group(3))
        else:
            total = int(length) if length.isdecimal() else None
        is_other = goes_on and state.total is not None and total != state.total
        if response.status_code == 206 and (not goes_on or is_other):
            self._forget(state)
            raise truncated(host_of(self._url), self._url)
        start = have if goes_on else 0
        self._require_space((total or 0) - start)
        state.url, state.total, state.validator = shown(self._url), total, validator_of(response.headers)
        self._note.write_text(json.dumps(asdict(state)), encoding="utf-8")
        return start

    def _require_space(self, needed: int) -> None:
        free = shutil.disk_usage(self._output.parent).free
        if needed > free:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def _earlier(self) -> _Part:
        """Return what the part on disk belongs to; a part of another file, or of none, is removed."""
        state = _Part()
        try:
            tree = as_object(json.loads(self._note.read_text(encoding="utf-8")))
            total = as_number(tree.get("total"))
            state = _Part(
                as_text(tree.get("url")), None if total is None else int(total), as_text(tree.get("validator"))
            )
        except (OSError, ValueError, RecursionError):
            pass
        is_same = state.url == shown(self._url) and state.total is not None and self._size() <= state.total
        if not is_same or not (state.validator or self._checksum):
            self._forget(state)
        return state

    def _forget(self, state: _Part) -> None:
        state.url, state.total, state.validator = "", None, ""
        for path in (self._part, self._note):
            path.unlink(missing_ok=True)

    def _size(self) -> int:
        with contextlib.suppress(OSError):
            return self._part.stat().st_size
        return 0

    def _report(self, done: int, total: int | None) -> None:
        now = time.monotonic()
        if now - self._reported >= _REPORT_S or done == total:
            self._reported = now
            self._job.report(Progress(done / total if total else 0.0, "download", done=done, total=total))

    def _finish(self, resumed: bool) -> DownloadResult:
        digests = {name: hashlib.new(name, usedforsecurity=False) for name in self._algorithms()}
        size = 0
        with self._part.open("rb") as file:
            while chunk := file.read(_CHUNK):
                self._job.check()
                size += len(chunk)
                for digest in digests.values():
                    digest.update(chunk)
        if self._checksum and digests[self._checksum.algorithm].hexdigest() != self._checksum.digest:
            self._forget(_Part())
            host = host_of(self._url)
            text = f"'{shown(self._url)}' came with another checksum than it should have and was removed. Try again."
            raise network_error(text, host, self._url, "checksum")
        if self._output.is_dir():
            raise OutputError(f"{self._output} is a folder. Choose a file.", path=str(self._output))
        self._part.replace(self._output)
        self._note.unlink(missing_ok=True)
        return DownloadResult(str(self._output), size, digests["sha256"].hexdigest(), resumed)

    def _algorithms(self) -> set[str]:
        return {"sha256", *([self._checksum.algorithm] if self._checksum else [])}
