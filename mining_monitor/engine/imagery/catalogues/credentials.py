"""HTTP headers that may be secret, and whom they are for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from mining_monitor.contract.errors import CatalogueError
from mining_monitor.engine.imagery.catalogues.addresses import host_of, is_web, origin

_TOKEN = re.compile(r"^[!#$%&'*+.^_`|~0-9A-Za-z-]+$")

#: Hosts of one service that share its credentials: a catalogue's host -> the end of the names of its download hosts.
_SERVICES = {"stac.dataspace.copernicus.eu": ".dataspace.copernicus.eu"}


@dataclass(frozen=True)
class Credentials:
    """HTTP headers and whom they are for.

    Attributes
    ----------
    headers : mapping
        Never shown: not in ``repr``, a log, an error, or provenance.
    origins : frozenset of str
        Scheme, host and port (``addresses.origin``) that may see them.
    domains : tuple of str
        Further hosts, by https only: those that end so (``.dataspace.copernicus.eu``).
    """

    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    origins: frozenset[str] = frozenset()
    domains: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name, value in self.headers.items():
            if not _TOKEN.match(name) or re.search(r"[\r\n\0]", value):
                raise CatalogueError("A header for the catalogue has a name or a value that HTTP does not allow.")

    def for_address(self, url: str) -> dict[str, str]:
        """Return the headers that go to an address: all, or none."""
        asked = origin(url)
        is_theirs = asked.startswith("https://") and host_of(url).endswith(self.domains) if self.domains else False
        return dict(self.headers) if asked in self.origins or is_theirs else {}


def credentials_for(address: str, headers: Mapping[str, str] | None) -> Credentials:
    """Return headers for the host of an address and the other hosts of its service, and for nobody else.

    Headers given with a path (an item that is a file) are for the download hosts of the known services only: what a
    file names must not say who sees a token.
    """
    if not headers:
        return Credentials()
    if not is_web(address):
        return Credentials(headers, domains=tuple(_SERVICES.values()))
    service = _SERVICES.get(host_of(address))
    return Credentials(headers, frozenset([origin(address)]), (service,) if service else ())
