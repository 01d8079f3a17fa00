"""Imagery without a window: a product is loaded as from the command line, a service wants to be confirmed first."""

import json
import subprocess

import pytest

from tests.real_qgis import ROOT

MAKE = """
import sys
from pathlib import Path
from tests.engine.imagery.sentinel2.products import Recipe, make_product
print(make_product(Path(sys.argv[1]), Recipe(side=240)))
"""


@pytest.fixture(scope="session")
def product(tmp_path_factory, engine) -> str:
    """A small SAFE folder with the real structure."""
    folder = tmp_path_factory.mktemp("product")
    done = subprocess.run([engine, "-c", MAKE, str(folder)], cwd=ROOT, capture_output=True, text=True, timeout=120)
    if "No module named" in done.stderr:
        pytest.skip("this engine has no packages to make a product with")
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.strip().splitlines()[-1]


def pixels(path, engine) -> str:
    """Return a digest of all that counts in a raster: pixels, place, scale, offset, nodata, names."""
    script = (
        "import sys, rasterio, hashlib; d = rasterio.open(sys.argv[1]); "
        "print(hashlib.sha256(d.read().tobytes()).hexdigest(), d.transform, d.crs, d.scales, d.offsets, d.nodatavals, "
        "d.descriptions)"
    )
    return subprocess.run(
        [engine, "-c", script, str(path)], capture_output=True, text=True, check=True, timeout=60
    ).stdout


def test_loadsentinel2_writes_what_the_command_line_writes(qgis_process, command_line, product, engine, tmp_path):
    done = qgis_process(
        "--json", "run", "miningmonitor:loadsentinel2", "--", f"INPUT={product}", "BANDS=B04,B03,B02,B8A",
        "EXTENT=500180,501180,7398520,7399520 [EPSG:32719]", f"OUTPUT={tmp_path / 'a.tif'}",
        f"MASK={tmp_path / 'm.tif'}",
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    results = json.loads(done.stdout[done.stdout.index("{") :])["results"]
    assert results == {"OUTPUT": str(tmp_path / "a.tif"), "MASK": str(tmp_path / "m.tif")}

    command_line(
        "loadsentinel2", product, "--out", tmp_path / "b.tif", "--bands", "B04,B03,B02,B8A",
        "--mask", tmp_path / "n.tif", "--extent", 500180, 7398520, 501180, 7399520, "--extent-crs", "EPSG:32719",
    )  # fmt: skip
    assert pixels(tmp_path / "a.tif", engine) == pixels(tmp_path / "b.tif", engine)
    assert pixels(tmp_path / "m.tif", engine) == pixels(tmp_path / "n.tif", engine)


def test_what_is_no_product_ends_with_status_1_and_one_sentence(qgis_process, tmp_path):
    done = qgis_process(
        "run", "miningmonitor:loadsentinel2", "--", f"INPUT={tmp_path}/none.SAFE", f"OUTPUT={tmp_path / 'a.tif'}"
    )
    assert done.returncode == 1
    assert "is no Sentinel-2 product" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr and not (tmp_path / "a.tif").exists()


def test_a_map_service_is_refused_with_how_to_confirm_it(qgis_process, tmp_path, model):
    service = tmp_path / "tms.xml"
    service.write_text(
        "<GDAL_WMS><Service name='TMS'><ServerUrl>http://127.0.0.1:9/${z}/${x}/${y}.png</ServerUrl></Service>"
        "<DataWindow><UpperLeftX>-20037508.34</UpperLeftX><UpperLeftY>20037508.34</UpperLeftY><LowerRightX>20037508.34"
        "</LowerRightX><LowerRightY>-20037508.34</LowerRightY><TileLevel>5</TileLevel><TileCountX>1</TileCountX>"
        "<TileCountY>1</TileCountY><YOrigin>top</YOrigin></DataWindow><Projection>EPSG:3857</Projection>"
        "<BlockSizeX>256</BlockSizeX><BlockSizeY>256</BlockSizeY><BandsCount>3</BandsCount></GDAL_WMS>"
    )
    done = qgis_process(
        "run",
        "miningmonitor:detectsectors",
        "--",
        f"INPUT={service}",
        f"MODEL={model}",
        f"OUTPUT={tmp_path / 's.gpkg'}",
    )
    text = done.stdout + done.stderr
    assert done.returncode == 1
    assert "127.0.0.1:9" in text and "MINING_MONITOR_PERMITTED_SERVICES" in text
