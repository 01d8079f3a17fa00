"""A search of each catalogue gives the same scenes; whatever a catalogue answers ends in a list or in a sentence."""

import copy
import json

import pytest

from mining_monitor.contract.errors import (
    CatalogueError,
    ExtentError,
    MiningMonitorError,
    NetworkError,
    ParameterError,
    SignInError,
)
from mining_monitor.contract.imagery import Extent
from mining_monitor.contract.scenes import SearchScenesRequest
from mining_monitor.engine.imagery.catalogues.search import period, search_scenes
from mining_monitor.engine.progress import Job
from tests.engine.imagery.catalogues.catalogues import Catalogue, item_of, product_name
from tests.engine.imagery.catalogues.hosts import Fault
from tests.engine.imagery.catalogues.scene_files import CRS, footprint, square

KINDS = ["earth-search", "planetary-computer", "copernicus"]
SQUARE = footprint(512)
INSIDE = Extent(*square(100, 100, 50, 50), crs=CRS)
DAYS = ["20240102", "20240517", "20240612", "20240701", "20241231"]


def an_item(kind, host, day="20240517", **more):
    return item_of(kind, product_name(day), f"{host.url}/s", SQUARE, **more)


def asked_of(catalogue, **more):
    fields = {"extent": INSIDE, "start": "2024-01-01", "end": "2024-12-31", **more}
    return SearchScenesRequest(catalogue if isinstance(catalogue, str) else catalogue.url, **fields)


def search(catalogue, **more):
    return search_scenes(asked_of(catalogue, **more), Job())


@pytest.mark.parametrize("kind", KINDS)
def test_scenes_of_each_catalogue_come_newest_first(host, kind):
    catalogue = Catalogue(host, kind, [an_item(kind, host, day) for day in DAYS])
    found = search(catalogue)
    assert [scene.sensed_at[:10] for scene in found.scenes] == [
        "2024-12-31",
        "2024-07-01",
        "2024-06-12",
        "2024-05-17",
        "2024-01-02",
    ]
    first = found.scenes[0]
    assert (first.satellite, first.tile, first.baseline, first.cloud_percent) == ("Sentinel-2B", "19KEP", "05.10", 7.5)
    assert first.item == f"{catalogue.url}/collections/sentinel-2-l2a/items/{first.scene_id}"
    assert first.footprint.startswith("POLYGON") and first.extent_share == pytest.approx(1.0)
    assert first.thumbnail.startswith(f"{host.url}/s/preview")
    assert "modified Copernicus Sentinel data 2024" in first.attribution
    assert found.warnings == () and found.matched == (None if kind == "planetary-computer" else 5)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("page", [1, 2, 100])
def test_pages_are_joined_whatever_way_a_catalogue_pages(host, kind, page):
    catalogue = Catalogue(host, kind, [an_item(kind, host, day) for day in DAYS], page=page)
    found = search(catalogue)
    assert len(found.scenes) == len({scene.scene_id for scene in found.scenes}) == 5


@pytest.mark.parametrize("kind", KINDS)
def test_clouds_are_limited_by_the_catalogue_and_again_here(host, kind):
    items = [an_item(kind, host, day, cloud=cloud) for day, cloud in zip(DAYS, (0, 10, 20, 30, 90))]
    catalogue = Catalogue(host, kind, items)
    assert {s.cloud_percent for s in search(catalogue, max_cloud_percent=20).scenes} == {0, 10, 20}
    body = json.loads(next(asked.body for asked in host.asked if asked.path.endswith("/search")))
    assert ("query" in body) is (kind != "copernicus") and ("filter" in body) is (kind == "copernicus")
    catalogue._fits = lambda item, body: True
    assert {s.cloud_percent for s in search(catalogue, max_cloud_percent=20).scenes} == {0, 10, 20}


def test_a_scene_without_a_cloud_figure_is_kept(host):
    item = an_item("earth-search", host)
    del item["properties"]["eo:cloud_cover"]
    assert search(Catalogue(host, "earth-search", [item]), max_cloud_percent=5).scenes[0].cloud_percent is None


def test_what_lies_beyond_the_extent_or_the_period_is_left_out_although_it_is_sent(host):
    far = copy.deepcopy(an_item("earth-search", host, "20240701"))
    far["geometry"] = footprint(512, west=700_000)
    catalogue = Catalogue(host, "earth-search", [an_item("earth-search", host, "20240517"), far])
    catalogue._fits = lambda item, body: True
    assert [scene.sensed_at[:10] for scene in search(catalogue).scenes] == ["2024-05-17"]
    assert search(catalogue, start="2024-06-01").scenes == ()


def test_the_part_of_the_extent_that_a_footprint_covers_is_measured_on_the_ground(host):
    catalogue = Catalogue(host, "earth-search", [an_item("earth-search", host)])
    half = Extent(*square(512 - 40, 0, 80, 80), crs=CRS)
    assert search(catalogue, extent=half).scenes[0].extent_share == pytest.approx(0.5, abs=1e-3)


def test_a_polygon_of_the_extent_counts(host):
    catalogue = Catalogue(host, "earth-search", [an_item("earth-search", host)])
    west, south, east, north = square(512 - 40, 0, 80, 80)
    triangle = f"POLYGON (({west} {south}, {west} {north}, {east} {north}, {west} {south}))"
    found = search(catalogue, extent=Extent(west, south, east, north, CRS, triangle))
    assert found.scenes[0].extent_share == pytest.approx(0.75, abs=1e-3)


def test_the_catalogue_is_asked_for_the_extent_in_degrees_and_both_days_included(host):
    catalogue = Catalogue(host, "planetary-computer", [])
    search(catalogue, start="2024-05-01", end="2024-05-31", collection="sentinel-2-l2a", limit=7)
    body = json.loads(host.asked[-1].body)
    west, south, east, north = body["bbox"]
    assert -69.1 < west < east < -68.9 and -23.6 < south < north < -23.4
    assert (body["datetime"], body["collections"], body["limit"]) == (
        "2024-05-01T00:00:00Z/2024-05-31T23:59:59Z",
        ["sentinel-2-l2a"],
        7,
    )


@pytest.mark.parametrize(
    ("start", "end", "asked"),
    [
        ("2024-05-01", "", "2024-05-01T00:00:00Z/.."),
        ("", "2024-05-01", "../2024-05-01T23:59:59Z"),
        ("", "", ""),
        ("2024-05-01T10:00:00Z", "2024-05-01", "2024-05-01T00:00:00Z/2024-05-01T23:59:59Z"),
    ],
)
def test_periods(start, end, asked):
    assert period(start, end) == asked


def test_an_extent_across_the_antimeridian_is_asked_for_on_both_sides(host):
    catalogue = Catalogue(host, "earth-search", [])
    search(catalogue, extent=Extent(179.5, -18, -179.5, -17, "EPSG:4326"))
    boxes = [json.loads(asked.body)["bbox"] for asked in host.asked if asked.path.endswith("/search")]
    assert boxes == [[179.5, -18, 180, -17], [-180, -18, -179.5, -17]]


def test_a_view_of_the_whole_world_can_be_searched(host):
    catalogue = Catalogue(host, "earth-search", [an_item("earth-search", host)])
    assert len(search(catalogue, extent=Extent(-400, -89, 400, 89, "EPSG:4326")).scenes) == 1


def test_ten_thousand_items_in_one_page_are_cut_and_told(host):
    items = [{**an_item("earth-search", host, item_id=f"S2B_{number}"), "assets": {}} for number in range(10_000)]
    catalogue = Catalogue(host, "earth-search", items)
    everything = json.dumps(
        {"type": "FeatureCollection", "features": items, "numberMatched": 10_000, "links": []}
    ).encode()
    host.answers[f"{catalogue.root}/search"] = lambda _: everything
    found = search(catalogue, limit=250)
    assert (len(found.scenes), found.matched) == (250, 10_000)
    assert [(notice.code, notice.facts["matched"]) for notice in found.warnings] == [("catalogue-more", 10_000)]


def test_ten_thousand_items_in_pages_are_not_all_fetched(host):
    items = [{**an_item("copernicus", host, item_id=f"S2B_{number}"), "assets": {}} for number in range(10_000)]
    catalogue = Catalogue(host, "copernicus", items)
    catalogue._fits = lambda item, body: True
    assert len(search(catalogue, limit=120).scenes) == 120
    assert sum(asked.path.endswith("/search") for asked in host.asked) == 2


def test_pages_that_lead_in_a_circle_end(host):
    catalogue = Catalogue(host, "earth-search", [an_item("earth-search", host, day) for day in DAYS], page=2)
    first = json.loads(catalogue.search(type("A", (), {"body": b'{"collections": ["sentinel-2-l2a"]}', "query": {}})))
    host.answers[f"{catalogue.root}/search"] = lambda _: json.dumps(first).encode()
    found = search(catalogue)
    assert len(found.scenes) == 2 and [notice.code for notice in found.warnings] == ["catalogue-loop"]
    assert len(host.asked) <= 4


def test_pages_of_ever_new_items_that_do_not_fit_end(host):
    catalogue = Catalogue(host, "earth-search", [])
    counter = iter(range(10**6))

    def endless(_):
        feature = {"id": f"x{next(counter)}", "type": "Feature"}
        link = {"rel": "next", "href": f"{catalogue.url}/search", "method": "POST", "body": {}}
        return json.dumps({"type": "FeatureCollection", "features": [feature], "links": [link]}).encode()

    host.answers[f"{catalogue.root}/search"] = endless
    found = search(catalogue)
    assert found.scenes == () and {notice.code for notice in found.warnings} == {
        "catalogue-broken-items",
        "catalogue-more",
    }


def test_items_that_are_none_are_left_out_and_counted(host):
    items = [an_item("earth-search", host), {"id": "x"}, None, 7, {"type": "Feature", "id": "y", "geometry": []}]
    catalogue = Catalogue(host, "earth-search", [])
    page = json.dumps({"type": "FeatureCollection", "features": items, "links": []}).encode()
    host.answers[f"{catalogue.root}/search"] = lambda _: page
    found = search(catalogue)
    assert len(found.scenes) == 1
    assert [(notice.code, notice.facts["count"]) for notice in found.warnings] == [("catalogue-broken-items", 4)]


@pytest.mark.parametrize(
    "href",
    ["/etc/passwd", "file:///etc/passwd", "//127.0.0.1:9/x", "http://127.0.0.1:9/x", "search\0", "", None, 7, {"a": 1}],
    ids=repr,
)
def test_a_next_page_elsewhere_is_not_opened(host, href):
    catalogue = Catalogue(host, "earth-search", [])
    page = {"type": "FeatureCollection", "features": [an_item("earth-search", host)]}
    page["links"] = [{"rel": "next", "href": href}]
    host.answers[f"{catalogue.root}/search"] = lambda _: json.dumps(page).encode()
    with pytest.raises(MiningMonitorError) as caught:
        search(catalogue, limit=50)
    assert caught.value.code in ("catalogue", "network")


@pytest.mark.parametrize(
    "page",
    [
        b"",
        b"<html></html>",
        b"[]",
        b"null",
        b'{"features": 7}',
        b'{"features": {"a": 1}}',
        b'{"features": [[]], "links": 7}',
        b'{"features": [{}], "links": [7]}',
        b'{"features": [{}], "links": [{}]}',
        b'{"features": [{}], "numberMatched": "x"}',
        b'{"context": [], "features": [{}]}',
        b"[" * 50_000,
        b'{"features": [{"properties": {"datetime": NaN}}]}',
        b"\xff\xff",
    ],
    ids=lambda body: repr(body[:24]),
)
def test_hostile_pages_end_in_a_list_or_a_sentence(host, page):
    catalogue = Catalogue(host, "earth-search", [])
    host.answers[f"{catalogue.root}/search"] = lambda _: page
    try:
        found = search(catalogue)
    except CatalogueError as error:
        assert "does not answer as a STAC API" in error.message
    else:
        assert found.scenes == ()


@pytest.mark.parametrize(
    "landing",
    [
        b"",
        b"<html></html>",
        b"[]",
        b"{}",
        b'{"type": "Catalog"}',
        b'{"type": "Feature", "id": "x"}',
        b'{"type": "Catalog", "id": "x", "stac_version": "1.0.0", "description": "", "links": []}',
        b'{"type": "Catalog", "id": "x", "stac_version": "1.0.0", "description": "", "links": 7, "conformsTo": 7}',
        b'{"type": "Catalog", "id": "x", "stac_version": [], "description": "", "links": [{"rel": "search"}]}',
    ],
    ids=lambda body: repr(body[:40]),
)
def test_what_is_no_catalogue_is_one_sentence(host, landing):
    host.answers["/v1"] = lambda _: landing
    with pytest.raises(CatalogueError):
        search(f"{host.url}/v1")


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_catalogue_is_asked_again(host, status):
    catalogue = Catalogue(host, "earth-search", [an_item("earth-search", host)])
    host.faults["/v1"] = [Fault("status", status, (("Retry-After", "0"),))]
    host.faults["/v1/search"] = [Fault("status", status)]
    assert len(search(catalogue).scenes) == 1


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault("status", 500), NetworkError),
        (Fault("silent", seconds=2), NetworkError),
        (Fault("truncated", keep=9), NetworkError),
        (Fault("status", 401), SignInError),
        (Fault("status", 400), NetworkError),
    ],
    ids=["500", "silent", "truncated", "401", "400"],
)
@pytest.mark.parametrize("where", ["/v1", "/v1/search"])
def test_a_catalogue_that_fails_is_one_sentence(host, fault, kind, where):
    catalogue = Catalogue(host, "earth-search", [an_item("earth-search", host)])
    host.always[where] = fault
    with pytest.raises(kind) as caught:
        search(catalogue)
    assert type(caught.value) is kind and "127.0.0.1" in caught.value.message


def test_tokens_go_to_the_catalogue_and_not_to_pages_elsewhere(host, other_host):
    catalogue = Catalogue(host, "earth-search", [an_item("earth-search", host, day) for day in DAYS])
    page = {"type": "FeatureCollection", "features": [an_item("earth-search", host)]}
    page["links"] = [
        {"rel": "next", "href": f"{other_host.url}/v1/search", "method": "GET", "headers": {"X-Extra": "evil"}}
    ]
    other_host.answers["/v1/search"] = lambda _: b'{"features": []}'
    host.answers["/v1/search"] = lambda _: json.dumps(page).encode()
    search(catalogue, headers={"Authorization": "Bearer s3cret"})
    assert all(asked.headers["Authorization"] == "Bearer s3cret" for asked in host.asked)
    assert other_host.asked
    assert not any({"Authorization", "X-Extra"} & set(asked.headers) for asked in other_host.asked)


def test_an_item_link_to_another_host_is_not_where_tokens_would_go(host):
    item = an_item("earth-search", host)
    item["links"] = [{"rel": "self", "href": "https://evil.example/item"}]
    catalogue = Catalogue(host, "earth-search", [item])
    assert search(catalogue).scenes[0].item == f"{catalogue.url}/collections/sentinel-2-l2a/items/{item['id']}"


def test_a_thumbnail_that_leads_elsewhere_is_none(host):
    item = an_item("earth-search", host)
    item["assets"]["thumbnail"]["href"] = "file:///etc/passwd"
    assert search(Catalogue(host, "earth-search", [item])).scenes[0].thumbnail == ""


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"start": "yesterday"}, ParameterError),
        ({"start": "2024-06-01", "end": "2024-05-01"}, ParameterError),
        ({"max_cloud_percent": 101.0}, ParameterError),
        ({"limit": 0}, ParameterError),
        ({"limit": 5_001}, ParameterError),
        ({"collection": "a/../b"}, ParameterError),
        ({"extent": Extent(0, 0, 0, 0)}, ExtentError),
        ({"extent": Extent(10, 0, 5, 1, CRS)}, ExtentError),
        ({"extent": Extent(0, 0, 1, 1, "EPSG:4326", "POLYGON ((")}, ExtentError),
        ({"extent": Extent(1e12, 1e12, 2e12, 2e12, CRS)}, ExtentError),
    ],
    ids=str,
)
def test_a_request_that_cannot_be_followed_asks_nobody(host, change, error):
    catalogue = Catalogue(host, "earth-search", [])
    with pytest.raises(error):
        search(catalogue, **change)
    assert host.asked == []


@pytest.mark.parametrize(
    "name", ["sentinel", "", "file:///etc/passwd", "ftp://x", "/etc/passwd", "http://", "http://me:x@y.example"]
)
def test_a_catalogue_is_a_known_name_or_an_address(name):
    with pytest.raises(CatalogueError):
        search(name)


def test_a_list_fits_through_the_door_whatever_the_items_hold(host):
    import numpy as np

    from mining_monitor.contract.codec import to_json
    from mining_monitor.contract.door import MAX_LINE_BYTES, RESULT, Message, encode

    angles = np.linspace(0, 2 * np.pi, 5000)
    noise = np.random.default_rng(1).uniform(0.02, 0.03, 5000)
    ring = [[-68.99 + r * np.cos(a), -23.52 + r * np.sin(a)] for r, a in zip(noise, angles)]
    shape = {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
    item = {**an_item("earth-search", host), "geometry": shape}
    item["assets"] = {"thumbnail": {"href": f"{host.url}/" + "t" * 900}}
    items = [{**item, "id": f"S2B_{n}" + "i" * 390} for n in range(300)]
    catalogue = Catalogue(host, "earth-search", items[:1])
    found = search(catalogue)
    assert len(found.scenes) == 1 and len(found.scenes[0].footprint) < 10_000
    assert found.scenes[0].extent_share > 0
    one = len(encode(Message(1, RESULT, {"result": to_json(found)})))
    assert one * 5_000 > MAX_LINE_BYTES, "so that the limit on characters is what holds"
    page = json.dumps({"type": "FeatureCollection", "features": items, "links": []})
    host.answers[f"{catalogue.root}/search"] = lambda _: page.encode()
    assert len(search(catalogue, limit=5_000).scenes) == 300


def test_a_page_of_long_lists_stops_at_what_the_door_takes(host, monkeypatch):
    from mining_monitor.engine.imagery.catalogues import search as module

    monkeypatch.setattr(module, "_MOST_CHARACTERS", 20_000)
    items = [an_item("earth-search", host, item_id=f"S2B_{number}") for number in range(100)]
    found = search(Catalogue(host, "earth-search", items))
    assert 5 < len(found.scenes) < 40
    assert [notice.code for notice in found.warnings] == ["catalogue-more"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_catalogue_that_only_knows_get_is_searched(host, kind):
    items = [an_item(kind, host, day, cloud=cloud) for day, cloud in zip(DAYS, (0, 10, 20, 30, 90))]
    catalogue = Catalogue(host, kind, items)
    catalogue.methods = ("GET",)
    assert {s.cloud_percent for s in search(catalogue, max_cloud_percent=20).scenes} == {0, 10, 20}
    assert {asked.method for asked in host.asked} == {"GET"}
