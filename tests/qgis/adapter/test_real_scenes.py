"""Sentinel-2 products with the real engine: from a SAFE folder to a layer that knows itself, and to the algorithm."""

import subprocess

import pytest
from osgeo import gdal
from qgis.core import QgsProject

from mining_monitor.adapter import image_facts, image_refs, scene_layers, tasks
from mining_monitor.contract.errors import MiningMonitorError
from mining_monitor.contract.imagery import Extent
from mining_monitor.contract.products import DescribeProductRequest, LoadSentinel2Request
from mining_monitor.contract.requests import DescribeImageRequest
from tests.qgis.adapter.test_algorithms import run
from tests.qgis.adapter.test_real_engine import ROOT, engine, engine_python, model, run_task

__all__ = ["engine", "model", "run"]

MAKE = """
import sys
from pathlib import Path
from tests.engine.imagery.sentinel2.products import Recipe, make_product
print(make_product(Path(sys.argv[1]), Recipe(side=240)))
"""

#: A place in the middle of the product.
PLACE = Extent(500_180, 7_399_020, 500_680, 7_399_520, "EPSG:32719")


@pytest.fixture(scope="module")
def product(tmp_path_factory):
    """A SAFE folder of baseline 05.10: 1718 in B04, an offset of -1000."""
    if not engine_python().is_file():
        pytest.skip("the engine's environment is not built: make engine")
    folder = tmp_path_factory.mktemp("product")
    done = subprocess.run([engine_python(), "-c", MAKE, str(folder)], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.strip().splitlines()[-1]


def test_a_product_tells_what_it_is(engine, product):
    found = engine.call(DescribeProductRequest(product))
    assert (found.level, found.baseline, found.tile, found.offset.state) == ("L2A", "05.10", "19KEP", "add")
    assert found.sensed_at.startswith("2021-02-27") and found.offset.evidence


def test_a_loaded_scene_is_a_layer_with_reflectance_date_agency_and_mask(engine, product, tmp_path, wait_until):
    request = LoadSentinel2Request(
        (product,), str(tmp_path / "s2.tif"), extent=PLACE, mask=str(tmp_path / "seen.tif")
    )  # fmt: skip
    scene = run_task(tasks.RequestTask("load", request), wait_until)

    layer = scene_layers.show_loaded(scene, "Pecket", QgsProject.instance())

    facts = image_refs.provenance(layer)
    assert facts["observed_at"].startswith("2021-02-27") and facts["system"] == "Sentinel-2"
    assert "Copernicus" in facts["attribution"] and "T19KEP" in facts["scene_id"]
    assert image_refs.valid_mask(layer) == str(tmp_path / "seen.tif")
    red = scene.bands.index("B04") + 1
    provider = layer.dataProvider()
    assert provider.bandScale(red) == pytest.approx(1e-4) and provider.bandOffset(red) == pytest.approx(-0.1)
    statistics = provider.bandStatistics(red)
    assert (statistics.minimumValue, statistics.maximumValue) == pytest.approx((0.0718, 0.0718))
    data = gdal.Open(scene.output)
    assert data.GetGeoTransform()[:2] == (500_180.0, 10.0) and (data.RasterXSize, data.RasterYSize) == (50, 50)


def test_the_loaders_file_is_recognised_when_it_is_opened_again(engine, product, tmp_path, wait_until):
    request = LoadSentinel2Request((product,), str(tmp_path / "s2.tif"), extent=PLACE)
    run_task(tasks.RequestTask("load", request), wait_until)
    layer = scene_layers.QgsRasterLayer(str(tmp_path / "s2.tif"), "again")
    found = image_facts.complete(layer)
    assert (found.date[:10], found.system) == ("2021-02-27", "Sentinel-2")
    roles = {
        choice.role: choice.index for choice in engine.call(DescribeImageRequest(image_refs.image_ref(layer))).roles
    }
    assert [roles[role] for role in ("blue", "green", "red", "nir")] == [1, 2, 3, 4]


@pytest.mark.parametrize("damage", ["empty", "file", "gone", "damaged"])
def test_what_is_no_product_is_one_sentence_that_names_it(engine, tmp_path, damage):
    path = tmp_path / "S2B_MSIL2A_20240314T143121_N0510_R053_T19KCP_20240314T190000.SAFE"
    if damage == "file":
        path.write_text("no product")
    elif damage != "gone":
        path.mkdir()
        if damage == "damaged":
            (path / "MTD_MSIL2A.xml").write_text("<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>")
    with pytest.raises(MiningMonitorError) as caught:
        engine.call(DescribeProductRequest(str(path)))
    named = "MTD_MSIL2A.xml" if damage == "damaged" else path.name[:20]
    assert named in caught.value.message and "Traceback" not in caught.value.message


def test_loadsentinel2_from_the_toolbox_with_the_real_engine(registry, engine, product, tmp_path, wait_until):
    from qgis.core import (
        QgsApplication,
        QgsProcessingAlgRunnerTask,
        QgsProcessingContext,
        QgsProcessingFeedback,
    )

    algorithm = registry.createAlgorithmById("miningmonitor:loadsentinel2")
    parameters = {"INPUT": product, "BANDS": "B04,B8A", "RESOLUTION": "20", "OUTPUT": str(tmp_path / "o.tif"),
                  "MASK": str(tmp_path / "m.tif")}  # fmt: skip
    context, feedback, ends = QgsProcessingContext(), QgsProcessingFeedback(False), []
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    task.executed.connect(lambda is_good, results: ends.append(is_good))

    QgsApplication.taskManager().addTask(task)
    wait_until(lambda: ends, 60)
    assert ends == [True], feedback.textLog()
    data = gdal.Open(str(tmp_path / "o.tif"))
    assert [data.GetRasterBand(i).GetDescription() for i in (1, 2)] == ["B04", "B8A"]
    assert "offset" in feedback.textLog() and "was observed" in feedback.textLog()
