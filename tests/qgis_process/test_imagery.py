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

MAKE_CLOUDY = """
import sys
from pathlib import Path
import numpy as np
from tests.engine.imagery.sentinel2.products import Recipe, make_product, plain
west = Recipe().origin[0]
def pixels(name, x, y):
    return np.where(x < west + 1200, 9, 5) if name == "SCL" else plain(name, x, y)
print(make_product(Path(sys.argv[1]), Recipe(pixels=pixels), files=("B02", "B03", "B04", "B08", "SCL")))
"""

#: Columns that are observed in all rows of a class raster (255: not) or of an index (NaN: not).
OBSERVED = """
import sys, rasterio, numpy
values = rasterio.open(sys.argv[1]).read(1)
print(numpy.flatnonzero((numpy.isfinite(values) & (values != 255)).all(axis=0)).tolist())
"""


def make_product(script, folder, engine) -> str:
    done = subprocess.run([engine, "-c", script, str(folder)], cwd=ROOT, capture_output=True, text=True, timeout=300)
    if "No module named" in done.stderr:
        pytest.skip("this engine has no packages to make a product with")
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.strip().splitlines()[-1]


@pytest.fixture(scope="session")
def product(tmp_path_factory, engine) -> str:
    """A small SAFE folder with the real structure."""
    return make_product(MAKE, tmp_path_factory.mktemp("product"), engine)


def observed_columns(path, engine) -> list[int]:
    done = subprocess.run([engine, "-c", OBSERVED, str(path)], capture_output=True, text=True, check=True, timeout=300)
    return json.loads(done.stdout)


def pixels(path, engine) -> str:
    """Return a digest of all that counts in a raster: pixels, place, scale, offset, nodata, names."""
    script = (
        "import sys, rasterio, hashlib; d = rasterio.open(sys.argv[1]); "
        "print(hashlib.sha256(d.read().tobytes()).hexdigest(), d.transform, d.crs, d.scales, d.offsets, d.nodatavals, "
        "d.descriptions)"
    )
    return subprocess.run(
        [engine, "-c", script, str(path)], capture_output=True, text=True, check=True, timeout=300
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


def test_clouds_of_a_loaded_scene_and_of_a_product_are_not_observed(
    qgis_process, command_line, model, engine, tmp_path
):
    """Nobody names the mask: it lies beside the scene, and the product has its scene classes."""
    product = make_product(MAKE_CLOUDY, tmp_path / "in", engine)
    scene = tmp_path / "scene.tif"
    command_line("loadsentinel2", product, "--out", scene, "--mask", tmp_path / "scene-observed.tif")
    in_the_clear = list(range(123, 240))  # 120 columns of cloud, and its margin of 30 m

    done = qgis_process(
        "run", "miningmonitor:detectsectors", "--", f"INPUT={scene}", f"MODEL={model}",
        f"CLASS_RASTER={tmp_path / 'a.tif'}", f"OUTPUT={tmp_path / 'a.gpkg'}",
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert "counts as not observed" in done.stdout + done.stderr
    assert observed_columns(tmp_path / "a.tif", engine) == in_the_clear
    done = qgis_process(
        "run", "miningmonitor:spectralindex", "--", f"INPUT={scene}", "INDEX=NDVI", f"OUTPUT={tmp_path / 'n.tif'}"
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert observed_columns(tmp_path / "n.tif", engine) == in_the_clear

    for image in (scene, product):
        result = command_line("detect", image, "--model", model, "--class-raster", tmp_path / "b.tif")
        assert observed_columns(tmp_path / "b.tif", engine) == in_the_clear
        assert result["not_observed_by_reason"]["mask"] == pytest.approx(1230 * 2400, rel=1e-3)


def test_what_is_no_product_ends_with_status_1_and_one_sentence(qgis_process, tmp_path):
    done = qgis_process(
        "run", "miningmonitor:loadsentinel2", "--", f"INPUT={tmp_path}/none.SAFE", f"OUTPUT={tmp_path / 'a.tif'}"
    )
    assert done.returncode == 1
    assert "There is no product" in done.stdout + done.stderr
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
