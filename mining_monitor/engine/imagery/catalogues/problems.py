"""What goes wrong on the network, in sentences that never hold a query, a header or what a library says of them."""

from __future__ import annotations

from collections.abc import Mapping

from mining_monitor.contract.errors import NetworkError, SignInError
from mining_monitor.engine.imagery.catalogues.addresses import host_of, shown
from mining_monitor.engine.imagery.catalogues.patience import retry_after_s

_BUSY = (429, 500, 502, 503, 504)


class PassingError(Exception):
    """A failure that may be over at the next attempt."""

    def __init__(self, error: NetworkError, wait_s: float | None = None) -> None:
        super().__init__(error.message)
        self.error, self.wait_s = error, wait_s


def check_status(status: int, headers: Mapping[str, str], url: str, *, has_sent: bool) -> None:
    """Raise what an HTTP status means.

    Raises
    ------
    PassingError
        The host is busy or ails.
    NetworkError, SignInError
    """
    host = host_of(url)
    if status in (202, 204):
        text = f"{host} has not got '{shown(url)}' ready yet ({status}). Try again in some minutes."
        raise NetworkError(text, problem="not-ready", host=host, url=shown(url), status=status)
    if status < 400:
        return
    facts = {"host": host, "url": shown(url), "status": status}
    if status in (401, 403):
        sent = " that it was given" if has_sent else ""
        hint = "Check them." if sent else "Choose an authentication for it."
        raise SignInError(f"{host} wants credentials, or refuses those{sent} ({status}). {hint}", **facts)
    if status in _BUSY:
        wait_s = retry_after_s(headers)
        when = f"in {wait_s:.0f} s" if wait_s else "later"
        why = "has had too many requests" if status == 429 else "cannot answer at the moment"
        error = NetworkError(f"{host} {why} ({status}). Try again {when}.", problem="busy", wait_s=wait_s, **facts)
        raise PassingError(error, wait_s)
    if status in (404, 410):
        text = f"{host} has nothing at '{shown(url)}' ({status}). Check the address."
        raise NetworkError(text, problem="missing", **facts)
    raise NetworkError(f"{host} refuses '{shown(url)}' ({status}). Check what was asked.", problem="status", **facts)


def timed_out(host: str, url: str, seconds: float) -> NetworkError:
    """Say that a host kept silent."""
    return network_error(f"{host} did not answer within {seconds:g} s. Try again later.", host, url, "time-out")


def validator_of(headers: Mapping[str, str]) -> str:
    """Return what tells one version of a file from the next: a strong ETag, else the time of its last change."""
    etag = headers.get("ETag", "")
    return etag if etag and not etag.startswith("W/") else headers.get("Last-Modified", "")


def network_error(text: str, host: str, url: str, problem: str) -> NetworkError:
    """Return an error with its facts."""
    return NetworkError(text, host=host, url=shown(url), problem=problem)


def truncated(host: str, url: str) -> NetworkError:
    """Say that an answer ended early."""
    text = f"{host} ended '{shown(url)}' before it was complete. Try again later."
    return network_error(text, host, url, "truncated")


def wrong_part(host: str, url: str) -> NetworkError:
    """Say that other bytes came than those that were asked for."""
    text = f"{host} sent another part of '{shown(url)}' than was asked for. The file cannot be read there."
    return network_error(text, host, url, "wrong-part")
