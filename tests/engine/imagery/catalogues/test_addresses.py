"""What an item names is only read where it may lie."""

import pytest

from mining_monitor.contract.errors import CatalogueError
from mining_monitor.engine.imagery.catalogues.addresses import leads_inside, origin, resolve, shown, without_vsicurl

ITEM = "https://catalogue.example/v1/collections/c/items/i"


def test_an_address_is_resolved_against_its_item():
    assert resolve("../B04.tif", ITEM, what="B04") == "https://catalogue.example/v1/collections/c/B04.tif"
    assert resolve("https://files.example/B04.tif?a=b", ITEM, what="B04") == "https://files.example/B04.tif?a=b"


@pytest.mark.parametrize(
    "href",
    ["file:///etc/passwd", "FILE:///etc/passwd", "/vsicurl/http://x/y", "/vsizip//tmp/a.zip", "/vsis3/bucket/key",
     "https://x.example/../vsimem/a", "ftp://x/y", "gs://bucket/key", "data:image/tiff;base64,AAAA", "javascript:1",
     "GTIFF_DIR:1:/etc/passwd", "\\\\server\\share\\x.tif", "C:\\x.tif", "http://", "http://[::1",
     "http://x:99999/y", "https://user:w0rd@x.example/y", "https://x.example/a\r\nHost: y", "", "   ", "\0",
     "https://x.example/" + "a" * 9000],
    ids=lambda href: repr(href[:30]),
)  # fmt: skip
def test_an_item_of_a_catalogue_names_web_addresses_only(href):
    with pytest.raises(CatalogueError) as caught:
        resolve(href, ITEM, what="B04")
    assert "w0rd" not in caught.value.message


@pytest.mark.parametrize(
    "href",
    ["http://127.0.0.1/x", "http://localhost:8080/x", "http://a.localhost/x", "http://169.254.169.254/latest/meta-data",
     "http://[::1]/x", "http://0.0.0.0/x", "http://[fe80::1]/x"],
)  # fmt: skip
def test_an_item_of_a_public_catalogue_does_not_lead_to_this_machine(href):
    with pytest.raises(CatalogueError, match="this machine or its network"):
        resolve(href, ITEM, what="B04")


def test_a_redirect_to_this_machine_is_known():
    assert leads_inside("https://x.example/a", "http://127.0.0.1/b") and leads_inside(
        "https://x.example", "http://[::1]"
    )
    assert not leads_inside("http://127.0.0.1/a", "http://localhost/b")
    assert not leads_inside("https://x.example", "https://y.example")


def test_storage_that_needs_keys_is_one_clear_sentence():
    with pytest.raises(CatalogueError, match="only opens with storage keys") as caught:
        resolve("s3://eodata/Sentinel-2/x.jp2", ITEM, what="B04_10m of 'S2B'")
    assert caught.value.facts["problem"] == "needs-keys"


def test_an_item_that_is_a_file_names_files_below_its_folder(tmp_path):
    item = tmp_path / "scene" / "item.json"
    item.parent.mkdir()
    assert resolve("./B04.tif", str(item), what="B04") == str(item.parent / "B04.tif")
    assert resolve("bands/B%2004.tif", str(item), what="B04") == str(item.parent / "bands" / "B 04.tif")
    assert resolve("https://files.example/B04.tif", str(item), what="B04") == "https://files.example/B04.tif"


@pytest.mark.parametrize(
    "href",
    ["../B04.tif", "/etc/passwd", "a/../../x.tif", "%2e%2e/x.tif", "~/x.tif", "file:///etc/passwd", "vrt://x.tif",
     "link/x.tif", "a\0b.tif", "/vsicurl/http://x", "zip://a.zip!b.tif", "sub/vsizip/a.tif"],
)  # fmt: skip
def test_an_item_that_is_a_file_names_no_other_place(tmp_path, href):
    folder = tmp_path / "scene"
    folder.mkdir()
    (folder / "link").symlink_to(tmp_path)
    with pytest.raises(CatalogueError):
        resolve(href, str(folder / "item.json"), what="B04")


def test_what_is_shown_of_an_address_holds_no_secret():
    assert shown("https://me:word@x.example/a?sig=s3cret#s3cret") == "https://x.example/a"


def test_origins_are_compared_as_browsers_do():
    assert origin("HTTPS://X.example/a") == origin("https://x.example:443/b")
    assert origin("http://x.example") != origin("https://x.example")


def test_the_url_of_a_gdal_path_is_found():
    assert without_vsicurl("/vsicurl/https://x.example/a.tif") == "https://x.example/a.tif"
    assert without_vsicurl("/data/a.tif") == "/data/a.tif"
