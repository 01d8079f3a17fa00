"""What is masked is not observed, whoever reads the image: the mask is found or made where nobody names one."""

from __future__ import annotations

import json
import sqlite3

import numpy as np
import pytest
import rasterio

from mining_monitor.contract.errors import CancelledError, ImageError
from mining_monitor.contract.imagery import Extent, ImageRef
from mining_monitor.contract.products import LoadSentinel2Request, MaskRules
from mining_monitor.contract.requests import DetectRequest
from mining_monitor.contract.spectral import SpectralIndexRequest
from mining_monitor.engine.imagery.sentinel2.load import load_sentinel2
from mining_monitor.engine.jobs.detect import run_detection
from mining_monitor.engine.jobs.dispatch import handle
from mining_monitor.engine.jobs.model_choice import plan_detection
from mining_monitor.engine.progress import Job
from tests.engine import onnx_makers as make
from tests.engine.imagery.sentinel2.products import Recipe, make_product, plain, zipped

X0, Y0 = Recipe().origin


def cloudy(name, x, y):
    """Cloud over the western half."""
    return np.where(x < X0 + 1200, 9, 5) if name == "SCL" else plain(name, x, y)


@pytest.fixture
def model(tmp_path):
    path = make.identity(tmp_path / "ground.onnx", bands=1)
    card = make.write_card(
        path, ["red"], list(range(10)), scores="probabilities", value_range="reflectance", gsd_m=10.0
    )
    return str(card)


@pytest.fixture
def loaded(tmp_path):
    """A scene as the loader leaves it: image, mask, JSON."""

    def load(mask="scene-observed.tif", rules=None):
        product = make_product(tmp_path / "in", Recipe(pixels=cloudy), files=("B04", "B08", "SCL"))
        output = tmp_path / "scene.tif"
        request = LoadSentinel2Request(
            (str(product),), str(output), bands=("B04", "B08"), mask=str(tmp_path / mask) if mask else None,
            rules=rules or MaskRules(cloud_dilation_m=0),
        )  # fmt: skip
        load_sentinel2(request, "test", Job())
        return output

    return load


def detect(image, model, tmp_path, **changes):
    """Return the result and the columns of the class raster that are observed."""
    request = DetectRequest(ImageRef(str(image)), model, class_raster=str(tmp_path / "classes.tif"), **changes)
    result = run_detection(request, Job())
    with rasterio.open(tmp_path / "classes.tif") as dataset:
        return result, (dataset.read(1) != 255).all(axis=0)


def codes(result):
    return {notice.code for notice in result.warnings}


@pytest.mark.parametrize("is_zip", [False, True], ids=["folder", "zip"])
def test_a_product_hides_what_its_scene_classes_call_cloud(tmp_path, model, is_zip):
    product = make_product(tmp_path, Recipe(pixels=cloudy), files=("B04", "SCL"))
    product = zipped(product) if is_zip else product
    result, observed = detect(product, model, tmp_path)
    # 120 columns of cloud and a margin of 30 m
    assert not observed[:123].any() and observed[123:].all()
    assert result.not_observed_by_reason["mask"] == pytest.approx(2400 * 1230, rel=1e-3)
    notice = next(notice for notice in result.warnings if notice.code == "product-mask")
    assert notice.facts["percent"] == pytest.approx(100 * 123 / 240, abs=0.1)
    assert "counts as not observed" in notice.message


def test_a_part_of_a_product_is_masked_alike(tmp_path, model):
    product = make_product(tmp_path, Recipe(pixels=cloudy), files=("B04", "SCL"))
    extent = Extent(X0 + 1000, Y0 - 800, X0 + 1800, Y0)
    _result, observed = detect(product, model, tmp_path, extent=extent)
    assert observed.size == 80
    assert not observed[:23].any() and observed[23:].all()


@pytest.mark.parametrize("gsd_m", [10.0, 16.0, 33.0])
def test_the_mask_of_a_product_hides_nothing_at_the_edges_of_what_was_asked_for(tmp_path, gsd_m):
    product = make_product(tmp_path, Recipe(), files=("B04", "SCL"))
    card = make.write_card(
        make.identity(tmp_path / "coarse.onnx", bands=1), ["red"], list(range(10)), scores="probabilities",
        value_range="reflectance", gsd_m=gsd_m,
    )  # fmt: skip
    ring = [(X0 + 333, Y0 - 1777), (X0 + 1999, Y0 - 1500), (X0 + 1234, Y0 - 111), (X0 + 333, Y0 - 1777)]
    triangle = f"POLYGON (({', '.join(f'{x} {y}' for x, y in ring)}))"
    for extent in (
        None,
        Extent(X0 + 333, Y0 - 1777, X0 + 1999, Y0 - 111),
        Extent(X0 + 333, Y0 - 1777, X0 + 1999, Y0 - 111, polygon=triangle),
        Extent(X0 - 900, Y0 - 5000, X0 + 777, Y0 + 900),
    ):
        result = run_detection(DetectRequest(ImageRef(str(product)), str(card), extent=extent), Job())
        assert result.not_observed_by_reason.get("mask", 0) == 0


def test_the_masks_of_newer_l1c_hide_and_older_l1c_says_that_nothing_does(tmp_path, model):
    newer = make_product(tmp_path / "new", Recipe("L1C", "04.00", pixels=cloudy), files=("B04", "CLASSI"))
    result, observed = detect(newer, model, tmp_path)
    assert not observed[:123].any() and observed[123:].all()
    assert "product-mask" in codes(result)
    older = make_product(tmp_path / "old", Recipe("L1C", "02.09", pixels=cloudy), files=("B04",))
    result, observed = detect(older, model, tmp_path)
    assert observed.all()
    assert "no-scene-classes" in codes(result)
    planned = plan_detection(DetectRequest(ImageRef(str(older)), model))
    assert "no-scene-classes" in codes(planned)


def test_the_look_for_clouds_can_be_cancelled_and_leaves_nothing(tmp_path, model):
    product = make_product(tmp_path, Recipe(pixels=cloudy), files=("B04", "SCL"))
    stages = []

    def report(progress):
        stages.append(progress.stage)
        if progress.stage == "clouds":
            job.cancel()

    job = Job(report=report)
    output = tmp_path / "mine.gpkg"
    with pytest.raises(CancelledError):
        run_detection(DetectRequest(ImageRef(str(product)), model, output=str(output)), job)
    assert "detect" not in stages and not output.exists()


def test_scene_classes_that_are_damaged_are_named(tmp_path, model):
    def rough(name, x, y):
        return np.random.default_rng(1).integers(4, 12, x.shape) if name == "SCL" else plain(name, x, y)

    product = make_product(tmp_path, Recipe(pixels=rough), files=("B04", "SCL"))
    for path in product.rglob("*SCL_*.jp2"):
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(ImageError, match="Band SCL"):
        detect(product, model, tmp_path)
    _result, observed = detect(product, model, tmp_path, valid_mask="none")
    assert observed.all()


def test_a_product_without_clouds_says_so_and_hides_nothing(tmp_path, model):
    result, observed = detect(make_product(tmp_path, Recipe(), files=("B04", "SCL")), model, tmp_path)
    assert observed.all()
    notice = next(notice for notice in result.warnings if notice.code == "product-mask")
    assert notice.facts["percent"] == 0
    assert "no cloud, shadow or the like hides anything of the extent" in notice.message


def test_the_mask_beside_a_loaded_scene_is_found_and_kept_with_the_run(tmp_path, model, loaded):
    image = loaded()
    result, observed = detect(image, model, tmp_path, output=str(tmp_path / "mine.gpkg"))
    assert not observed[:120].any() and observed[120:].all()
    assert "own-mask" in codes(result)
    with sqlite3.connect(tmp_path / "mine.gpkg") as database:
        request = database.execute("select request from runs").fetchone()[0]
    assert json.loads(request)["valid_mask"] == str(tmp_path / "scene-observed.tif")


def test_an_index_leaves_out_what_the_mask_hides(tmp_path, loaded):
    request = SpectralIndexRequest(str(loaded()), "NDVI", str(tmp_path / "ndvi.tif"))
    result = handle(request, Job())
    with rasterio.open(tmp_path / "ndvi.tif") as dataset:
        seen = np.isfinite(dataset.read(1)).all(axis=0)
    assert not seen[:120].any() and seen[120:].all()
    assert "own-mask" in codes(result)


def test_an_index_of_a_product_leaves_out_its_clouds(tmp_path):
    product = make_product(tmp_path, Recipe(pixels=cloudy), files=("B04", "B08", "SCL"))
    result = handle(SpectralIndexRequest(str(product), "NDVI", str(tmp_path / "ndvi.tif")), Job())
    with rasterio.open(tmp_path / "ndvi.tif") as dataset:
        seen = np.isfinite(dataset.read(1)).all(axis=0)
    assert not seen[:123].any() and seen[123:].all()
    assert "product-mask" in codes(result)


def test_a_mask_that_is_gone_is_missed(tmp_path, model, loaded):
    image = loaded()
    (tmp_path / "scene-observed.tif").unlink()
    result, observed = detect(image, model, tmp_path)
    assert observed.all()
    notice = next(notice for notice in result.warnings if notice.code == "mask-lost")
    assert notice.facts == {"image": "scene", "mask": "scene-observed.tif"}
    assert "mask-lost" in codes(plan_detection(DetectRequest(ImageRef(str(image)), model)))


def test_a_scene_without_a_mask_says_that_clouds_count_as_ground(tmp_path, model, loaded):
    result, observed = detect(loaded(mask=""), model, tmp_path)
    assert observed.all()
    assert "mask-none" in codes(result)


def test_no_mask_is_taken_where_the_user_wants_none(tmp_path, model, loaded):
    result, observed = detect(loaded(), model, tmp_path, valid_mask="none")
    assert observed.all()
    assert not codes(result) & {"own-mask", "mask-lost", "mask-none"}


def test_a_mask_that_the_user_names_is_the_only_one(tmp_path, model, loaded):
    image = loaded()
    with rasterio.open(tmp_path / "scene-observed.tif") as dataset:
        profile, values = dataset.profile, dataset.read()
    values[:] = 1
    values[:, :, 200:] = 0
    with rasterio.open(tmp_path / "mine.tif", "w", **{**profile, "driver": "GTiff"}) as dataset:
        dataset.write(values)
    result, observed = detect(image, model, tmp_path, valid_mask=str(tmp_path / "mine.tif"))
    assert observed[:200].all() and not observed[200:].any()
    assert "own-mask" not in codes(result)


@pytest.mark.parametrize(
    "name", ["../other.tif", "/etc/hostname", "..\\other.tif", "..", "scene-observed.txt", "x" * 400]
)
def test_a_tag_leads_to_no_other_folder(tmp_path, model, loaded, name):
    (tmp_path / "folder").mkdir()
    image = loaded()
    (tmp_path / "scene-observed.tif").rename(tmp_path / "other.tif")
    (tmp_path / "scene.provenance.json").write_text("[" * 100_000)
    moved = image.rename(tmp_path / "folder" / "scene.tif")
    with rasterio.open(moved, "r+", IGNORE_COG_LAYOUT_BREAK="YES") as dataset:
        dataset.update_tags(OBSERVED_MASK=name)
    result, observed = detect(moved, model, tmp_path)
    assert observed.all()
    assert codes(result) & {"mask-lost", "mask-none"}


def test_a_mask_does_not_hide_a_scene_that_was_given_another_place(tmp_path, model, loaded):
    image = ImageRef(str(loaded()), crs="EPSG:32720")
    result = run_detection(DetectRequest(image, model), Job())
    assert "mask-moved" in codes(result)
    assert result.not_observed_m2 == 0


def test_an_image_of_any_other_kind_is_left_alone(tmp_path, model):
    path = tmp_path / "photo.tif"
    profile = {"driver": "GTiff", "width": 40, "height": 40, "count": 1, "dtype": "float32", "crs": "EPSG:32719"}
    with rasterio.open(path, "w", transform=rasterio.transform.from_origin(X0, Y0, 10, 10), **profile) as dataset:
        dataset.write(np.full((1, 40, 40), 0.2, np.float32))
        dataset.descriptions = ("red",)
    (tmp_path / "photo-observed.tif").write_bytes(b"no mask")
    result, observed = detect(path, model, tmp_path)
    assert observed.all()
    assert not codes(result) & {"own-mask", "product-mask", "mask-lost", "mask-none"}
