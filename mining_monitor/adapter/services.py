"""Online services as images: who serves a layer, whether its terms permit analysis (DOMAIN 2.6), what to print."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Dict, Optional, Tuple
from urllib.parse import unquote, urlsplit

from qgis.core import QgsDataSourceUri, QgsRasterLayer

from mining_monitor.adapter import settings
from mining_monitor.adapter.messages import tr
from mining_monitor.adapter.settings import Setting
from mining_monitor.contract.errors import ImageError

#: Services whose terms a person has read: JSON, host -> {"by": name, "on": ISO date}.
PERMITTED = Setting("services/permitted", "")

#: The same for ``qgis_process`` and scripts: hosts, separated by commas.
PERMITTED_VARIABLE = "MINING_MONITOR_PERMITTED_SERVICES"

#: ``reason`` among the facts of the error that a layer of an unconfirmed service raises.
REASON = "permission"

#: Providers that draw or copy what another computer serves.
_SERVICE_PROVIDERS = ("wms", "wcs", "arcgismapserver", "xyzvectortiles")

#: Hosts of Google's map tiles; their terms forbid the analysis of the images (DOMAIN 2.6).
_GOOGLE_TILES = re.compile(
    r"(?:^|[/=@&?'\"\s>])(?:mts?\d*|khms?\d*|maps?|lyrs?\d*)\.google(?:apis)?\.[a-z.]+|tile\.googleapis\.com",
    re.IGNORECASE,
)
_SERVER_URL = re.compile(r"<Server(?:Url|URL)>\s*([^<\s]+)|<GetCapabilitiesUrl>\s*([^<\s]+)")


@dataclass(frozen=True)
class Permission:
    """That someone has confirmed that a service may be analysed."""

    host: str
    by: str = ""
    on: str = ""


def is_google_tiles(source: str) -> bool:
    """Tell whether a layer's source names one of Google's tile hosts, also when it is percent-encoded."""
    return bool(_GOOGLE_TILES.search(unquote(unquote(source))))


def service_host(layer: QgsRasterLayer) -> str:
    """Return the host (and port) of the service that a layer shows; empty for files and databases."""
    if layer.providerType() in _SERVICE_PROVIDERS:
        return _host(service_url(layer))
    return _host(_described_url(layer.source())) if layer.providerType() == "gdal" else ""


def service_url(layer: QgsRasterLayer) -> str:
    """Return the URL of the service behind a layer, percent-decoded; empty where there is none."""
    uri = QgsDataSourceUri()
    uri.setEncodedUri(layer.source())
    found = uri.param("url") or QgsDataSourceUri(layer.source()).param("url")
    return unquote(found)


def _host(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme.lower() not in ("http", "https"):
        return ""
    return parts.netloc.rsplit("@", 1)[-1].lower()


def _described_url(source: str) -> str:
    """Return the server that a GDAL service description (an XML file or text for WMS or TMS) points to."""
    match = _SERVER_URL.search(_description(source))
    return (match.group(1) or match.group(2)).replace("&amp;", "&") if match else ""


def _description(source: str) -> str:
    if source.lstrip().startswith("<GDAL_WM"):
        return source
    path = Path(source.split("|")[0])
    try:
        if path.suffix.lower() in (".xml", ".wms", ".vrt") and path.stat().st_size < 1_000_000:
            return path.read_text("utf-8", "replace")
    except (OSError, ValueError):
        pass
    return ""


def permitted() -> Tuple[Permission, ...]:
    """Return the services that were confirmed in the settings, by host; a damaged setting counts as none."""
    try:
        stored = json.loads(PERMITTED.get() or "{}")
        entries = [(str(host), dict(facts)) for host, facts in sorted(stored.items())]
    except (ValueError, TypeError, AttributeError):
        return ()
    return tuple(Permission(host, str(facts.get("by", "")), str(facts.get("on", ""))) for host, facts in entries)


def is_permitted(host: str) -> bool:
    """Tell whether a service was confirmed, in the settings or by the variable."""
    named = os.environ.get(PERMITTED_VARIABLE, "").replace(";", ",").split(",")
    hosts = {entry.strip().lower() for entry in named} | {permission.host for permission in permitted()}
    return host.lower() in hosts


def permit(host: str) -> None:
    """Note that the user has read a service's terms and that they permit analysis."""
    entries = {permission.host: {"by": permission.by, "on": permission.on} for permission in permitted()}
    entries[host.lower()] = {"by": settings.editor(), "on": date.today().isoformat()}
    _store(entries)


def revoke(host: str) -> None:
    """Take a confirmation back."""
    _store({p.host: {"by": p.by, "on": p.on} for p in permitted() if p.host != host.lower()})


def _store(entries: Dict[str, Dict[str, str]]) -> None:
    PERMITTED.set(json.dumps(entries, sort_keys=True) if entries else "")


def check_permitted(layer: QgsRasterLayer) -> None:
    """Refuse images whose terms forbid their analysis, and services that nobody has confirmed.

    Raises
    ------
    ImageError
        The layer comes from Google's tiles (fact ``reason``: "terms"), or from a service whose terms nobody has
        confirmed (``reason``: "permission", ``host``).
    """
    source = layer.source()
    if is_google_tiles(source) or is_google_tiles(_description(source)):
        raise ImageError(
            tr(
                "'{}' comes from Google's map tiles. Google's terms forbid image analysis and the extraction of "
                "objects from them. Choose an image of your own, or Sentinel-2."
            ).format(layer.name()),
            layer=layer.name(),
            reason="terms",
        )
    host = service_host(layer)
    if host and not is_permitted(host):
        raise ImageError(
            tr(
                "'{layer}' comes from the service {host}, and nobody has confirmed yet that its terms permit image "
                "analysis. Confirm it once in the Imagery dock; outside the desktop, name the host in the environment "
                "variable {variable}."
            ).format(layer=layer.name(), host=host, variable=PERMITTED_VARIABLE),
            layer=layer.name(),
            reason=REASON,
            host=host,
        )


def attribution(layer: QgsRasterLayer) -> Optional[str]:
    """Return what has to be printed beside a service's picture: the layer's own words, else its host."""
    server = layer.serverProperties()
    text = server.attribution() if hasattr(server, "attribution") else layer.attribution()  # moved in QGIS 3.38
    own = text.strip() or "; ".join(layer.metadata().rights()).strip()
    return own or service_host(layer) or None
