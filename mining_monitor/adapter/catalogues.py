"""Catalogues of scenes: the three that are known, those that the user adds, and how each is logged in to."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Dict, List, Optional, Tuple
from urllib.parse import urlsplit

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest

from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.settings import Setting
from mining_monitor.contract.errors import ParameterError
from mining_monitor.contract.scenes import CATALOGUES

#: The user's own catalogues: JSON, [{"name": ..., "url": ...}].
OWN = Setting("catalogues/own", "")
#: QGIS authentication configurations: JSON, key of a catalogue -> id (never what is in it).
LOGINS = Setting("catalogues/logins", "")
#: The catalogue chosen last.
LAST = Setting("catalogues/last", "earth-search")


#: Host of a catalogue -> how the names of the other hosts of its service end.
_SERVICE_DOMAINS = {"stac.dataspace.copernicus.eu": ".dataspace.copernicus.eu"}


@dataclass(frozen=True)
class Catalogue:
    """A STAC API: ``key`` goes into requests (a name of ``CATALOGUES``, or the URL), ``title`` is shown."""

    key: str
    title: str
    url: str
    is_own: bool = False


def catalogues() -> Tuple[Catalogue, ...]:
    """Return the catalogues that can be searched: the known ones, then the user's."""
    titles = {
        "earth-search": tr("Earth Search (open data on AWS)"), "planetary-computer": tr("Planetary Computer"),
        "copernicus": tr("Copernicus Data Space"),
    }  # fmt: skip
    known = [Catalogue(key, titles.get(key, key), url) for key, url in CATALOGUES.items()]
    return (*known, *own_catalogues())


def own_catalogues() -> Tuple[Catalogue, ...]:
    """Return the user's catalogues; damaged entries are left out."""
    found: List[Catalogue] = []
    for entry in _read(OWN, list):
        url = str(entry.get("url", "")).strip() if isinstance(entry, dict) else ""
        if is_url(url):
            found.append(Catalogue(url, str(entry.get("name", "")).strip() or urlsplit(url).netloc, url, True))
    return tuple(found)


def is_url(text: str) -> bool:
    """Tell whether a text can be the URL of a catalogue."""
    try:
        parts = urlsplit(text.strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in text.strip()


def set_own(entries: List[Tuple[str, str]]) -> None:
    """Keep the user's catalogues, as (name, URL).

    Raises
    ------
    ParameterError
        One of the URLs is none.
    """
    for _name, url in entries:
        if not is_url(url):
            raise ParameterError(
                tr("'{}' is no address of a catalogue. It begins with https://.").format(url), parameter="catalogue"
            )
    stored = [{"name": name.strip(), "url": url.strip().rstrip("/")} for name, url in entries]
    OWN.set(json.dumps(stored) if stored else "")


def login(key: str) -> str:
    """Return the id of the authentication configuration of a catalogue; empty: it is asked without."""
    return str(_read(LOGINS, dict).get(key, ""))


def set_login(key: str, authcfg: str) -> None:
    """Choose the authentication configuration of a catalogue; empty: none."""
    stored = {k: v for k, v in _read(LOGINS, dict).items() if k != key}
    if authcfg:
        stored[key] = authcfg
    LOGINS.set(json.dumps(stored, sort_keys=True) if stored else "")


def _read(setting: Setting[str], kind: type) -> Any:
    try:
        stored = json.loads(setting.get() or "null")
    except ValueError:
        stored = None
    return stored if isinstance(stored, kind) else kind()


def headers(key: str) -> Optional[Dict[str, str]]:
    """Return the HTTP headers that log in to a catalogue, from QGIS's authentication manager; None where none is set.

    It may ask for the master password, so it belongs to the main thread.

    Raises
    ------
    ParameterError
        The configuration is gone, locked, or of a kind that is no header (a certificate, for one).
    """
    authcfg = login(key)
    if not authcfg:
        return None
    url = next((catalogue.url for catalogue in catalogues() if catalogue.key == key), key)
    return headers_of(authcfg, url)


def headers_for(key: str, found: Optional[Dict[str, str]], *addresses: str) -> Optional[Dict[str, str]]:
    """Return a catalogue's headers for addresses that it has named, or None: what it names must not see a login.

    Addresses of the catalogue's own scheme, host and port get them, and https hosts of the same known service
    (Copernicus keeps its downloads on hosts of their own).
    """
    url = next((catalogue.url for catalogue in catalogues() if catalogue.key == key), key)
    return found if found and addresses and all(_is_same_service(url, address) for address in addresses) else None


def _is_same_service(url: str, address: str) -> bool:
    try:
        mine, other = urlsplit(url), urlsplit(address)
        if (mine.scheme, mine.hostname, mine.port) == (other.scheme, other.hostname, other.port):
            return True
        domain = _SERVICE_DOMAINS.get(mine.hostname or "")
        return bool(domain) and other.scheme == "https" and (other.hostname or "").endswith(domain or " ")
    except ValueError:
        return False


def headers_of(authcfg: str, url: str) -> Dict[str, str]:
    """Return the headers that an authentication configuration puts on a request to a URL.

    Raises
    ------
    ParameterError
        As ``headers`` has it.
    """
    manager = QgsApplication.authManager()
    if authcfg not in manager.configIds():
        raise ParameterError(
            tr("The login '{}' is no longer in QGIS's authentication settings. Choose another one.").format(authcfg),
            parameter="login",
        )
    request = QNetworkRequest(QUrl(url))
    before = {bytes(name) for name in request.rawHeaderList()}
    answer = manager.updateNetworkRequest(request, authcfg)
    is_done, request = answer if isinstance(answer, tuple) else (answer, request)
    found = {
        bytes(name).decode("latin-1"): bytes(request.rawHeader(name)).decode("latin-1")
        for name in request.rawHeaderList()
        if bytes(name) not in before
    }
    if not is_done or not found:
        raise ParameterError(
            tr(
                "QGIS's login '{}' gives no HTTP header. Unlock it with your master password, or use one of the kinds "
                "Basic, OAuth2 or API header."
            ).format(authcfg),
            parameter="login",
        )
    return found
