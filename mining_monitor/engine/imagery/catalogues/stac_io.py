"""pystac-client's way to the network, bent to go through ``http`` and nowhere else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from pystac.link import Link
from pystac_client.stac_api_io import StacApiIO

from mining_monitor.contract.errors import CatalogueError
from mining_monitor.engine.imagery.catalogues.addresses import resolve
from mining_monitor.engine.imagery.catalogues.http import Web
from mining_monitor.engine.imagery.catalogues.jsontree import as_object

_ACCEPT = {"Accept": "application/geo+json, application/json"}


class CatalogueIO(StacApiIO):
    """Reads pages of a STAC API.

    What a page says of its next page is not trusted: it is resolved against the catalogue, its headers are left out,
    and a path of this machine, which pystac-client would open, is refused.

    Parameters
    ----------
    web : Web
    root : str
        URL of the catalogue.
    """

    def __init__(self, web: Web, root: str) -> None:
        super().__init__(max_retries=None)
        self._web, self._root = web, root

    def read_text(self, source: Any, *args: Any, **kwargs: Any) -> str:
        """Read what an address or a link leads to."""
        if not isinstance(source, Link):
            return self.request(str(source), **kwargs)
        link = source.to_dict()
        if str(link.get("method", "GET")).upper() != "POST":
            return self.request(link["href"])
        body = as_object(link.get("body"))
        merged = {**(kwargs.get("parameters") or {}), **body} if link.get("merge") else body
        return self.request(link["href"], method="POST", parameters=merged)

    def request(
        self,
        href: str,
        method: str | None = None,
        headers: Mapping[str, str] | None = None,
        parameters: Mapping[str, Any] | None = None,
    ) -> str:
        """Ask; raises what ``Web.fetch`` raises."""
        url = resolve(str(href), self._root, what="A page of the catalogue")
        if (method or "GET").upper() == "POST":
            body = self._web.fetch(url, json=dict(parameters or {}), headers=_ACCEPT).body
        else:
            query = {name: _plain(value) for name, value in (parameters or {}).items() if value is not None}
            joined = f"{url}{'&' if '?' in url else '?'}{urlencode(query)}" if query else url
            body = self._web.fetch(joined, headers=_ACCEPT).body
        return body.decode("utf-8", errors="replace")

    def write_text_to_href(self, href: str, *args: Any, **kwargs: Any) -> None:
        """Refuse."""
        raise CatalogueError("Catalogues are only read.")


def _plain(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return ",".join(str(item) for item in value)
    return json.dumps(value) if isinstance(value, dict) else str(value)
