"""Search a STAC API for Sentinel-2 scenes, whatever it answers."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from urllib.parse import quote

import shapely
from pystac import STACError
from pystac_client import Client
from pystac_client.errors import ClientTypeError
from pystac_client.exceptions import APIError

from mining_monitor.contract.door import Progress
from mining_monitor.contract.errors import CatalogueError, ParameterError
from mining_monitor.contract.results import Notice
from mining_monitor.contract.scenes import CATALOGUES, Scene, SceneList, SearchScenesRequest
from mining_monitor.engine.imagery.catalogues.addresses import checked_web, is_web, origin, resolve, shown
from mining_monitor.engine.imagery.catalogues.credentials import credentials_for
from mining_monitor.engine.imagery.catalogues.ground_area import boxes, covered_share, ground_area
from mining_monitor.engine.imagery.catalogues.http import Web
from mining_monitor.engine.imagery.catalogues.items import Item, read_item
from mining_monitor.engine.imagery.catalogues.jsontree import as_list, as_number, as_object
from mining_monitor.engine.imagery.catalogues.scene import attribution
from mining_monitor.engine.imagery.catalogues.stac_io import CatalogueIO
from mining_monitor.engine.progress import Job

#: Sentinel-2 L2A in all three known catalogues.
COLLECTION = "sentinel-2-l2a"

_PAGE = 100
_MOST_PAGES = 200
_MOST_SCENES = 5_000

#: A list of scenes goes through the door as one line, which may not be longer than 8 MiB.
_MOST_CHARACTERS = 5 << 20
_LONGEST_ADDRESS = 1_000

#: Footprints with more vertices are simplified to about 50 m: they are drawn, not measured.
_MOST_VERTICES = 40
_SIMPLIFIED_DEGREES = 5e-4

#: What pystac and pystac-client raise over JSON that is none of theirs.
_MISFITS = (
    STACError, ClientTypeError, APIError, KeyError, TypeError, AttributeError, ValueError, IndexError, RecursionError,
)  # fmt: skip


def search_scenes(request: SearchScenesRequest, job: Job) -> SceneList:
    """Search a catalogue.

    Raises
    ------
    ParameterError, ExtentError
        The request cannot be followed.
    NetworkError, SignInError, CatalogueError
        The catalogue does not answer, or with something else than scenes.
    """
    _check(request)
    root = catalogue_root(request.catalogue)
    area = ground_area(request.extent)
    web = Web(credentials_for(root, request.headers))
    client = _client(root, web)
    gathered = _Gathered(request, root, area)
    for box in boxes(area):
        for page in _pages(client, root, request, box):
            job.check()
            if not gathered.add(page):
                break
            job.report(Progress(min(len(gathered.scenes) / request.limit, 1.0), "search", done=len(gathered.scenes)))
    return gathered.result()


def catalogue_root(catalogue: str) -> str:
    """Return the URL of a catalogue for its name in ``CATALOGUES``, or for its URL.

    Raises
    ------
    CatalogueError
        It is neither.
    """
    root = CATALOGUES.get(catalogue, catalogue).strip()
    if not is_web(root):
        raise CatalogueError(
            f"'{shown(catalogue)}' is no catalogue. Choose {', '.join(CATALOGUES)} or give the URL of a STAC API.",
            catalogue=shown(catalogue),
        )  # fmt: skip
    return checked_web(root, what="The catalogue").rstrip("/")


def period(start: str, end: str) -> str:
    """Return the interval of two dates, both included, as STAC wants it; an empty one leaves that side open.

    Raises
    ------
    ParameterError
        One is no ISO 8601 date, or the end is before the start.
    """
    first, last = _day(start, "START"), _day(end, "END")
    if first and last and first > last:
        raise ParameterError(f"END ({last}) is before START ({first}). Exchange them.", name="END")
    if not first and not last:
        return ""
    return (
        f"{first}T00:00:00Z/{last}T23:59:59Z"
        if first and last
        else f"{first}T00:00:00Z/.."
        if first
        else f"../{last}T23:59:59Z"
    )


def _day(text: str, name: str) -> date | None:
    if not text.strip():
        return None
    try:
        return datetime.fromisoformat(text.strip().replace("Z", "+00:00")).date()
    except ValueError as error:
        raise ParameterError(f"{name} is '{text[:40]}'; write a date such as 2024-05-31.", name=name) from error


def _check(request: SearchScenesRequest) -> None:
    period(request.start, request.end)
    if not 0 <= request.max_cloud_percent <= 100:
        raise ParameterError(
            f"CLOUD is {request.max_cloud_percent:g}; it must lie between 0 and 100 percent.", name="CLOUD"
        )
    if not 1 <= request.limit <= _MOST_SCENES:
        raise ParameterError(f"LIMIT is {request.limit}; it must lie between 1 and {_MOST_SCENES}.", name="LIMIT")
    if request.collection and not re.fullmatch(r"[A-Za-z0-9._:-]{1,100}", request.collection):
        raise ParameterError(f"'{request.collection[:40]}' is no name of a collection.", name="COLLECTION")


def _client(root: str, web: Web) -> Client:
    """Read the catalogue's landing page."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            client = Client.from_file(root, stac_io=CatalogueIO(web, root))
            can_search = client.conforms_to("ITEM_SEARCH") and client.get_search_link() is not None
    except _MISFITS as error:
        raise _no_catalogue(root) from error
    if not can_search:
        raise CatalogueError(
            f"'{shown(root)}' is a STAC catalogue that cannot be searched. Give the URL of a STAC API.", url=shown(root)
        )
    return client


def _pages(
    client: Client, root: str, request: SearchScenesRequest, box: tuple[float, float, float, float]
) -> Iterator[dict[str, Any]]:
    options: dict[str, Any] = {}
    if request.max_cloud_percent < 100:
        limit = request.max_cloud_percent
        if client.conforms_to("QUERY"):
            options["query"] = {"eo:cloud_cover": {"lte": limit}}
        elif client.conforms_to("FILTER"):
            options["filter"] = {"op": "<=", "args": [{"property": "eo:cloud_cover"}, limit]}
            options["filter_lang"] = "cql2-json"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            search = client.search(
                method=_method(client),
                collections=[request.collection or COLLECTION],
                bbox=list(box),
                datetime=period(request.start, request.end) or None,
                limit=min(request.limit, _PAGE),
                **options,
            )
            yield from search.pages_as_dicts()
    except _MISFITS as error:
        raise _no_catalogue(root) from error


def _method(client: Client) -> str:
    """Return POST where the catalogue says that it knows it, else GET, which all know."""
    methods = [link.extra_fields.get("method") for link in client.get_links("search")]
    return "POST" if "POST" in methods else "GET"


def _no_catalogue(root: str) -> CatalogueError:
    return CatalogueError(
        f"'{shown(root)}' does not answer as a STAC API. Check the address of the catalogue.", url=shown(root)
    )


@dataclass
class _Gathered:
    """What was found so far."""

    request: SearchScenesRequest
    root: str
    area: shapely.Geometry
    scenes: dict[str, Scene] = field(default_factory=dict)
    matched: int | None = None
    pages: int = 0
    broken: int = 0
    seen: set[str] = field(default_factory=set)
    stopped: str = ""
    characters: int = 0

    def add(self, page: dict[str, Any]) -> bool:
        """Take a page; False when there is no use in the next."""
        self.pages += 1
        if self.matched is None:
            count = as_number(page.get("numberMatched", as_object(page.get("context")).get("matched")))
            self.matched = int(count) if count is not None and 0 <= count < 1e12 else None
        before = len(self.seen)
        for feature in as_list(page.get("features")):
            self._take(as_object(feature))
            if len(self.scenes) >= self.request.limit or self.characters > _MOST_CHARACTERS:
                return False
        if len(self.seen) == before:
            self.stopped = "loop"
        elif self.pages >= _MOST_PAGES:
            self.stopped = "pages"
        return not self.stopped

    def _take(self, feature: dict[str, Any]) -> None:
        self.seen.add(str(feature.get("id"))[:400])
        try:
            item = read_item(feature)
        except CatalogueError:
            self.broken += 1
            return
        share = covered_share(self.area, item.footprint)
        is_clear = item.cloud_percent is None or item.cloud_percent <= self.request.max_cloud_percent
        if share > 0 and is_clear and self._is_in_period(item) and item.item_id not in self.scenes:
            scene = self._scene(item, share)
            self.scenes[item.item_id] = scene
            self.characters += sum(len(str(value)) for value in vars(scene).values()) + 400

    def _is_in_period(self, item: Item) -> bool:
        first, last = _day(self.request.start, "START"), _day(self.request.end, "END")
        day = item.sensed_at[:10]
        return (not first or day >= first.isoformat()) and (not last or day <= last.isoformat())

    def _scene(self, item: Item, share: float) -> Scene:
        collection = item.collection or self.request.collection or COLLECTION
        address = f"{self.root}/collections/{quote(collection)}/items/{quote(item.item_id, safe='')}"
        if len(item.link) <= _LONGEST_ADDRESS and is_web(item.link) and origin(item.link) == origin(self.root):
            address = item.link
        return Scene(
            scene_id=item.item_id,
            catalogue=self.request.catalogue,
            collection=collection,
            item=address,
            sensed_at=item.sensed_at,
            satellite=item.satellite,
            tile=item.tile,
            baseline=item.baseline,
            footprint=_drawn(item.footprint),
            extent_share=share,
            cloud_percent=item.cloud_percent,
            thumbnail=_thumbnail(item, address),
            attribution=attribution(item),
        )

    def result(self) -> SceneList:
        """Return the scenes, newest first, with what the user should know."""
        ordered = sorted(self.scenes.values(), key=lambda scene: (scene.sensed_at, scene.scene_id), reverse=True)
        return SceneList(tuple(ordered), self.matched, tuple(self._notices()))

    def _notices(self) -> Iterator[Notice]:
        if self.broken:
            text = f"{self.broken} entries of the catalogue are no scenes that can be read; they were left out."
            yield Notice("catalogue-broken-items", text, {"count": self.broken})
        if self.stopped == "loop":
            text = "The catalogue sent the same page again and again; the list may be incomplete."
            yield Notice("catalogue-loop", text, {"pages": self.pages})
        elif self.stopped or len(self.scenes) >= self.request.limit or self.characters > _MOST_CHARACTERS:
            text = (
                f"There may be more than these {len(self.scenes)} scenes. Choose a shorter period or a smaller extent."
            )
            yield Notice("catalogue-more", text, {"count": len(self.scenes), "matched": self.matched})


def _thumbnail(item: Item, address: str) -> str:
    try:
        found = resolve(item.thumbnail, address, what="The thumbnail") if item.thumbnail else ""
    except CatalogueError:
        return ""
    return found if len(found) <= _LONGEST_ADDRESS else ""


def _drawn(footprint: shapely.Geometry) -> str:
    """Return a footprint as WKT for the map: 6 decimals, few vertices."""
    if shapely.get_num_coordinates(footprint) > _MOST_VERTICES:
        simple = shapely.simplify(footprint, _SIMPLIFIED_DEGREES)
        footprint = simple if not simple.is_empty else footprint
        if shapely.get_num_coordinates(footprint) > 10 * _MOST_VERTICES:
            footprint = shapely.convex_hull(footprint)
    return str(shapely.to_wkt(footprint, rounding_precision=6))
