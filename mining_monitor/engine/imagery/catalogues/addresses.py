"""Addresses that strangers write: what an item may name, what may be shown, which host is which."""

from __future__ import annotations

import ipaddress
import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

from mining_monitor.contract.errors import CatalogueError

#: Where Planetary Computer keeps its files: they open with a signature (``signing``).
BLOB_HOSTS = (".blob.core.windows.net",)

_UNPRINTABLE = re.compile(r"[\x00-\x20\x7f]")
_SCHEME = re.compile(r"^[A-Za-z][A-Za-z0-9+._-]*:")
_LONGEST = 8192


def is_web(address: str) -> bool:
    """Tell whether an address begins with ``http://`` or ``https://``."""
    return address.lower().startswith(("http://", "https://"))


def without_vsicurl(path: str) -> str:
    """Return the URL of a GDAL path ``/vsicurl/https://...``; any other path as it is."""
    return path[len("/vsicurl/") :] if path.startswith("/vsicurl/http") else path


def shown(address: str) -> str:
    """Return an address without what may be secret: user, password, query and fragment."""
    if not is_web(address):
        return address[:200]
    try:
        parts = urlsplit(address)
    except ValueError:
        return "an address that cannot be read"
    return urlunsplit((parts.scheme, parts.netloc.rsplit("@", 1)[-1], parts.path, "", ""))[:200]


def without_secrets(path: str) -> str:
    """Return the path of an image for names, messages and provenance: of a URL only what may be shown."""
    url = without_vsicurl(path)
    return shown(url) if is_web(url) else path


def origin(address: str) -> str:
    """Return scheme, host and port of a URL in lower case: who is asked.

    Raises
    ------
    CatalogueError
        It names no host, or a port that is none.
    """
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host or not is_web(address):
        raise CatalogueError(f"'{shown(address)}' is no web address. Write https://host/...", address=shown(address))
    usual = {"http": 80, "https": 443}[parts.scheme.lower()]
    return f"{parts.scheme.lower()}://{host.lower()}:{port or usual}"


def host_of(address: str) -> str:
    """Return the host of a URL; empty where it has none."""
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def checked_web(address: str, *, what: str) -> str:
    """Return a URL that may be asked.

    Raises
    ------
    CatalogueError
        It is no ``http(s)`` address, too long, or holds blanks, control characters or a password.
    """
    if not is_web(address) or len(address) > _LONGEST or _UNPRINTABLE.search(address):
        raise _refused(address, what, "only http and https addresses are read")
    if urlsplit(origin(address)).hostname and "@" in urlsplit(address).netloc:
        raise _refused(address, what, "a name or password does not belong into an address; choose an authentication")
    return address


def resolve(href: str, base: str, *, what: str) -> str:
    """Return where a link of an item leads: a URL, or a path below the folder of an item that is a local file.

    Parameters
    ----------
    href : str
        As the item has it: not trusted.
    base : str
        URL or path of the item.
    what : str
        For the message.

    Raises
    ------
    CatalogueError
        The link leads elsewhere: ``file:``, ``s3:``, ``/vsi...``, another folder, this machine.
    """
    if not isinstance(href, str) or not href.strip() or _UNPRINTABLE.search(href.replace(" ", "")):
        raise _refused(str(href), what, "it is empty or holds control characters")
    if href.lower().startswith("s3://"):
        raise CatalogueError(
            f"{what} lies at '{shown(href)}', which only opens with storage keys, and the item names no https address "
            "for it. Choose the scene from another catalogue.",
            what=what, address=shown(href), problem="needs-keys",
        )  # fmt: skip
    if is_web(base):
        return _resolve_on_the_web(href, base, what)
    if is_web(href):
        return checked_web(href, what=what)
    return _resolve_below(href, Path(base), what)


def _resolve_on_the_web(href: str, base: str, what: str) -> str:
    if "/vsi" in href.lower() or (_SCHEME.match(href) and not is_web(href)) or href.startswith("\\"):
        raise _refused(href, what, "an item of a catalogue may only name http and https addresses")
    try:
        joined = urljoin(base, href)
    except ValueError:
        raise _refused(href, what, "it is no address") from None
    target = checked_web(joined, what=what)
    if leads_inside(base, target):
        raise _refused(target, what, "an item of a catalogue may not name an address of this machine or its network")
    return target


def _resolve_below(href: str, item: Path, what: str) -> str:
    rule = "an item that is a file may only name files in its own folder, and http and https addresses"
    if _SCHEME.match(href) or href.startswith(("/", "\\", "~")) or "\0" in href:
        raise _refused(href, what, rule)
    folder = item.parent.resolve()
    path = (folder / unquote(href)).resolve()
    if not path.is_relative_to(folder) or "/vsi" in path.relative_to(folder).as_posix().lower():
        raise _refused(href, what, rule)
    return str(path)


def leads_inside(source: str, target: str) -> bool:
    """Tell whether a host elsewhere leads to this machine or its link."""
    return _is_inside(host_of(target)) and not _is_inside(host_of(source))


def _is_inside(host: str) -> bool:
    """Tell whether a host is this machine or its link: by name or literal address."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.is_loopback or address.is_link_local or address.is_unspecified


def _refused(address: str, what: str, rule: str) -> CatalogueError:
    return CatalogueError(
        f"{what} lies at '{shown(address)}', which is not read: {rule}.",
        what=what, address=shown(address), problem="address",
    )  # fmt: skip
