"""Signatures of Planetary Computer: a token for a storage container, kept until shortly before it ends."""

from __future__ import annotations

import re
import threading
import time
from datetime import datetime, timezone
from urllib.parse import urlsplit

from mining_monitor.contract.errors import CatalogueError, NetworkError
from mining_monitor.contract.scenes import CATALOGUES
from mining_monitor.engine.imagery.catalogues import addresses
from mining_monitor.engine.imagery.catalogues.addresses import host_of, is_web, origin
from mining_monitor.engine.imagery.catalogues.http import Web
from mining_monitor.engine.imagery.catalogues.jsontree import as_text, parse

_STAC_ROOT = "/api/stac/v1"
_SIGNING_ROOT = "/api/sas/v1/token"
_NAME = re.compile(r"^[a-z0-9][a-z0-9-]{1,62}$")
_TOKEN = re.compile(r"^[A-Za-z0-9%=&._~:+/-]{1,4000}$")

#: Seconds before its end that a token is renewed, and how long one is kept that does not say its end.
_MARGIN_S = 120.0
_KEPT_S = 600.0
_SHORTEST_S = 10.0


class Signer:
    """Adds signatures to addresses of Planetary Computer's storage; other addresses stay as they are.

    Parameters
    ----------
    web : Web
    item : str
        Address of the item: its host is asked for the token where it is a Planetary Computer, else the public one.
    """

    def __init__(self, web: Web, item: str = "") -> None:
        self._web = web
        is_there = is_web(item) and urlsplit(item).path.startswith(_STAC_ROOT)
        self._root = (origin(item) if is_there else origin(CATALOGUES["planetary-computer"])) + _SIGNING_ROOT
        self._tokens: dict[tuple[str, str], tuple[str, float]] = {}
        self._lock = threading.Lock()

    def sign(self, url: str) -> str:
        """Return the address with a signature; asked at every use, because a token ends after an hour.

        Raises
        ------
        NetworkError, SignInError
        CatalogueError
            The service gave something else than a token.
        """
        parts = urlsplit(url)
        if not host_of(url).endswith(addresses.BLOB_HOSTS) or "sig=" in parts.query:
            return url
        account, container = host_of(url).split(".")[0], parts.path.lstrip("/").split("/")[0]
        if not (_NAME.match(account) and _NAME.match(container)):
            return url
        with self._lock:
            token, end = self._tokens.get((account, container), ("", -1.0))
            if time.time() > end:
                token, end = self._ask(account, container)
                self._tokens[account, container] = token, end
        return f"{url}{'&' if parts.query else '?'}{token}" if token else url

    def _ask(self, account: str, container: str) -> tuple[str, float]:
        """Return a token and its end; an empty one for storage that is not Planetary Computer's."""
        try:
            answer = self._web.fetch(f"{self._root}/{account}/{container}", limit=1 << 16)
        except NetworkError as error:
            if error.facts.get("status") in (400, 404):
                return "", time.time() + _KEPT_S
            raise
        tree = parse(answer.body, what="The signature of Planetary Computer")
        token = as_text(tree.get("token"), 4001).lstrip("?")
        if not _TOKEN.match(token):
            raise CatalogueError(
                f"{host_of(self._root)} gave no signature for its files. Try again later.", host=host_of(self._root)
            )
        return token, _end(as_text(tree.get("msft:expiry")))


def _end(text: str) -> float:
    try:
        moment = datetime.fromisoformat(re.sub(r"\.\d+", "", text).replace("Z", "+00:00"))
    except ValueError:
        return time.time() + _KEPT_S
    moment = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
    return max(moment.timestamp() - _MARGIN_S, time.time() + _SHORTEST_S)
