"""HTTP with manners: credentials only to whom they belong, retries, time-outs, limits, and sentences for failures."""

from __future__ import annotations

import logging
import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookiejar import DefaultCookiePolicy
from typing import Any, TypeVar
from urllib.parse import urljoin

import requests
from requests import exceptions as failures
from urllib3.exceptions import HTTPError, ReadTimeoutError

from mining_monitor import paths
from mining_monitor.contract.errors import NetworkError
from mining_monitor.engine.imagery.catalogues import patience as waiting
from mining_monitor.engine.imagery.catalogues.addresses import checked_web, host_of, is_web, leads_inside, shown
from mining_monitor.engine.imagery.catalogues.credentials import Credentials
from mining_monitor.engine.imagery.catalogues.patience import Patience, check_cancelled, pause
from mining_monitor.engine.imagery.catalogues.problems import (
    PassingError,
    check_status,
    network_error,
    timed_out,
    truncated,
    validator_of,
    wrong_part,
)

# They log addresses and headers, in which secrets stand.
for _noisy in ("urllib3", "requests", "pystac_client", "pystac"):
    logging.getLogger(_noisy).setLevel(logging.WARNING)

T = TypeVar("T")

#: JSON of a catalogue or an item, in bytes: a page of 250 real items has about 8 MB.
JSON_LIMIT = 64 << 20

_CHUNK = 1 << 16
_REDIRECTS = 5

#: Parts of files may be large and lines slow: bytes a second below which a part is given up.
_SLOWEST_BYTES_S = 16_384
_RANGE = re.compile(r"^bytes (\d+)-(\d+)/(\d+)$")


@dataclass(frozen=True)
class Answer:
    """An answer: status, headers, the bytes, and the address that gave it in the end."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    url: str


class Web:
    """The way to the network for one request of the engine; its proxies come from the environment.

    Attributes
    ----------
    bytes_read : int
        Bytes of answers that were taken so far.
    """

    def __init__(self, credentials: Credentials | None = None, patience: Patience | None = None) -> None:
        self.credentials = credentials or Credentials()
        self.patience = patience or waiting.PATIENCE
        self.bytes_read = 0
        self._lock = threading.Lock()
        self._session = requests.Session()
        self._session.auth = lambda request: request  # no passwords from a .netrc
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
        self._session.headers["User-Agent"] = f"mining-monitor/{paths.version()}"

    def fetch(
        self, url: str, *, limit: int = JSON_LIMIT, json: Any = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Ask for something whole: GET, or POST where ``json`` is given.

        Raises
        ------
        NetworkError, SignInError, CatalogueError
        CancelledError
        """

        def once() -> Answer:
            with self._open(url, json=json, headers=headers or {}) as response:
                body = self._body(response, limit)
                return Answer(response.status_code, response.headers, body, response.url)

        return self._patiently(once)

    def fetch_range(self, url: str, first: int, size: int) -> tuple[bytes, int, str]:
        """Ask for ``size`` bytes from ``first``; fewer come only at the end of the file.

        Returns
        -------
        data : bytes
        total : int
            Size of the whole file.
        validator : str
            ETag of the file, or when it was changed; empty where the host says neither.

        Raises
        ------
        NetworkError
            Also where the host sends other bytes than those, or does not know ranges.
        """
        return self._patiently(lambda: self._range_once(url, first, size))

    def _range_once(self, url: str, first: int, size: int) -> tuple[bytes, int, str]:
        wanted = {"Range": f"bytes={first}-{first + size - 1}", "Accept-Encoding": "identity"}
        with self._open(url, headers=wanted) as response:
            host = host_of(response.url)
            if response.status_code != 206:
                length = response.headers.get("Content-Length", "")
                if first == 0 and length.isdecimal() and int(length) <= size:
                    data = self._body(response, size)
                    return data, len(data), validator_of(response.headers)
                raise NetworkError(
                    f"{host} sends only whole files and no parts of them, so '{shown(url)}' cannot be read in place. "
                    "Download it first.",
                    host=host, url=shown(url), problem="no-ranges",
                )  # fmt: skip
            match = _RANGE.match(response.headers.get("Content-Range", ""))
            total = int(match.group(3)) if match else 0
            last = min(first + size, total) - 1
            if not match or int(match.group(1)) != first or int(match.group(2)) != last:
                raise wrong_part(host, url)
            data = self._body(response, last - first + 1, more_s=(last - first + 1) / _SLOWEST_BYTES_S)
            if len(data) != last - first + 1:
                raise PassingError(truncated(host, url))
            return data, total, validator_of(response.headers)

    @contextmanager
    def stream(self, url: str, *, headers: Mapping[str, str]) -> Iterator[tuple[Any, Iterator[bytes]]]:
        """Ask for something long: gives the response (status, headers) and its bytes, piece by piece; one attempt.

        Raises
        ------
        NetworkError
            At the start, or while the pieces are taken.
        """
        try:
            with self._open(url, headers={**headers, "Accept-Encoding": "identity"}) as response:
                yield response, self._pieces(response)
        except PassingError as passing:
            raise passing.error from None

    def _patiently(self, once: Callable[[], T]) -> T:
        for attempt in range(1, self.patience.attempts + 1):
            check_cancelled()
            try:
                return once()
            except PassingError as passing:
                wait_s = self.patience.wait_s(attempt, passing.wait_s)
                if attempt == self.patience.attempts or wait_s > self.patience.longest_wait_s:
                    raise passing.error from None
                pause(wait_s)
        raise AssertionError("unreachable")

    @contextmanager
    def _open(self, url: str, *, headers: Mapping[str, str], json: Any = None) -> Iterator[Any]:
        """Send a request and follow its redirects; every address is asked with what it may see."""
        for _ in range(_REDIRECTS + 1):
            checked_web(url, what="The address")
            response = self._send(url, headers, json)
            try:
                if response.status_code not in (301, 302, 303, 307, 308):
                    sent = bool(self.credentials.for_address(url))
                    check_status(response.status_code, response.headers, url, has_sent=sent)
                    yield response
                    return
                target = urljoin(url, response.headers.get("Location", ""))
                is_downgrade = url.lower().startswith("https:") and not target.lower().startswith("https:")
                if not is_web(target) or is_downgrade or leads_inside(url, target):
                    raise NetworkError(
                        f"{host_of(url)} sends on to '{shown(target)}', which is not safe to follow. "
                        "Tell the keeper of the service.",
                        host=host_of(url), url=shown(url), problem="redirect",
                    )  # fmt: skip
                json = None if response.status_code == 303 else json
                url = target
            finally:
                response.close()
        raise NetworkError(
            f"{host_of(url)} sends on from address to address without an end. Try again later.",
            host=host_of(url), url=shown(url), problem="redirects",
        )  # fmt: skip

    def _send(self, url: str, headers: Mapping[str, str], json: Any) -> Any:
        host = host_of(url)
        try:
            return self._session.request(
                "GET" if json is None else "POST",
                url,
                json=json,
                headers={**headers, **self.credentials.for_address(url)},
                timeout=(self.patience.connect_s, self.patience.read_s),
                allow_redirects=False,
                stream=True,
            )
        except failures.ProxyError:
            text = f"The proxy does not let requests to {host} through. Check QGIS's proxy settings."
            raise PassingError(network_error(text, host, url, "proxy")) from None
        except failures.SSLError:
            text = f"The certificate of {host} could not be verified. Check the date of this computer and its proxy."
            raise network_error(text, host, url, "certificate") from None
        except failures.Timeout:
            raise PassingError(timed_out(host, url, self.patience.read_s)) from None
        except failures.ConnectionError:
            text = f"{host} cannot be reached. Check the network, the address and QGIS's proxy settings."
            raise PassingError(network_error(text, host, url, "unreachable")) from None
        except (failures.RequestException, ValueError, UnicodeError):
            text = f"'{shown(url)}' is no address that can be asked. Check it."
            raise network_error(text, host, url, "address") from None

    def _body(self, response: Any, limit: int, more_s: float = 0.0) -> bytes:
        """Take an answer whole, up to ``limit`` bytes, within the patience and ``more_s`` seconds."""
        host, url = host_of(response.url), response.url
        end = time.monotonic() + self.patience.whole_s + more_s
        pieces = []
        left = limit
        for piece in self._pieces(response):
            pieces.append(piece)
            left -= len(piece)
            if left < 0:
                text = f"{host} sends more than the {limit} bytes that '{shown(url)}' may have. It was not taken."
                raise network_error(text, host, url, "too-large")
            if time.monotonic() > end:
                raise PassingError(timed_out(host, url, self.patience.read_s))
        return b"".join(pieces)

    def _pieces(self, response: Any) -> Iterator[bytes]:
        host, url = host_of(response.url), response.url
        try:
            while piece := response.raw.read1(_CHUNK, decode_content=True):  # what is there, so that a slow host shows
                check_cancelled()
                with self._lock:
                    self.bytes_read += len(piece)
                yield piece
        except (ReadTimeoutError, TimeoutError):
            raise PassingError(timed_out(host, url, self.patience.read_s)) from None
        except (HTTPError, OSError):
            raise PassingError(truncated(host, url)) from None
