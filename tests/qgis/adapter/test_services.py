"""Services are confirmed once, tiles come politely, and what a service says of its picture is believed with care."""

import http.server
import json
import threading
import time

import pytest
from qgis.core import (
    QgsApplication,
    QgsAuthMethodConfig,
    QgsCoordinateReferenceSystem,
    QgsFeedback,
    QgsRasterLayer,
    QgsRectangle,
)

from mining_monitor.adapter import catalogues, citations, image_refs, services, tasks, tile_fetch
from mining_monitor.adapter.disk_cache import DiskCache
from mining_monitor.adapter.tile_fetch import TileFetcher, TileService
from mining_monitor.contract.errors import CancelledError, ImageError, ParameterError
from tests.clock import within


def xyz(host, name="tiles"):
    return QgsRasterLayer(f"type=xyz&url=https://{host}/%7Bz%7D/%7Bx%7D/%7By%7D.png&zmax=18", name, "wms")


# -- permission ----------------------------------------------------------------------------------------------------


def test_a_service_is_refused_until_someone_has_confirmed_it_once():
    layer = xyz("tiles.example.org")
    with pytest.raises(ImageError, match=r"service tiles\.example\.org, and nobody has confirmed") as caught:
        image_refs.access(layer)
    assert (caught.value.facts["reason"], caught.value.facts["host"]) == ("permission", "tiles.example.org")

    services.permit("Tiles.Example.Org")
    assert image_refs.access(layer) is image_refs.Access.PICTURE
    (kept,) = services.permitted()
    assert (kept.host, len(kept.on), bool(kept.by)) == ("tiles.example.org", 10, True)

    services.revoke("tiles.example.org")
    with pytest.raises(ImageError):
        image_refs.access(layer)


def test_the_variable_confirms_for_scripts_and_only_the_hosts_it_names(monkeypatch):
    monkeypatch.setenv(services.PERMITTED_VARIABLE, "a.example.org, B.example.org")
    services.check_permitted(xyz("b.example.org"))
    with pytest.raises(ImageError, match=services.PERMITTED_VARIABLE):
        services.check_permitted(xyz("c.example.org"))


def test_google_stays_refused_even_when_it_was_confirmed():
    services.permit("mt1.google.com")
    with pytest.raises(ImageError, match="Google's terms forbid"):
        services.check_permitted(xyz("mt1.google.com"))


@pytest.mark.parametrize("stored", ["{", "[]", '"x"', '{"a.example.org": 5}', "null"])
def test_a_damaged_setting_counts_as_nothing_confirmed(stored):
    services.PERMITTED.set(stored)
    assert not services.is_permitted("a.example.org")


@pytest.mark.parametrize(
    ("source", "provider", "host"),
    [
        ("contextualWMSLegend=0&crs=EPSG:3857&format=image/png&layers=a&styles&url=https://wms.example.org:8443/x?map%3D1",
         "wms", "wms.example.org:8443"),
        ("type=xyz&url=https://user:secret@tiles.example.org/%7Bz%7D", "wms", "tiles.example.org"),
        ("type=mbtiles&url=file:///tmp/a.mbtiles", "wms", ""),
    ],
)  # fmt: skip
def test_the_host_of_a_service_is_found_without_its_login(source, provider, host):
    assert services.service_host(QgsRasterLayer(source, "x", provider)) == host


def test_a_gdal_service_file_is_a_service_too(tmp_path):
    path = tmp_path / "wms.xml"
    path.write_text(
        "<GDAL_WMS><Service name='TMS'><ServerUrl>https://tms.example.org/${z}/${x}/${y}.png</ServerUrl></Service>"
        "<DataWindow><UpperLeftX>-20037508.34</UpperLeftX><UpperLeftY>20037508.34</UpperLeftY><LowerRightX>20037508.34"
        "</LowerRightX><LowerRightY>-20037508.34</LowerRightY><TileLevel>18</TileLevel><TileCountX>1</TileCountX>"
        "<TileCountY>1</TileCountY><YOrigin>top</YOrigin></DataWindow><Projection>EPSG:3857</Projection>"
        "<BlockSizeX>256</BlockSizeX><BlockSizeY>256</BlockSizeY><BandsCount>3</BandsCount></GDAL_WMS>"
    )
    assert services.service_host(QgsRasterLayer(str(path), "tms", "gdal")) == "tms.example.org"


def test_a_service_without_words_of_its_own_is_credited_by_its_host():
    assert image_refs.provenance(xyz("tiles.example.org"))["attribution"] == "tiles.example.org"


# -- tiles -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def server():
    """Answers from a script: (status, headers) one after the other, then 200 with a small body."""

    class Handler(http.server.BaseHTTPRequestHandler):
        script, asked = [], []
        body = b"tile"

        def do_GET(self):
            type(self).asked.append((time.monotonic(), self.path, dict(self.headers)))
            status, headers = type(self).script.pop(0) if type(self).script else (200, {})
            body = type(self).body if status == 200 else b"no"
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), "Cache-Control": "no-store", **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    made = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=made.serve_forever, args=(0.02,), daemon=True).start()
    Handler.script, Handler.asked = [], []
    Handler.url = f"http://127.0.0.1:{made.server_port}"
    yield Handler
    made.shutdown()
    made.server_close()


@pytest.fixture
def fetch(server, tmp_path, monkeypatch, wait_until):
    """Fetch tiles as a task does: in a thread."""
    monkeypatch.setattr(tile_fetch, "FIRST_PAUSE_S", 0.02)
    cache = DiskCache(tmp_path / "tiles", limit_bytes=10_000, days=1)

    def run(*tiles, url="/{z}/{x}/{y}.png", should_cancel=lambda: False, **options):
        service = TileService.of_source(f"type=xyz&url={server.url}{url.replace('{', '%7B').replace('}', '%7D')}")
        outcome = {}

        def work():
            fetcher = TileFetcher(
                service,
                should_cancel=should_cancel,
                feedback=QgsFeedback(),
                cache=cache,
                **{"pace_per_s": 500.0, **options},
            )
            try:
                outcome["tiles"] = [fetcher.tile(*tile) for tile in tiles]
            except Exception as error:
                outcome["error"] = error

        threading.Thread(target=work, daemon=True).start()
        wait_until(lambda: outcome)
        if "error" in outcome:
            raise outcome["error"]
        return outcome["tiles"]

    return run


@pytest.mark.parametrize("status", [429, 503, 502, 500])
def test_a_busy_service_is_asked_again(server, fetch, status):
    server.script = [(status, {}), (status, {})]
    assert fetch((3, 1, 2)) == [b"tile"]
    assert len(server.asked) == 3


def test_a_service_that_names_a_pause_gets_it(server, fetch):
    server.script = [(503, {"Retry-After": "0.4"})]
    fetch((3, 1, 2))
    assert server.asked[1][0] - server.asked[0][0] >= 0.4


@pytest.mark.parametrize(("status", "asked"), [(403, 1), (401, 1), (503, 4)])
def test_a_refusal_is_one_sentence_with_the_host_and_the_status(server, fetch, status, asked):
    server.script = [(status, {})] * 9
    with pytest.raises(ImageError, match=rf"service 127\.0\.0\.1:\d+ did not deliver its picture \(HTTP {status}\)"):
        fetch((3, 1, 2))
    assert len(server.asked) == asked


def test_a_missing_tile_is_no_error_and_is_remembered(server, fetch):
    server.script = [(404, {})]
    assert fetch((3, 1, 2)) == [None]
    assert fetch((3, 1, 2)) == [None]
    assert len(server.asked) == 1


def test_a_tile_is_fetched_once(server, fetch):
    assert fetch((3, 1, 2), (3, 1, 2)) == [b"tile", b"tile"]
    fetch((3, 1, 2))
    assert [path for _at, path, _headers in server.asked] == ["/3/1/2.png"]


def test_the_pace_is_kept(server, fetch):
    begun = time.monotonic()  # not the first arrival: the server may have been late to see it
    fetch(*((5, column, 0) for column in range(5)), pace_per_s=20.0)
    assert server.asked[-1][0] - begun >= 4 / 20.0


@pytest.mark.clock
def test_a_cancel_is_heard_while_it_waits(server, fetch, monkeypatch):
    monkeypatch.setattr(tile_fetch, "LONGEST_PAUSE_S", 600.0)
    server.script = [(503, {"Retry-After": "600"})] * 3
    begun = time.monotonic()
    with pytest.raises(CancelledError):
        fetch((3, 1, 2), should_cancel=lambda: time.monotonic() - begun > 0.3)
    assert time.monotonic() - begun < within(1.0)


@pytest.mark.parametrize(
    ("url", "path"),
    [("/{z}/{x}/{-y}.png", "/3/1/5.png"), ("/{q}.jpg", "/021.jpg"), ("/{z}/{x}/{y}.png", "/3/1/2.png")],
    ids=["tms", "quadkey", "xyz"],
)
def test_addresses_are_those_of_the_tile(server, fetch, url, path):
    fetch((3, 1, 2), url=url)
    assert server.asked[0][1] == path


def test_headers_of_the_layer_are_sent_and_unknown_placeholders_are_left_to_qgis():
    source = (
        "type=xyz&url=https://a.example.org/%7Bz%7D/%7Bx%7D/%7By%7D&http-header:x-key=1&referer=https://r.example.org"
    )
    assert TileService.of_source(source).headers == {"x-key": "1", "Referer": "https://r.example.org"}
    assert TileService.of_source("type=xyz&url=https://a.example.org/%7Bswitch:a,b%7D/%7Bz%7D/%7Bx%7D/%7By%7D") is None


def test_the_cache_stays_within_its_size_and_forgets_the_oldest(tmp_path):
    cache = DiskCache(tmp_path, limit_bytes=300, days=1)
    for number in range(6):
        cache.put(str(number), b"x" * 100)
        time.sleep(0.01)
    cache.trim()
    assert [cache.get(str(number)) is not None for number in range(6)] == [False, False, False, True, True, True]


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path):
    (tmp_path / "file").write_text("")
    cache = DiskCache(tmp_path / "file" / "x", limit_bytes=10, days=1)
    cache.put("a", b"b")
    assert cache.get("a") is None


# -- citations ---------------------------------------------------------------------------------------------------------


def ask(layer, wait_until):
    task = citations.CitationTask(layer, QgsRectangle(-70, -23, -69, -22), QgsCoordinateReferenceSystem("EPSG:4326"))
    ends = []
    task.succeeded.connect(ends.append)
    task.failed.connect(ends.append)
    tasks.start(task)
    wait_until(lambda: ends, 30)
    if isinstance(ends[0], Exception):
        raise ends[0]
    return ends[0]


@pytest.fixture
def world_imagery(server):
    source = (
        f"type=xyz&url={server.url}/arcgis/rest/services/World_Imagery/MapServer/tile/%7Bz%7D/%7By%7D/%7Bx%7D&zmax=19"
    )
    return QgsRasterLayer(source, "Esri", "wms")


def test_world_imagery_says_when_and_by_whom_it_was_taken(server, world_imagery, wait_until):
    results = [
        {"attributes": {"SRC_DATE2": "1/1/2015", "SRC_RES": "15", "SRC_DESC": "TerraColor", "NICE_NAME": "NASA"}},
        {"attributes": {"SRC_DATE2": "2/27/2021", "SRC_RES": "0.5", "SRC_ACC": "5", "NICE_DESC": "Maxar"}},
    ]
    results[1]["attributes"]["SRC_DESC"] = "WV02"
    server.body = json.dumps({"results": results}).encode()

    found = ask(world_imagery, wait_until)

    assert (found.date, found.system, found.gsd_m, found.accuracy_m) == ("2021-02-27", "Maxar WV02", 0.5, 5.0)
    path = server.asked[0][1]
    assert path.startswith("/arcgis/rest/services/World_Imagery/MapServer/identify?")
    assert "geometry=-69.5000000%2C-22.5000000" in path


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b'{"results": 5}', b'{"results": [{}]}', b'{"error": {"code": 498}}', b"[" * 20000, b"\xff\xfe"],
    ids=["empty", "cut", "list", "number", "no-attributes", "error", "deep", "binary"],
)
def test_an_answer_that_is_none_leads_to_the_question_for_the_date(server, world_imagery, wait_until, body):
    server.body = body
    with pytest.raises(ImageError, match=r"does not say when its picture was taken.*Enter the date"):
        ask(world_imagery, wait_until)


@pytest.mark.parametrize(
    ("written", "date"),
    [("20210227", "2021-02-27"), ("2021-02-27", "2021-02-27"), ("1614384000000", "2021-02-27"), ("13/13/2021", ""),
     ("Null", ""), ("99999999", ""), (None, "")],
)  # fmt: skip
def test_dates_are_read_as_the_service_writes_them(written, date):
    attributes = {"SRC_DATE2": written}
    assert citations._citation(attributes).date == date


def test_only_world_imagery_can_be_asked(world_imagery):
    assert citations.citations_url(world_imagery).endswith("/World_Imagery/MapServer")
    assert citations.citations_url(xyz("tiles.example.org")) == ""


# -- logins of catalogues ------------------------------------------------------------------------------------------


@pytest.fixture
def authcfg(qgis_app):
    manager = QgsApplication.authManager()
    if manager.isDisabled() or not manager.setMasterPassword("test-master", True):
        pytest.skip("this QGIS has no authentication database")
    config = QgsAuthMethodConfig("Basic")
    config.setName("test")
    config.setConfig("username", "ana")
    config.setConfig("password", "s3cret")
    stored = manager.storeAuthenticationConfig(config)
    is_stored, config = stored if isinstance(stored, tuple) else (stored, config)
    assert is_stored
    yield config.id()
    manager.removeAuthenticationConfig(config.id())


def test_a_login_becomes_headers_and_only_its_name_is_in_the_settings(authcfg):
    catalogues.set_login("copernicus", authcfg)
    assert catalogues.headers("copernicus") == {"Authorization": "Basic YW5hOnMzY3JldA=="}
    assert "s3cret" not in catalogues.LOGINS.get() and authcfg in catalogues.LOGINS.get()
    assert catalogues.headers("earth-search") is None


@pytest.mark.parametrize(
    ("address", "is_sent"),
    [
        ("https://stac.dataspace.copernicus.eu/v1/collections/x/items/1", True),
        ("https://download.dataspace.copernicus.eu/odata/x", True),
        ("http://download.dataspace.copernicus.eu/odata/x", False),
        ("https://evil.example.org/1.png", False),
        ("https://stac.dataspace.copernicus.eu.evil.example.org/1.png", False),
        ("https://evildataspace.copernicus.eu/", False),
        ("https://[broken", False),
        ("", False),
    ],
)
def test_a_login_goes_only_to_its_own_service(address, is_sent):
    secret = {"Authorization": "Bearer s3cret"}
    assert catalogues.headers_for("copernicus", secret, address) == (secret if is_sent else None)
    assert catalogues.headers_for("copernicus", secret, address, "https://evil.example.org/") is None


def test_a_login_that_is_gone_says_so():
    catalogues.set_login("copernicus", "gone123")
    with pytest.raises(ParameterError, match="'gone123' is no longer in QGIS's authentication settings"):
        catalogues.headers("copernicus")


@pytest.mark.parametrize("stored", ["{", "5", '[{"url": 5}, {"name": "x"}, 7, {"url": "file:///etc"}]', '{"a": 1}'])
def test_damaged_lists_of_catalogues_are_left_out(stored):
    catalogues.OWN.set(stored)
    assert [c.key for c in catalogues.catalogues()] == ["earth-search", "planetary-computer", "copernicus"]


@pytest.mark.parametrize("url", ["", "ftp://x.example.org", "stac.example.org", "https://", "javascript:alert(1)"])
def test_an_address_that_is_none_is_refused(url):
    with pytest.raises(ParameterError, match="no address of a catalogue"):
        catalogues.set_own([("x", url)])


# -- proxy of the engine -----------------------------------------------------------------------------------------------


def test_the_engine_goes_through_qgiss_proxy_with_its_login_and_exclusions(qgis_app, monkeypatch):
    from mining_monitor.adapter import engine_access
    from mining_monitor.adapter.settings import QgisProxy

    proxy = QgisProxy("http://proxy.example.org:8080", "ana", "p@ss", ("intranet.example.org",))
    monkeypatch.setattr(engine_access.settings, "qgis_proxy", lambda: proxy)
    engine_access.EngineAccess()
    variables = engine_access._variables()
    assert variables["HTTPS_PROXY"] == variables["http_proxy"] == "http://ana:p%40ss@proxy.example.org:8080"
    assert "intranet.example.org" in variables["NO_PROXY"] and "127.0.0.1" in variables["NO_PROXY"]

    monkeypatch.setattr(engine_access.settings, "qgis_proxy", QgisProxy)
    monkeypatch.setenv("HTTPS_PROXY", "http://system.example.org")
    engine_access.look_for_proxy()
    assert engine_access._variables()["HTTPS_PROXY"] == "http://system.example.org"
