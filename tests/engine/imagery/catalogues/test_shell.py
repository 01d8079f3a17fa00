"""``search`` and ``download`` from a shell: results on standard output, one sentence for what fails."""

import json
import subprocess
import sys

import numpy as np
import pytest
import rasterio

from mining_monitor.contract.door import PROTOCOL_VERSION
from mining_monitor.engine.cli import main
from tests.engine.imagery.catalogues.catalogues import Catalogue, item_of, product_name, put_scene, serve_item
from tests.engine.imagery.catalogues.hosts import Fault
from tests.engine.imagery.catalogues.scene_files import band_values, footprint

EXTENT = ["--extent", "-69.0", "-23.53", "-68.98", "-23.52"]


@pytest.fixture
def catalogue(host):
    item = item_of("earth-search", product_name(), f"{host.url}/s", footprint(512))
    return Catalogue(host, "earth-search", [item])


@pytest.fixture
def token(tmp_path):
    path = tmp_path / "headers"
    path.write_text("Authorization: Bearer s3cret\n\nX-Api-Key:  k3y \n")
    return str(path)


def test_a_search_prints_a_line_for_each_scene(catalogue, capsys):
    assert main(["search", catalogue.url, *EXTENT, "--start", "2024-05-01", "--end", "2024-05-31"]) == 0
    (line,) = capsys.readouterr().out.strip().splitlines()
    assert line.startswith("2024-05-17  19KEP  8 % cloud, 100% of the extent  http://127.0.0.1:")


def test_a_search_prints_json(catalogue, capsys):
    assert main(["search", catalogue.url, *EXTENT, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["scenes"][0]["tile"] == "19KEP"


def test_a_search_without_results_says_so(catalogue, capsys):
    assert main(["search", catalogue.url, *EXTENT, "--start", "2025-01-01"]) == 0
    assert "No scenes were found" in capsys.readouterr().out


def test_headers_of_a_file_reach_the_host_and_no_line_of_output(catalogue, host, token, capsys):
    assert main(["search", catalogue.url, *EXTENT, "--headers-file", token, "--verbose"]) == 0
    assert host.asked[0].headers["Authorization"] == "Bearer s3cret" and host.asked[0].headers["X-Api-Key"] == "k3y"
    captured = capsys.readouterr()
    assert "s3cret" not in captured.out + captured.err


@pytest.mark.parametrize("text", ["no header", ": x", "\0\xff"])
def test_a_file_of_headers_that_is_none_is_not_shown(catalogue, tmp_path, capsys, text):
    path = tmp_path / "headers"
    path.write_text(f"{text} s3cret\n", encoding="latin-1")
    assert main(["search", catalogue.url, *EXTENT, "--headers-file", str(path)]) == 1
    assert "s3cret" not in capsys.readouterr().err


def test_an_item_is_loaded_with_headers_of_a_file(host, token, tmp_path, capsys):
    item = put_scene(host, "copernicus", size=256)
    host.allowed = lambda asked: asked.headers.get("Authorization") == "Bearer s3cret"
    url = serve_item(host, "copernicus", item)
    output = str(tmp_path / "scene.tif")
    assert main(["loadsentinel2", url, "--out", output, "--bands", "B04"]) == 1
    assert "wants credentials" in capsys.readouterr().err
    assert main(["loadsentinel2", url, "--out", output, "--bands", "B04", "--headers-file", token]) == 0
    with rasterio.open(output) as dataset:
        assert np.array_equal(dataset.read(1), band_values("B04", 256))


def test_a_failure_is_one_sentence(catalogue, host, capsys):
    host.always["/v1"] = Fault("status", 404)
    assert main(["search", catalogue.url, *EXTENT]) == 1
    error = capsys.readouterr().err.strip()
    assert error.startswith("127.0.0.1 has nothing at") and "\n" not in error


def test_a_download_says_what_came(host, tmp_path, capsys):
    host.files["/a.zip"] = b"0123456789"
    assert main(["download", f"{host.url}/a.zip", str(tmp_path / "a.zip")]) == 0
    out = capsys.readouterr().out
    assert "(10 bytes)" in out and "84d89877f0d4041efb6bf91a16f0248f2fd573e6af05c19f96bedb9f882f7882" in out


def test_the_door_answers_a_search_and_logs_no_token(catalogue, host, tmp_path):
    """The engine as the plugin starts it: the token goes in by a line and comes out nowhere but at its host."""
    hello = {"id": 0, "type": "hello", "protocol": PROTOCOL_VERSION}
    extent = {"west": -69.0, "south": -23.53, "east": -68.98, "north": -23.52, "crs": "EPSG:4326"}
    search = {"catalogue": catalogue.url, "extent": extent, "start": "", "end": ""}
    search["headers"] = {"Authorization": "Bearer s3cret"}
    broken = {**search, "catalogue": f"{host.url}/nowhere"}
    lines = [hello, *({"id": n, "type": "search-scenes", "request": r} for n, r in enumerate((search, broken), 1))]
    process = subprocess.Popen(
        [sys.executable, "-m", "mining_monitor.engine", "serve"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    process.stdin.write("".join(json.dumps(line) + "\n" for line in lines))
    process.stdin.flush()
    finals = {}
    while len(finals) < 2:
        message = json.loads(process.stdout.readline())
        assert "s3cret" not in json.dumps(message)
        if message["type"] in ("result", "error"):
            finals[message["id"]] = message
    _, errors = process.communicate(timeout=300)
    assert len(finals[1]["result"]["scenes"]) == 1 and finals[2]["code"] == "network"
    assert host.asked[0].headers["Authorization"] == "Bearer s3cret" and "s3cret" not in errors
