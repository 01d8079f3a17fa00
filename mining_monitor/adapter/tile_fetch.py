"""Tiles of an XYZ service: at a polite pace, again after a refusal, from the disk where they were before."""

from __future__ import annotations

import dataclasses
import logging
import math
import time
from dataclasses import dataclass
from typing import Callable, Dict, Optional, Tuple
from urllib.parse import parse_qs, urlsplit

from qgis.core import QgsBlockingNetworkRequest, QgsFeedback
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest

from mining_monitor.adapter import settings
from mining_monitor.adapter.disk_cache import DiskCache
from mining_monitor.adapter.messages import tr
from mining_monitor.contract.errors import CancelledError, ImageError

LOGGER = logging.getLogger(__name__)

#: Answers that mean "there is no picture here".
_NO_TILE = (204, 404, 410)
#: Answers after which it is worth to ask again, and how often, and the first pause in seconds (then twice as long).
_BUSY = (408, 425, 429, 500, 502, 503, 504)
ATTEMPTS = 4
FIRST_PAUSE_S = 0.5
#: Longest pause that a service may ask for.
LONGEST_PAUSE_S = 30.0
#: Requests a second.
PACE_PER_S = 12.0

_TIMEOUT_MS = 30_000
_MAX_TILE_BYTES = 16_000_000
_CACHE_BYTES = 512 * 1024 * 1024
_CACHE_DAYS = 7.0
_SLICE_S = 0.05


@dataclass(frozen=True)
class TileService:
    """How tiles are asked for: an address with {x} {y} or {-y} or {q} and {z}, headers, a login of QGIS."""

    url: str
    authcfg: str = ""
    headers: Dict[str, str] = dataclasses.field(default_factory=dict)

    @classmethod
    def of_source(cls, source: str) -> Optional[TileService]:
        """Read the source of an XYZ layer; None where it has placeholders that are unknown here."""
        members = {key: values[0] for key, values in parse_qs(source, keep_blank_values=True).items()}
        url = members.get("url", "")
        rest = url
        for placeholder in ("{x}", "{y}", "{-y}", "{z}", "{q}"):
            rest = rest.replace(placeholder, "")
        if members.get("type") != "xyz" or "{" in rest or urlsplit(url).scheme not in ("http", "https"):
            return None
        headers = {key[12:]: value for key, value in members.items() if key.startswith("http-header:")}
        if members.get("referer"):
            headers["Referer"] = members["referer"]
        return cls(url, members.get("authcfg", ""), headers)

    @property
    def host(self) -> str:
        """The host that is named in sentences."""
        return urlsplit(self.url).netloc.rsplit("@", 1)[-1]

    def address(self, zoom: int, x: int, y: int) -> str:
        """Return the address of a tile; ``y`` counts from the north."""
        quadkey = "".join(str(((x >> bit) & 1) + 2 * ((y >> bit) & 1)) for bit in reversed(range(zoom)))
        values = {"{x}": x, "{y}": y, "{-y}": 2**zoom - 1 - y, "{z}": zoom, "{q}": quadkey}
        url = self.url
        for placeholder, value in values.items():
            url = url.replace(placeholder, str(value))
        return url


class TileFetcher:
    """Fetches tiles of one service, for one worker thread.

    Parameters
    ----------
    should_cancel : callable
        Asked 20 times a second while it waits.
    """

    def __init__(
        self,
        service: TileService,
        *,
        should_cancel: Callable[[], bool],
        feedback: QgsFeedback,
        cache: Optional[DiskCache] = None,
        pace_per_s: float = PACE_PER_S,
    ) -> None:
        self._service = service
        self._should_cancel = should_cancel
        self._feedback = feedback
        self._cache = cache if cache is not None else default_cache()
        self._interval_s = 1.0 / pace_per_s
        self._next = 0.0
        self.requests = 0

    def tile(self, zoom: int, x: int, y: int) -> Optional[bytes]:
        """Return a tile's file, or None where the service has none.

        Raises
        ------
        CancelledError
        ImageError
            The service refuses, or does not answer even after several attempts.
        """
        address = self._service.address(zoom, x, y)
        key = f"{self._service.authcfg} {address}"
        kept = self._cache.get(key)
        if kept is not None:
            return kept or None
        body = self._fetch(address)
        self._cache.put(key, body or b"")
        return body

    def _fetch(self, address: str) -> Optional[bytes]:
        pause_s, problem = FIRST_PAUSE_S, ""
        for attempt in range(ATTEMPTS):
            if attempt:
                self._wait(pause_s)
                pause_s *= 2
            status, body, problem, asked_s = self._ask(address)
            if self._should_cancel():
                raise CancelledError(tr("Cancelled."))
            if status in _NO_TILE:
                return None
            if body is not None:
                return body
            if status and status not in _BUSY:
                break
            pause_s = max(pause_s, min(asked_s, LONGEST_PAUSE_S))
            LOGGER.info("%s: %s", self._service.host, problem)
        raise ImageError(
            tr(
                "The service {host} did not deliver its picture ({problem}). Wait a little and try again, or choose a "
                "smaller extent."
            ).format(host=self._service.host, problem=problem),
            host=self._service.host,
        )

    def _ask(self, address: str) -> Tuple[int, Optional[bytes], str, float]:
        """Ask once: status (0: no answer), the body where there is a picture, what was wrong, seconds to wait."""
        self._keep_pace()
        request = QNetworkRequest(QUrl(address))
        if hasattr(request, "setTransferTimeout"):
            request.setTransferTimeout(_TIMEOUT_MS)
        for name, value in self._service.headers.items():
            request.setRawHeader(name.encode("latin-1", "replace"), value.encode("latin-1", "replace"))
        network = QgsBlockingNetworkRequest()
        if self._service.authcfg:
            network.setAuthCfg(self._service.authcfg)
        self.requests += 1
        outcome = network.get(request, False, self._feedback)
        reply = network.reply()
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        status = int(status) if status is not None else 0
        if outcome == QgsBlockingNetworkRequest.ErrorCode.NoError and status in (0, 200):
            body = bytes(reply.content())
            if 0 < len(body) <= _MAX_TILE_BYTES:
                return 200, body, "", 0.0
            return (204 if not body else 413), None, tr("a tile is too large"), 0.0
        problem = f"HTTP {status}" if status else (network.errorMessage() or tr("no answer"))
        return status, None, problem, _seconds(bytes(reply.rawHeader(b"Retry-After")))

    def _keep_pace(self) -> None:
        self._wait(self._next - time.monotonic())
        self._next = time.monotonic() + self._interval_s

    def _wait(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if self._should_cancel():
                raise CancelledError(tr("Cancelled."))
            time.sleep(min(_SLICE_S, max(0.0, until - time.monotonic())))


def _seconds(header: bytes) -> float:
    """Read Retry-After in seconds; a date counts as nothing."""
    try:
        value = float(header)
    except ValueError:
        return 0.0
    return value if math.isfinite(value) and value > 0 else 0.0


def default_cache() -> DiskCache:
    """Return the tiles that this profile keeps."""
    return DiskCache(settings.data_folder() / "tiles", limit_bytes=_CACHE_BYTES, days=_CACHE_DAYS)
